import json
import os

from launcher import engine, findings, kernelspec
from launcher.tests.places import PlaceTest

STRICT = """for word in "$@"; do case "$word" in
  -Xshare:on|-XX:AOTMode=on) [ -e {archive} ] || {{ echo "A jar file is not the one used"; exit 1; }};;
esac; done
"""


class FindingsTest(PlaceTest):
    """What doctor says, of programs that are there for the test only."""

    def setUp(self):
        super().setUp()
        os.environ["DJL_CACHE_DIR"] = str(self.folder / "cache")
        self.archive = self.folder / "archive"

    def java(self, more=""):
        home = self.jdk()
        script = home / "bin" / "java"
        script.write_text(script.read_text().replace("#!/bin/sh\n", "#!/bin/sh\n" + more))
        os.environ["JAVA_HOME"] = str(home)
        return script

    def states(self):
        return {finding.name: finding for finding in findings.all_of(self.house)}

    def test_a_fresh_checkout_has_no_fault_and_says_what_will_be_made(self):
        self.java()
        self.program(self.bin / "mvn", "echo 'Apache Maven 3.9.9'")
        found = self.states()
        self.assertEqual([], [str(one) for one in found.values() if one.is_fault and one.name not in ("Memory", "Disk")])
        self.assertEqual(["not yet", "not yet"], [found["Jars"].state, found["Environment"].state])
        self.assertIn("made by lab", str(found["Environment"]))

    def test_what_is_missing_is_a_fault_with_its_remedy(self):
        found = self.states()
        self.assertTrue(found["Java"].is_fault and found["Maven"].is_fault)
        self.assertIn("install a JDK", found["Java"].words)

    def test_a_distribution_needs_no_maven(self):
        (self.house.root / "pom.xml").unlink()
        self.file("jars/kernel/a.jar")
        self.file("jars/cells/b.jar")
        self.file("jars/kotlin/c.jar")
        self.java()
        found = self.states()
        self.assertNotIn("Maven", found)
        self.assertEqual("made", found["Jars"].state)

    def test_the_engine_is_really_started_once_it_is_unpacked(self):
        (self.house.root / "pom.xml").unlink()
        self.file("jars/kernel/a.jar")
        self.file("jars/cells/b.jar")
        self.file("jars/kotlin/c.jar")
        self.java(f'case "$*" in *{engine.MAIN}) [ -e {self.archive} ] && {{ echo PyTorch 2; exit 0; }}; echo no lib; exit 1;; esac\n')
        self.assertEqual("not yet", self.states()["Engine"].state)
        (self.folder / "cache" / "pytorch" / "2" / "lib").mkdir(parents=True)
        broken = self.states()["Engine"]
        self.assertTrue(broken.is_fault)
        self.assertIn("no lib", broken.words)
        self.assertIn("delete that folder", broken.mend)
        self.archive.touch()
        self.assertEqual(("works", "PyTorch 2"), (self.states()["Engine"].state, self.states()["Engine"].words))

    def kernel(self, jar):
        java = self.java(STRICT.format(archive=self.archive))
        return findings.kernel("kernel", "percolate-java", [
            str(java), "-XX:SharedArchiveFile=x", "-Xshare:auto", "-Xlog:disable", "-cp", str(jar), "Main", "{connection_file}"])

    def test_a_kernel_is_fresh_stale_or_broken(self):
        jar = self.file("a.jar")
        stale = self.kernel(jar)
        self.assertEqual("stale", stale.state)
        self.assertIn("A jar file is not the one used", stale.words)
        self.assertIn("./percolate install", stale.mend)
        self.archive.touch()
        self.assertEqual("fresh", self.kernel(jar).state)
        gone = self.kernel(self.folder / "gone.jar")
        self.assertTrue(gone.is_fault)
        self.assertIn("gone.jar", gone.words)

    def test_java_is_asked_to_refuse_what_it_would_leave_out_silently(self):
        self.assertEqual(["java", "-Xshare:on", "-XX:SharedArchiveFile=x", "-cp", "a", "-version"], findings.strict(
            ["java", "-XX:SharedArchiveFile=x", "-Xshare:auto", "-Xlog:disable", "-cp", "a", "Main", "{connection_file}"]))
        self.assertEqual(["java", "-XX:AOTMode=on", "-XX:AOTCache=x", "-cp", "a", "-version"], findings.strict(
            ["java", "-XX:AOTCache=x", "-Xlog:disable", "-cp", "a", "Main", "{connection_file}"]))

    def test_kernels_that_a_jupyter_on_the_path_sees_are_looked_at(self):
        resource = self.folder / "data" / "kernels" / "percolate-java"
        resource.mkdir(parents=True)
        (resource / "kernel.json").write_text(json.dumps({"argv": ["/no/java", "-cp", "x.jar", "Main"]}))
        specs = json.dumps({"kernelspecs": {"percolate-java": {"resource_dir": str(resource)}}})
        self.program(self.bin / "jupyter", f"echo 'a warning' >&2; echo '{specs}'")
        found = self.states()
        self.assertIn("1 of 2 kernels", found["Jupyter"].words)
        self.assertIn("/no/java", found["its kernels"].words)

    def test_memory_is_read_where_the_system_tells_it(self):
        self.assertEqual(2, findings.free_megabytes(self.file("meminfo", "MemTotal: 9999 kB\nMemAvailable:  2048 kB\n")))
        self.assertIsNone(findings.free_megabytes(self.folder / "nowhere"))

    def test_a_kernel_that_is_not_there_has_no_command(self):
        self.assertIsNone(kernelspec.command(self.folder / "nowhere"))
