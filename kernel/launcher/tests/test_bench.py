import io
import unittest
from contextlib import redirect_stderr

from launcher import bench_memory, main


class BenchTest(unittest.TestCase):
    def said(self, *arguments, what="training"):
        with redirect_stderr(io.StringIO()) as error:
            self.assertEqual(1, main.main(["bench", what, *arguments]))
        return error.getvalue()

    def test_kernels_are_not_measured_without_a_round(self):
        self.assertIn("expected at least one round, got 0", self.said("--rounds", "0", what="kernel"))

    def test_operations_are_not_measured_without_a_round_or_thread(self):
        self.assertIn("expected at least one round and one thread, got 0 and 1", self.said("--rounds", "0", what="tensor"))
        self.assertIn("expected at least one round and one thread, got 5 and 0", self.said("--threads", "0", what="tensor"))

    def test_a_session_is_not_measured_for_less_than_a_hundredth_can_be_told_of(self):
        self.assertIn("got 99 and 1000000", self.said("--cells", "99", what="memory"))
        self.assertIn("got 100 and 999999", self.said("--cells", "100", "--steps", "999999", what="memory"))

    def test_megabytes_stand_under_their_shares(self):
        said = bench_memory.table({"cells": {"megabytes": {"0": 300, "100": 310}, "seconds": 7.4}})
        self.assertEqual(["| resident MiB | 0 % | 100 % | seconds |", "| --- | ---: | ---: | ---: |", "| cells | 300 | 310 | 7 |"],
                         said.splitlines())

    def test_what_cannot_be_measured_is_refused_with_what_can(self):
        for arguments in (["bench", "cells"], ["bench"], ["bench", "kernel", "--only", "colour"]):
            with redirect_stderr(io.StringIO()) as error, self.assertRaises(SystemExit):
                main.main(arguments)
            self.assertRegex(error.getvalue(), "training|WHAT|completion")

    def test_a_run_without_rounds_or_threads_is_refused_before_anything_is_built(self):
        self.assertIn("expected at least one round and one thread, got 0 and 2", self.said("--rounds", "0"))
        self.assertIn("expected at least one round and one thread, got 5 and 0", self.said("--threads", "0"))

    def test_an_unknown_workload_is_refused_with_the_names_there_are(self):
        with redirect_stderr(io.StringIO()) as error, self.assertRaises(SystemExit):
            main.main(["bench", "training", "--workload", "vgg"])
        self.assertIn("lenet", error.getvalue())


if __name__ == "__main__":
    unittest.main()
