import unittest

from launcher.operations import JAVA, OPERATIONS, PYTHON, SIZES, Row, sized, table


class OperationsTest(unittest.TestCase):
    def test_statements_are_sized(self):
        self.assertEqual("randn(64, 64)", sized(OPERATIONS["randn"].java, "[64, 64]"))
        self.assertIn("randn(4096).toFloatArray()", sized(JAVA, "[64, 64]"))
        self.assertIn("torch.randn(64)", sized(PYTHON, "[64]"))

    def test_every_operation_is_measured_on_shapes_there_are(self):
        for name, operation in OPERATIONS.items():
            self.assertTrue(operation.sizes, name)
            self.assertLessEqual(set(operation.sizes), set(SIZES), name)

    def test_a_row_keeps_the_very_first_call_and_compares_rounds(self):
        row = Row("plus [64]")
        for peer, ours, first in ((1.0, 2.0, 90.0), (10.0, 15.0, 1.0), (2.0, 2.0, 1.0)):
            row.add({"first": first, "micros": peer}, {"first": first + 1, "micros": ours})
        self.assertEqual((90.0, 91.0), (row.first_peer, row.first_ours))
        self.assertEqual(1.5, row.ratio)

    def test_the_table_names_operation_medians_ranges_ratio_and_first_calls(self):
        row = Row("plus [64]", [1.0, 2.0, 3.0], [2.0, 3.0, 4.0], 10.0, 20.0)
        self.assertIn("| plus [64] | 2.00 (1.00–3.00) | 3.00 (2.00–4.00) | **1.50** | 10.0 | 20.0 |", table([row]))


if __name__ == "__main__":
    unittest.main()
