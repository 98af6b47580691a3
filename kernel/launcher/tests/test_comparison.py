import unittest

from launcher.comparison import Comparison, Side, digits, series, table
from launcher.failure import Failure


def side(*rounds, threads=2):
    return Side(threads, 0.5, list(rounds))


class ComparisonTest(unittest.TestCase):
    def test_a_round_counts_with_the_median_of_its_epochs_after_warm_up(self):
        measured = Side()
        measured.add({"millisPerStep": [90.0, 80.0, 1.0, 2.0, 30.0], "threads": 2, "losses": [0.9, 0.1]}, warm_up=2)
        self.assertEqual([2.0], measured.rounds)

    def test_a_side_that_does_not_learn_is_refused(self):
        for losses in ([0.5, 0.5], [0.5, float("nan")]):
            with self.assertRaisesRegex(Failure, "expected a loss that falls"):
                Side().add({"millisPerStep": [1.0, 1.0], "threads": 2, "losses": losses}, warm_up=1)

    def test_the_faster_peer_counts(self):
        compared = Comparison("xor", [side(1.0, 1.2, 1.1, threads=1), side(3.0, 1.0, 3.1)], side(1.0, 1.0, 1.0))
        self.assertEqual(1, compared.peer.threads)

    def test_the_ratio_compares_rounds_so_that_a_slow_phase_of_the_machine_cancels_out(self):
        compared = Comparison("mlp", [side(1.0, 10.0, 1.0)], side(0.5, 5.0, 0.5))
        self.assertEqual(0.5, compared.ratio)

    def test_the_table_names_workload_medians_ranges_and_ratio(self):
        said = table([Comparison("mlp", [side(1.0, 2.0, 3.0)], side(0.5, 1.0, 1.5))], "PyTorch eager")
        self.assertIn("| mlp | 2.00 (1.00–3.00) | 2 | 0.5 | 1.00 (0.500–1.50) | 2 | 0.5 | **0.50** |", said)

    def test_what_does_not_run_is_a_dash_and_takes_no_part_in_the_ratio(self):
        said = table([Comparison("xor", [side(2.0)], side(1.0), {"compiled": None, "other": side(9.0)})], "PyTorch eager")
        self.assertIn("| ratio | compiled | other |", said)
        self.assertIn("| **0.50** | – | 9.00 (9.00–9.00) |", said)

    def test_a_series_tells_each_time_in_its_order(self):
        said = series("milliseconds", {"first": [30.0, 2.0], "second": [1.0]})
        self.assertEqual(["| milliseconds | 1 | 2 |", "| --- | ---: | ---: |", "| first | 30.0 | 2.00 |",
                          "| second | 1.00 |"], said.splitlines())

    def test_numbers_have_three_digits(self):
        self.assertEqual(["0.092", "3.72", "13.5"], [digits(0.0921), digits(3.7219), digits(13.4999)])


if __name__ == "__main__":
    unittest.main()
