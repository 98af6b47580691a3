import json
import unittest

from launcher import coverage, gallery
from launcher.failure import Failure
from launcher.house import House
from launcher.tests.places import PlaceTest


def markdown(text):
    return {"cell_type": "markdown", "metadata": {}, "source": [text]}


def code(text, *rows):
    return {"cell_type": "code", "metadata": {"rows": list(rows)} if rows else {}, "source": [text], "outputs": []}


class CoverageTest(PlaceTest):
    """Which cell checks which row."""

    def notebook(self, *cells, rows=(), name="notebooks/java/01-neuron.ipynb"):
        metadata = {"percolate": {"rows": list(rows)}} if rows else {}
        return self.file(name, json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": list(cells)}))

    def refused(self, notebook, *words):
        with self.assertRaises(Failure) as caught:
            coverage.places(notebook)
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_all_lectures_have_their_rows(self):
        self.assertEqual(103, len(coverage.ROWS))
        self.assertEqual(["A1", "E23"], [coverage.ROWS[0], coverage.ROWS[-1]])

    def test_a_row_is_found_with_its_cell_and_the_heading_above(self):
        notebook = self.notebook(markdown("# A neuron\n\nwords\n\n## Its line"), code("var w = 1;"),
                                 code("assert w == 1;", "D7"), rows=["D7"])
        self.assertEqual({"D7": [coverage.Place(notebook, 2, "Its line")]}, coverage.places(notebook))

    def test_kotlins_check_and_a_thrown_error_assert_too(self):
        notebook = self.notebook(code("check(w == 1) { w }", "A4"),
                                 code("if (w != 1) throw new AssertionError(w);", "A4"), rows=["A4"])
        self.assertEqual([1, 2], [place.cell for place in coverage.places(notebook)["A4"]])

    def test_a_row_without_an_assertion_is_refused(self):
        self.refused(self.notebook(code("var w = 1;", "D7"), rows=["D7"]),
                     "01-neuron.ipynb, code cell 1: expected an assertion for row D7, got none")

    def test_an_unknown_row_is_refused(self):
        self.refused(self.notebook(code("assert true;", "F1"), rows=["F1"]), "expected a row A1 to E23, got F1")

    def test_a_notebook_names_the_rows_of_its_cells(self):
        self.refused(self.notebook(code("assert true;", "D7"), rows=["D8"]),
                     "expected its metadata to name the rows of its cells, D7, got D8")

    def test_the_table_links_each_place(self):
        notebook = self.notebook(markdown("# A neuron"), code("assert true;", "D7", "A1"), rows=["A1", "D7"])
        self.assertEqual(
            ["| A1 | [java/01-neuron](java/01-neuron.ipynb), cell 1: A neuron |",
             "| D7 | [java/01-neuron](java/01-neuron.ipynb), cell 1: A neuron |"],
            coverage.table(self.house.root / "notebooks", coverage.of([notebook])).splitlines()[2:])

    def test_the_page_keeps_what_stands_around_the_table(self):
        page = f"head\n{coverage.BEGIN}\nold\n{coverage.END}\nfoot\n"
        self.assertEqual(f"head\n{coverage.BEGIN}\n\nnew\n\n{coverage.END}\nfoot\n", coverage.written(page, "new"))
        with self.assertRaisesRegex(Failure, "got a page without them"):
            coverage.written("head", "new")


class GalleryTest(unittest.TestCase):
    """The notebooks as they are."""

    ROOT = House.here().root

    def test_the_table_of_rows_is_as_the_notebooks_are(self):
        page = self.ROOT / "notebooks" / "README.md"
        self.assertEqual(gallery.tabulated(self.ROOT), page.read_text(encoding="utf-8"),
                         "run ./percolate gallery --table")

    def test_each_notebook_can_be_shown_on_github(self):
        for notebook in gallery.notebooks(self.ROOT):
            self.assertLess(notebook.stat().st_size, gallery.MOST_BYTES, notebook.name)


if __name__ == "__main__":
    unittest.main()
