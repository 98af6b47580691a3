import argparse
import os
import sys
from pathlib import Path
from unittest import mock

from launcher import install, kernelspec, tools
from launcher.failure import Failure
from launcher.jars import Jars
from launcher.tests.places import PlaceTest

MAIN = """case "$*" in *percolate.kernel.app.Main*)
  while [ "$1" != --prefix ]; do shift; done
  echo install >> {installs}
  [ -e {broken} ] && {{ echo "share: expected a folder, got a file"; exit 1; }}
  mkdir -p "$2/share/jupyter/kernels/percolate-java"
  echo "{{}}" > "$2/share/jupyter/kernels/percolate-java/kernel.json"
  exit 0;;
esac
"""


class KernelspecTest(PlaceTest):
    """The kernel in an environment, with a Java that counts how often it installs."""

    def setUp(self):
        super().setUp()
        self.installs = self.folder / "installs"
        self.broken = self.folder / "broken"
        self.prefix = self.folder / "environment"
        os.environ["JAVA_HOME"] = str(self.java("17.0.15"))

    def java(self, version):
        home = self.jdk(version)
        script = home / "bin" / "java"
        main = MAIN.format(installs=self.installs, broken=self.broken)
        script.write_text(script.read_text().replace("#!/bin/sh\n", "#!/bin/sh\n" + main))
        return home

    def prepare(self, digest="one"):
        kernelspec.prepare(self.house, Jars(self.house.jars, digest), tools.java(), self.prefix, self.progress)

    def installed(self):
        return self.installs.read_text().count("install") if self.installs.exists() else 0

    def test_it_is_installed_once_and_again_for_other_jars_another_java_or_when_it_is_gone(self):
        self.prepare()
        self.prepare()
        self.assertEqual(1, self.installed())
        self.prepare("two")
        os.environ["JAVA_HOME"] = str(self.java("21.0.1"))
        self.prepare("two")
        (kernelspec.folder(self.prefix) / "kernel.json").unlink()
        self.prepare("two")
        self.assertEqual(4, self.installed())

    def test_a_failure_is_quoted_and_tried_again(self):
        self.broken.touch()
        with self.assertRaises(Failure) as caught:
            self.prepare()
        self.assertIn("expected a folder, got a file", str(caught.exception))
        self.broken.unlink()
        self.prepare()
        self.assertEqual(2, self.installed())

    def test_it_goes_to_the_active_environment_unless_a_prefix_is_given(self):
        os.environ.pop("VIRTUAL_ENV", None)
        os.environ["CONDA_PREFIX"] = "/conda"
        self.assertEqual(Path("/conda"), install.active_environment())
        os.environ["VIRTUAL_ENV"] = "/virtual"
        self.assertEqual(Path("/virtual"), install.active_environment())

    def test_a_python_of_the_system_is_left_alone_unless_it_is_named(self):
        with mock.patch.dict("os.environ", clear=True), mock.patch.object(sys, "prefix", sys.base_prefix):
            with self.assertRaisesRegex(Failure, "expected an active virtual or conda environment, got none; .*--prefix"):
                install.active_environment()

    def test_a_prefix_that_is_a_file_is_refused_before_anything_is_built(self):
        with self.assertRaises(Failure) as caught:
            install.run(argparse.Namespace(prefix=self.file("some-file")))
        self.assertIn("--prefix: expected a folder", str(caught.exception))
        self.assertIn("some-file", str(caught.exception))
