import os
import signal
import subprocess
import sys
import time

from launcher import process
from launcher.house import House
from launcher.tests.places import PlaceTest

HAND_OVER = """
import os, sys
from launcher import process
sys.exit(process.hand_over([sys.executable, "-c", sys.argv[1]], os.environ))
"""


class ProcessTest(PlaceTest):

    def follow(self, text):
        lines = []
        status = process.follow([self.program(self.bin / "some", text)], self.folder / "some.log", lines.append)
        return status, lines

    def test_lines_end_at_newlines_and_at_carriage_returns(self):
        self.assertEqual((0, ["one", "two", "three"]), self.follow(r"printf 'one\rtwo\r\n\nthree'"))

    def test_both_streams_and_the_log_hold_what_was_said_and_the_status_comes_back(self):
        self.assertEqual((3, ["fine", "bad"]), self.follow("echo fine; echo bad >&2; exit 3"))
        self.assertEqual("fine\nbad\n", (self.folder / "some.log").read_text())

    def test_a_program_is_ended_when_its_reader_fails(self):
        def fail(line):
            raise KeyboardInterrupt

        pid_file = self.folder / "pid"
        program = self.program(self.bin / "endless", f"echo $$ > {pid_file}; echo started; exec sleep 600")
        with self.assertRaises(KeyboardInterrupt):
            process.follow([program], self.folder / "log", fail)
        with self.assertRaises(ProcessLookupError):
            os.kill(int(pid_file.read_text()), 0)

    def hand_over(self, text):
        program = subprocess.Popen([sys.executable, "-c", HAND_OVER, text], stdout=subprocess.PIPE, text=True,
                                   cwd=House.here().root / "kernel")
        self.addCleanup(program.stdout.close)
        return program

    def test_the_exit_status_of_a_program_handed_over_to_is_ours(self):
        self.assertEqual(7, self.hand_over("raise SystemExit(7)").wait(60))

    def test_a_request_to_end_reaches_the_program_handed_over_to(self):
        ours = self.hand_over("import os, time; print(os.getpid(), flush=True); time.sleep(600)")
        child = int(ours.stdout.readline())
        ours.send_signal(signal.SIGTERM)
        self.assertEqual(128 + signal.SIGTERM, ours.wait(60))
        self.wait_until_gone(child)

    def wait_until_gone(self, pid):
        for _ in range(600):
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return
            time.sleep(0.05)
        self.fail(f"process {pid} still runs")
