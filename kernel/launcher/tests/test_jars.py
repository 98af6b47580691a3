import os

from launcher import jars, tools
from launcher.failure import Failure
from launcher.tests.places import PlaceTest

VERSION = '[ "$1" = -version ] && { echo "Apache Maven 3.9.9"; exit 0; }\n'
BUILD = VERSION + """echo build >> builds
mkdir -p kernel/app/target/percolate/kernel kernel/app/target/percolate/cells kernel/app/target/percolate/kotlin
cat kernel/core/src/main/java/A.java > kernel/app/target/percolate/kernel/percolate-kernel-core.jar
echo library > kernel/app/target/percolate/cells/library.jar
echo compiler > kernel/app/target/percolate/kotlin/compiler.jar"""


class JarsTest(PlaceTest):
    """The build, with a Maven that counts how often it is called."""

    def setUp(self):
        super().setUp()
        self.file("pom.xml", "<project/>")
        self.file("kernel/core/pom.xml", "<project/>")
        self.source = self.file("kernel/core/src/main/java/A.java", "class A {}")
        self.file("kernel/core/src/test/java/ATest.java", "class ATest {}")
        os.environ["JAVA_HOME"] = str(self.jdk())
        self.maven(BUILD)

    def maven(self, text):
        self.program(self.bin / "mvn", text)

    def build(self):
        return jars.build(self.house, tools.java(), self.progress)

    def builds(self):
        file = self.house.root / "builds"
        return file.read_text().count("build") if file.exists() else 0

    def test_a_second_start_builds_nothing(self):
        self.assertEqual(self.build(), self.build())
        self.assertEqual(1, self.builds())

    def test_a_touched_file_and_a_changed_test_build_nothing(self):
        self.build()
        os.utime(self.source, (1, 1))
        self.file("kernel/core/src/test/java/ATest.java", "class ATest { int changed; }")
        self.build()
        self.assertEqual(1, self.builds())

    def test_a_changed_source_a_new_resource_and_a_changed_pom_build_again(self):
        before = self.build().digest
        self.file("kernel/core/src/main/java/A.java", "class A { int changed; }")
        self.assertNotEqual(before, self.build().digest)
        self.file("dsl/pom.xml", "<project/>")
        self.build()
        self.file("dsl/core/pom.xml", "<project/>")
        self.file("dsl/core/src/main/resources/data.csv", "1,2")
        self.build()
        self.assertEqual(4, self.builds())

    def test_jars_that_were_removed_or_changed_by_hand_are_built_again(self):
        built = self.build()
        (built.folder / "kernel" / "percolate-kernel-core.jar").write_text("changed")
        self.assertEqual(built, self.build())
        (built.folder / "cells" / "library.jar").unlink()
        self.assertEqual(built, self.build())
        self.assertEqual(3, self.builds())

    def test_a_failing_build_shows_mavens_errors_and_its_log_and_is_tried_again(self):
        self.maven(VERSION + "echo '[INFO] Scanning'; echo '[ERROR] A.java:[1,9] cannot find symbol';"
                             "echo '[ERROR] -> [Help 1] http://some'; echo '[ERROR] '; exit 1")
        with self.assertRaises(Failure) as caught:
            self.build()
        said = str(caught.exception)
        self.assertIn("A.java:[1,9] cannot find symbol", said)
        self.assertIn(str(self.house.logs / "maven.log"), said)
        self.assertNotIn("[Help 1]", said)
        self.assertNotIn("Scanning", said)
        self.assertIn("stopped", self.said.getvalue())
        self.maven(BUILD)
        self.build()
        self.assertEqual(1, self.builds())

    def test_a_build_that_failed_after_laying_out_half_is_not_taken_for_done(self):
        self.maven(BUILD + "\nexit 1")
        self.assertRaises(Failure, self.build)
        self.assertIsNone(jars.built(self.house))

    def test_no_network_is_said_to_be_that(self):
        self.maven(VERSION + "echo '[ERROR] Plugin p or one of its dependencies could not be resolved: "
                             "Could not transfer artifact p:pom:1 from/to central: Unknown host'; exit 1")
        with self.assertRaises(Failure) as caught:
            self.build()
        self.assertIn("expected a connection to Maven's repository", str(caught.exception))
        self.assertIn("settings.xml", str(caught.exception))

    def test_downloads_are_condensed_to_megabytes_and_modules(self):
        self.maven(VERSION + "echo '[INFO] Building core 0.1.0   [2/9]';"
                             "printf 'Progress (2): 1.5/9.0 MB | 500/700 kB\\r';"
                             "echo 'Downloaded from central: some:jar (30 MB at 3 MB/s)';" + BUILD)
        self.build()
        self.assertRegex(self.said.getvalue(), r"Maven build: 0:\d\d, 30 MB, done")

    def test_a_distribution_brings_its_jars_and_is_never_built(self):
        (self.house.root / "pom.xml").unlink()
        with self.assertRaisesRegex(Failure, "expected those of the distribution in .*, got none; unpack its zip file again"):
            self.build()
        self.file("jars/kernel/percolate-kernel-core.jar", "kernel")
        self.file("jars/cells/library.jar", "library")
        self.file("jars/kotlin/compiler.jar", "compiler")
        self.assertEqual(self.house.root / "jars", self.build().folder)
        self.assertEqual(0, self.builds())
