import argparse
import json
from pathlib import Path

from launcher import run
from launcher.failure import Failure
from launcher.tests.places import PlaceTest


class RunTest(PlaceTest):
    """What is refused before anything is built."""

    def notebook(self, name="a.ipynb", kernel="percolate-java"):
        metadata = {"kernelspec": {"name": kernel}} if kernel else {}
        return self.file(name, json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": []}))

    def refused(self, notebooks, *words, output=None):
        with self.assertRaises(Failure) as caught:
            run.run(argparse.Namespace(notebook=[Path(one) for one in notebooks], output=output))
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_a_missing_file_is_named(self):
        self.refused(["nowhere.ipynb"], "nowhere.ipynb: expected a notebook file, got none")

    def test_a_folder_is_named(self):
        self.refused([self.house.root], "expected a readable notebook file")

    def test_what_is_not_json_and_what_is_other_json_is_named(self):
        self.refused([self.file("a.txt", "hello")], "a.txt: expected a notebook (JSON)")
        self.refused([self.file("b.json", "[1]")], "b.json: expected a notebook of format 4")

    def test_an_unknown_kernel_is_named_with_the_known_ones(self):
        self.refused([self.notebook(kernel="cobol")], "'cobol'", "percolate-java")

    def test_a_notebook_that_names_no_kernel_gets_ours(self):
        self.assertEqual("percolate-java", run.kernel_of(self.notebook(kernel=None)))

    def test_results_never_overwrite_the_source_or_each_other(self):
        notebook = self.notebook()
        self.refused([notebook], "overwrite a.ipynb", output=notebook.parent)
        self.refused([notebook, self.notebook("b/a.ipynb")], "two of this one")
