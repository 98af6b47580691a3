import io
import unittest
from unittest import mock

from launcher import progress
from launcher.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


class ProgressTest(unittest.TestCase):

    def test_a_step_says_when_it_starts_and_how_it_ends(self):
        out = io.StringIO()
        with Progress(out).step("Maven build") as step:
            step.megabytes = 12.4
        self.assertEqual("Maven build ...\nMaven build: 0:00, 12 MB, done\n", out.getvalue())

    def test_a_step_that_fails_says_it_stopped(self):
        out = io.StringIO()
        with self.assertRaises(ValueError), Progress(out).step("Maven build"):
            raise ValueError
        self.assertTrue(out.getvalue().endswith("Maven build: 0:00, stopped\n"))

    def test_a_long_step_goes_on_saying_how_far_it_is(self):
        out = io.StringIO()
        with mock.patch.object(progress, "PLAIN_SECONDS", 0.01), Progress(out).step("Maven build") as step:
            step.detail = "module 2 of 9"
            while "module 2 of 9" not in out.getvalue():
                step._over.wait(0.01)
        self.assertIn("Maven build: 0:00, module 2 of 9\n", out.getvalue())

    def test_a_terminal_is_repainted_in_one_line_that_never_wraps(self):
        out = Terminal()
        size = progress.shutil.get_terminal_size
        with mock.patch.object(progress, "REPAINT_SECONDS", 0.01), \
                mock.patch.object(progress.shutil, "get_terminal_size", lambda: size(fallback=(20, 5))), \
                mock.patch.dict("os.environ", {"COLUMNS": "20"}), Progress(out).step("Maven build") as step:
            step.detail = "a detail longer than the terminal is wide"
            while "Maven build: 0:00, " not in out.getvalue():
                step._over.wait(0.01)
        before_end = out.getvalue().split("\r")
        self.assertTrue(all(len(line) <= 19 for line in before_end[:-1]), before_end)
        self.assertEqual("Maven build: 0:00, done\n", before_end[-1])
        self.assertNotIn("\n", "".join(before_end[:-1]))
