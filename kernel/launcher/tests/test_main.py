import contextlib
import io
import unittest
from unittest import mock

from launcher import main
from launcher.failure import Failure


def start(*arguments):
    """Runs the launcher's main; its exit status and what it said on both streams."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main.main(list(arguments))
        except SystemExit as exit:
            status = exit.code
    return status, out.getvalue(), err.getvalue()


class MainTest(unittest.TestCase):

    def test_help_names_every_command(self):
        status, out, _ = start("--help")
        self.assertEqual(0, status)
        for command in ("lab", "run", "install", "uninstall", "doctor", "bench"):
            self.assertIn(command, out)

    def test_without_a_command_the_commands_are_listed(self):
        status, out, _ = start()
        self.assertEqual(0, status)
        for command in main.COMMANDS:
            self.assertIn(f"    {command}", out)

    def test_each_command_has_its_own_help(self):
        for command in main.COMMANDS:
            status, out, _ = start(command, "--help")
            self.assertEqual(0, status, command)
            self.assertIn(f"percolate {command}", out)

    def test_what_follows_two_dashes_goes_on_untouched(self):
        self.assertEqual((["lab"], ["--port", "8899", "--", "x"]), main.split(["lab", "--", "--port", "8899", "--", "x"]))
        self.assertEqual((["lab"], []), main.split(["lab"]))

    def test_an_unknown_command_is_refused(self):
        status, _, err = start("brew")
        self.assertEqual(2, status)
        self.assertIn("brew", err)

    def test_an_option_for_jupyterlab_is_told_its_place(self):
        status, _, err = start("lab", "--port", "8899")
        self.assertEqual(2, status)
        self.assertIn("--port 8899; options for JupyterLab go after --", err)
        self.assertNotIn("JupyterLab", start("doctor", "--port")[2])

    def test_options_after_two_dashes_are_refused_where_nothing_takes_them(self):
        status, _, err = start("doctor", "--", "--port", "1")
        self.assertEqual(1, status)
        self.assertIn("only lab", err)

    def test_a_failure_is_one_sentence_and_status_1(self):
        with mock.patch.object(main.doctor, "run", side_effect=Failure("Java: expected one, got none; install it")):
            status, _, err = start("doctor")
        self.assertEqual((1, "percolate: Java: expected one, got none; install it\n"), (status, err))

    def test_a_full_disk_is_a_sentence_too(self):
        with mock.patch.object(main.doctor, "run", side_effect=OSError(28, "No space left on device", "some/file")):
            status, _, err = start("doctor")
        self.assertEqual(1, status)
        self.assertIn("some/file", err)
        self.assertIn("No space left on device", err)

    def test_an_interrupt_ends_with_the_status_of_an_interrupt(self):
        with mock.patch.object(main.doctor, "run", side_effect=KeyboardInterrupt):
            status, _, err = start("doctor")
        self.assertEqual(130, status)
        self.assertIn("interrupted", err)
