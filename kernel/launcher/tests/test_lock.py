import subprocess
import sys

from launcher import lock
from launcher.house import House
from launcher.tests.places import PlaceTest

HOLD = """
import sys
from pathlib import Path
from launcher import lock
from launcher.progress import Progress
with lock.held(Path(sys.argv[1]), Progress(sys.stderr)):
    print("held", flush=True)
    sys.stdin.readline()
print("freed", flush=True)
"""


class LockTest(PlaceTest):

    def other(self):
        program = subprocess.Popen([sys.executable, "-c", HOLD, str(self.folder / "lock")], text=True,
                                   cwd=House.here().root / "kernel", stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.over, program)
        self.assertEqual("held\n", program.stdout.readline())
        return program

    def over(self, program):
        program.kill()
        program.communicate()

    def test_a_second_start_waits_for_the_first_and_says_so(self):
        first = self.other()
        second = subprocess.Popen([sys.executable, "-c", HOLD, str(self.folder / "lock")], text=True,
                                  cwd=House.here().root / "kernel", stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.over, second)
        self.assertIn("Another start", second.stderr.readline())
        first.stdin.write("\n")
        first.stdin.flush()
        self.assertEqual("freed\n", first.stdout.readline())
        self.assertEqual("held\n", second.stdout.readline())

    def test_a_start_that_was_killed_holds_nothing(self):
        self.over(self.other())
        with lock.held(self.folder / "lock", self.progress):
            self.assertEqual("", self.said.getvalue())
