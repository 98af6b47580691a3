import os
import shutil

from launcher import kernelspec, tools
from launcher.failure import Failure
from launcher.jars import Jars
from launcher.tests.places import PlaceTest

MAIN = """case "$*" in *percolate.kernel.app.Main*)
  while [ "$1" != --data ]; do shift; done
  echo install >> {installs}
  [ -e {broken} ] && {{ echo "share: expected a folder, got a file"; exit 1; }}
  mkdir -p "$2/percolate"
  for language in java kotlin; do
    mkdir -p "$2/kernels/percolate-$language"
    echo '{{"argv": []}}' > "$2/kernels/percolate-$language/kernel.json"
    echo archive > "$2/percolate/$language.archive"
  done
  echo "java.archive: 29 MB in 3.7 s"
  exit 0;;
esac
"""


class KernelspecTest(PlaceTest):
    """The kernels in an environment, with a Java that counts how often it installs."""

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
        kernelspec.prepare(self.house, Jars(self.house.jars, digest), tools.java(), kernelspec.data_of(self.prefix), self.progress)

    def installed(self):
        return self.installs.read_text().count("install") if self.installs.exists() else 0

    def test_it_is_installed_once_and_again_for_other_jars_another_java_or_when_it_is_gone(self):
        self.prepare()
        self.prepare()
        self.assertEqual(1, self.installed())
        self.prepare("two")
        os.environ["JAVA_HOME"] = str(self.java("21.0.1"))
        self.prepare("two")
        (kernelspec.folder(kernelspec.data_of(self.prefix), "percolate-kotlin") / "kernel.json").unlink()
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

    def test_what_was_installed_is_taken_away_and_nothing_else(self):
        self.prepare()
        data = kernelspec.data_of(self.prefix)
        other = data / "kernels" / "python3"
        other.mkdir()
        self.assertEqual(["percolate-java", "percolate-kotlin", "percolate"],
                         [place.name for place in kernelspec.remove(data)])
        self.assertEqual(["kernels"], [place.name for place in data.iterdir()])
        self.assertTrue(other.is_dir())
        self.assertEqual([], kernelspec.remove(data))

    def test_folders_that_are_left_empty_go_too(self):
        self.prefix.mkdir()
        (self.prefix / "bin").mkdir()
        self.prepare()
        kernelspec.remove(kernelspec.data_of(self.prefix))
        self.assertEqual(["bin"], [place.name for place in self.prefix.iterdir()])

    def test_what_is_half_gone_already_is_taken_away_all_the_same(self):
        self.prepare()
        data = kernelspec.data_of(self.prefix)
        shutil.rmtree(data / "kernels")
        self.assertEqual(["percolate"], [place.name for place in kernelspec.remove(data)])
        self.assertFalse(data.exists())

    def test_a_folder_for_data_of_another_name_stays(self):
        data = self.folder / "my-data"
        kernelspec.prepare(self.house, Jars(self.house.jars, "one"), tools.java(), data, self.progress)
        kernelspec.remove(data)
        self.assertEqual([], list(data.iterdir()))

    def test_two_environments_do_not_share_what_is_noted(self):
        self.prepare()
        self.prefix = self.folder / "another"
        self.prepare()
        self.prefix = self.folder / "environment"
        self.prepare()
        self.assertEqual(2, self.installed())

    def test_a_jar_that_was_touched_is_installed_again(self):
        self.prepare()
        jar = kernelspec.shared(kernelspec.data_of(self.prefix)) / "cells" / "a.jar"
        jar.parent.mkdir()
        jar.touch()
        self.prepare()
        self.assertEqual(2, self.installed())

    def test_an_archive_that_is_gone_is_made_again(self):
        self.prepare()
        kernelspec.archive(kernelspec.data_of(self.prefix), "kotlin").unlink()
        self.prepare()
        self.assertEqual(2, self.installed())

    def test_how_large_an_archive_is_and_how_long_it_took_is_said(self):
        self.prepare()
        self.assertIn("Start-up archive: java.archive: 29 MB in 3.7 s", self.said.getvalue())
