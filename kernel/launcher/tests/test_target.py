import argparse
import os
import sys
from pathlib import Path
from unittest import mock

from launcher import install, target, uninstall
from launcher.failure import Failure
from launcher.tests.places import PlaceTest


def options(*words):
    parser = argparse.ArgumentParser()
    install.arguments(parser)
    return parser.parse_args(list(words))


class TargetTest(PlaceTest):
    """Which Jupyter is installed into."""

    def setUp(self):
        super().setUp()
        for name in ("VIRTUAL_ENV", "CONDA_PREFIX", "JUPYTER_DATA_DIR", "XDG_DATA_HOME"):
            os.environ.pop(name, None)

    def test_it_is_the_active_environment_unless_an_option_says_otherwise(self):
        os.environ["CONDA_PREFIX"] = "/conda"
        self.assertEqual(Path("/conda/share/jupyter"), target.data(options()))
        os.environ["VIRTUAL_ENV"] = "/virtual"
        self.assertEqual(Path("/virtual/share/jupyter"), target.data(options()))
        self.assertEqual(self.folder / "share/jupyter", target.data(options("--prefix", str(self.folder))))
        self.assertEqual(Path(sys.prefix) / "share/jupyter", target.data(options("--sys-prefix")))

    def test_a_python_of_the_system_is_left_alone_unless_it_is_named(self):
        with mock.patch.object(sys, "prefix", sys.base_prefix):
            with self.assertRaisesRegex(Failure, "expected an active virtual or conda environment, got none; .*--prefix P"):
                target.data(options())

    def test_the_users_own_jupyter_is_where_jupyter_says(self):
        with mock.patch.object(sys, "platform", "linux"):
            self.assertEqual(self.folder / ".local/share/jupyter", target.data(options("--user")))
            os.environ["XDG_DATA_HOME"] = "/xdg"
            self.assertEqual(Path("/xdg/jupyter"), target.data(options("--user")))
        with mock.patch.object(sys, "platform", "darwin"):
            self.assertEqual(self.folder / "Library/Jupyter", target.data(options("--user")))
        os.environ["JUPYTER_DATA_DIR"] = "/data"
        self.assertEqual(Path("/data"), target.data(options("--user")))

    def test_a_prefix_that_does_not_exist_or_is_a_file_is_refused_before_anything_is_built(self):
        for command in (install, uninstall):
            for place, words in ((self.folder / "typo", "does not exist"), (self.file("some-file"), "is a file")):
                with self.assertRaises(Failure) as caught:
                    command.run(options("--prefix", str(place)))
                self.assertIn(f"--prefix: expected the folder of an environment, got {place}, which {words}",
                              str(caught.exception))
        self.assertFalse((self.folder / "typo").exists())

    def test_two_places_at_once_are_refused(self):
        with mock.patch("sys.stderr"), self.assertRaises(SystemExit):
            options("--user", "--prefix", "x")

    def test_a_java_that_is_not_there_is_refused(self):
        with self.assertRaisesRegex(Failure, "--java: expected a JDK's folder or its java program, got .*nowhere"):
            install.run(options("--prefix", str(self.folder), "--java", str(self.folder / "nowhere")))

    def test_uninstalling_what_is_not_there_is_said(self):
        with self.assertRaisesRegex(Failure, "expected a kernel of Percolate below .*, got none; say where"):
            uninstall.run(options("--prefix", str(self.folder)))
