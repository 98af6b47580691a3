import os

from launcher import engine, tools
from launcher.failure import Failure
from launcher.jars import Jars
from launcher.tests.places import PlaceTest

CHECK = """case "$*" in *EngineCheck) {does}; exit $?;; esac
"""
UNPACK = 'echo start >> {starts}; mkdir -p "$DJL_CACHE_DIR/pytorch/2.7.1"; ' \
         'echo lib > "$DJL_CACHE_DIR/pytorch/2.7.1/lib.so"; echo "PyTorch 2.7.1, cpu, 2 threads"'


class EngineTest(PlaceTest):
    """The engine's first start, with a Java that counts how often it is asked for it."""

    def setUp(self):
        super().setUp()
        os.environ["DJL_CACHE_DIR"] = str(self.folder / "cache")
        self.starts = self.folder / "starts"
        self.starts.touch()
        self.jars = Jars(self.house.jars, "digest")
        self.file("kernel/app/target/percolate/cells/pytorch-native-1.jar")
        self.java(UNPACK.format(starts=self.starts))

    def java(self, does):
        home = self.jdk()
        script = home / "bin" / "java"
        script.write_text(script.read_text().replace("#!/bin/sh\n", "#!/bin/sh\n" + CHECK.format(does=does)))
        os.environ["JAVA_HOME"] = str(home)

    def prepare(self):
        engine.prepare(self.house, self.jars, tools.java(), self.progress)

    def started(self):
        return self.starts.read_text().count("start")

    def test_it_is_started_once_and_says_what_it_found(self):
        self.prepare()
        self.prepare()
        self.assertEqual(1, self.started())
        self.assertIn("PyTorch 2.7.1, cpu, 2 threads", self.said.getvalue())

    def test_it_is_started_again_for_another_cache_an_emptied_one_and_other_natives(self):
        self.prepare()
        os.environ["DJL_CACHE_DIR"] = str(self.folder / "other")
        self.prepare()
        (self.folder / "other" / "pytorch" / "2.7.1" / "lib.so").unlink()
        self.prepare()
        self.file("kernel/app/target/percolate/cells/pytorch-native-2.jar")
        self.prepare()
        self.assertEqual(4, self.started())

    def test_a_failure_quotes_the_last_words_names_the_log_and_is_tried_again(self):
        self.java("echo 'java.io.IOException: No space left on device'; false")
        for _ in range(2):
            with self.assertRaises(Failure) as caught:
                self.prepare()
            self.assertIn("No space left on device", str(caught.exception))
            self.assertIn(str(self.house.logs / "engine.log"), str(caught.exception))

    def test_the_cache_is_where_java_takes_the_users_home_to_be(self):
        java = tools.java()
        self.assertEqual(self.folder / "cache" / "pytorch", engine.unpacked(java))
        del os.environ["DJL_CACHE_DIR"]
        self.assertEqual(java.user_home / ".djl.ai" / "pytorch", engine.unpacked(java))
        os.environ["ENGINE_CACHE_DIR"] = str(self.folder / "engines")
        self.assertEqual(self.folder / "engines" / "pytorch", engine.unpacked(java))
