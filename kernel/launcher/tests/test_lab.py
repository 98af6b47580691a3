import contextlib
import io
import unittest
from pathlib import Path
from unittest import mock

from launcher import lab
from launcher.house import House


class LabTest(unittest.TestCase):

    def test_jupyterlab_opens_on_the_notebooks_and_lists_nothing_else(self):
        folder, hidden = lab.folder(House(Path("/house")), [])
        self.assertEqual("--ServerApp.root_dir=" + str(Path("/house/notebooks")), folder)
        for name in ("pom.xml", "conformance", "__pycache__"):
            self.assertIn(f"'{name}'", hidden)

    def test_a_folder_of_the_users_own_is_shown_whole(self):
        for option in ("--ServerApp.root_dir=/mine", "--notebook-dir=/mine"):
            self.assertEqual([], lab.folder(House(Path("/house")), [option]))

    def test_root_is_let_in_and_told(self):
        self.assertEqual((["--allow-root"], True), self.root(True))

    def test_root_who_says_so_and_other_users_are_not_told(self):
        self.assertEqual(([], False), self.root(True, "--allow-root"))
        self.assertEqual(([], False), self.root(True, "--ServerApp.allow_root=True"))
        self.assertEqual(([], False), self.root(False))

    def root(self, is_root, *passed_on):
        out = io.StringIO()
        with mock.patch.object(lab, "is_root", return_value=is_root), contextlib.redirect_stdout(out):
            return lab.root(list(passed_on)), "--allow-root" in out.getvalue()
