import unittest

from launcher.latencies import Measured, QUESTIONS, table


def measured(name, **rounds):
    return Measured(name, rounds)


class LatenciesTest(unittest.TestCase):
    def test_each_round_is_kept(self):
        one = Measured("a")
        one.add({"first": 1.0})
        one.add({"first": 3.0, "add": 2.0})
        self.assertEqual({"first": [1.0, 3.0], "add": [2.0]}, one.rounds)

    def test_the_ratio_compares_rounds_so_that_a_slow_phase_of_the_machine_cancels_out(self):
        peer = measured("python3", first=[1.0, 10.0, 1.0])
        self.assertEqual("**2.00**", measured("a", first=[2.0, 20.0, 2.0]).ratio("first", peer))

    def test_the_table_names_medians_ranges_and_ratios_and_leaves_open_what_was_not_measured(self):
        said = table(["first", "training"], [
            measured("python3", first=[1.0, 2.0, 3.0]), measured("percolate-java", first=[2.0, 4.0, 6.0], training=[5.0])])
        self.assertIn("| | python3 | percolate-java | ratio |", said)
        self.assertIn("| process start to first result, ms | 2.00 (1.00–3.00) | 4.00 (2.00–6.00) | **2.00** |", said)
        self.assertIn("| completion while a model trains, ms | – | 5.00 (5.00–5.00) |  |", said)

    def test_every_question_has_a_title_and_a_unit(self):
        for title, unit in QUESTIONS.values():
            self.assertTrue(title)
            self.assertIn(unit, ("ms", "MiB"))


if __name__ == "__main__":
    unittest.main()
