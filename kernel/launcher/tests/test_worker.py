import sys
import tempfile
import unittest
from pathlib import Path

from launcher.failure import Failure
from launcher.worker import Worker

ECHO = """
import json, sys
for line in sys.stdin:
    print("heard", line.strip(), file=sys.stderr)
    print(json.dumps({"length": 10 // len(line.strip())}), flush=True)
"""


class WorkerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = Path(folder.name) / "logs" / "echo.log"

    def start(self):
        worker = Worker("echo", [sys.executable, "-c", ECHO], self.log)
        self.addCleanup(worker.__exit__)
        return worker

    def test_each_command_is_answered(self):
        worker = self.start()
        self.assertEqual([5, 2], [worker.ask(word)["length"] for word in ("ab", "abcde")])

    def test_what_else_it_says_goes_to_the_log(self):
        self.start().ask("ab")
        self.assertIn("heard ab", self.log.read_text())

    def test_a_program_that_ends_is_a_failure_with_its_last_words(self):
        worker = self.start()
        with self.assertRaisesRegex(Failure, r"echo: expected an answer, but the program ended.*\n(.*\n)*.*ZeroDivisionError"):
            worker.ask("")

    def test_a_command_to_a_program_that_has_ended_is_the_same_failure(self):
        worker = self.start()
        with self.assertRaises(Failure):
            worker.ask("")
        worker._program.wait()
        with self.assertRaisesRegex(Failure, "ZeroDivisionError"):
            worker.ask("ab")

    def test_leaving_the_block_ends_the_program(self):
        with self.start() as worker:
            worker.ask("ab")
        self.assertIsNotNone(worker._program.poll())


if __name__ == "__main__":
    unittest.main()
