import os

from launcher import tools
from launcher.failure import Failure
from launcher.tests.places import PlaceTest


class ToolsTest(PlaceTest):

    def refused(self, look, *words):
        with self.assertRaises(Failure) as caught:
            look()
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_the_java_of_java_home_goes_first(self):
        older = self.jdk("17.0.1")
        newer = self.jdk("25.0.1")
        (self.bin / "java").symlink_to(older / "bin" / "java")
        self.assertEqual("17.0.1", tools.java().version)
        os.environ["JAVA_HOME"] = str(newer)
        self.assertEqual((newer, "25.0.1", "linux-x86_64"),
                         (tools.java().home, tools.java().version, tools.java().platform))

    def test_no_java_names_what_to_install(self):
        self.refused(tools.java, "expected a JDK from 17 on", "no java on the PATH", "JAVA_HOME")

    def test_a_java_home_without_java_is_named(self):
        os.environ["JAVA_HOME"] = str(self.folder / "nowhere")
        self.refused(tools.java, "JAVA_HOME", "nowhere")

    def test_an_old_java_is_named_with_its_version(self):
        for version in ("11.0.2", "1.8.0_402"):
            os.environ["JAVA_HOME"] = str(self.jdk(version))
            self.refused(tools.java, "expected version 17 or newer", f"jdk-{version}")

    def test_a_runtime_without_a_compiler_is_not_enough(self):
        home = self.jdk()
        (home / "bin" / "javac").unlink()
        os.environ["JAVA_HOME"] = str(home)
        self.refused(tools.java, "expected a JDK", "without a compiler")

    def test_a_java_that_cannot_start_is_quoted(self):
        self.program(self.bin / "java", "echo 'Unable to locate a Java Runtime.'; exit 1")
        self.refused(tools.java, "Unable to locate a Java Runtime")

    def test_each_platform_with_a_native_engine_is_known(self):
        for system, processor, classifier in (
                ("Linux", "amd64", "linux-x86_64"), ("Linux", "aarch64", "linux-aarch64"),
                ("Mac OS X", "aarch64", "osx-aarch64"), ("Windows 11", "amd64", "win-x86_64")):
            os.environ["JAVA_HOME"] = str(self.jdk(system=system, processor=processor))
            self.assertEqual(classifier, tools.java().platform)

    def test_a_platform_without_a_native_engine_is_named(self):
        for system, processor in (("Mac OS X", "x86_64"), ("FreeBSD", "amd64"), ("Linux", "riscv64")):
            os.environ["JAVA_HOME"] = str(self.jdk(system=system, processor=processor))
            self.refused(tools.java, f"{system} on {processor}", "macOS (ARM 64)")

    def test_maven_is_found_whatever_colours_it_wears(self):
        program = self.program(self.bin / "mvn", r"printf '\033[1mApache Maven 3.6.3\033[m\n'")
        self.assertEqual(program, tools.maven())

    def test_no_maven_and_an_old_maven_are_named(self):
        self.refused(tools.maven, "expected 3.6.3 or newer", "no mvn on the PATH")
        self.program(self.bin / "mvn", "echo 'Apache Maven 3.5.4'")
        self.refused(tools.maven, "3.5.4", "expected 3.6.3 or newer")
        self.program(self.bin / "mvn", "echo 'The JAVA_HOME environment variable is not defined correctly'")
        self.refused(tools.maven, "JAVA_HOME environment variable is not defined")
