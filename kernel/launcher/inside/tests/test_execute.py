"""Executes notebooks over a real kernel, Python's own. Run by the Python of the environment:

    .percolate/jupyter/bin/python -m unittest discover --start-directory kernel/launcher/inside/tests
"""

import contextlib
import io
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

INSIDE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(INSIDE))

import execute  # noqa: E402  (the path must be set first)


class ExecuteTest(unittest.TestCase):

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="percolate-test-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.output = self.folder / "output"

    def notebook(self, name, *cells):
        path = self.folder / f"{name}.ipynb"
        nbformat.write(new_notebook(cells=[new_markdown_cell("# Words"), *map(new_code_cell, cells)]), path)
        return path

    def order(self, *notebooks, kernel="python3"):
        return {"plan": [{"notebook": str(one), "kernel": kernel} for one in notebooks],
                "output": str(self.output), "logs": str(self.folder / "logs")}

    def execute(self, *notebooks, **options):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = execute.main(self.order(*notebooks, **options))
        return status, out.getvalue(), err.getvalue()

    def keep(self, source, most):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = execute.main({**self.order(source), "keep": most})
        return status, err.getvalue()

    def test_outputs_are_kept_without_times(self):
        source = self.notebook("kept", "print('the answer is', 6 * 7)")
        self.assertEqual((0, ""), self.keep(source, 10_000))
        kept = nbformat.read(source, 4)
        self.assertEqual("the answer is 42\n", kept.cells[1].outputs[0].text)
        self.assertNotIn("execution", kept.cells[1].metadata)
        self.assertNotIn("version", kept.metadata.language_info)
        again = source.read_bytes()
        self.keep(source, 10_000)
        self.assertEqual(again, source.read_bytes())

    def test_a_notebook_that_fails_or_becomes_too_large_stays_as_it_was(self):
        failing, large = self.notebook("failing", "print(1)", "1 / 0"), self.notebook("large", "1", "print('x' * 5000)")
        before = failing.read_bytes(), large.read_bytes()
        self.assertEqual(1, self.keep(failing, 10_000)[0])
        status, err = self.keep(large, 4_000)
        self.assertEqual(1, status)
        self.assertRegex(err, r"large.ipynb, with its outputs it has \d,\d+ bytes, 4,000 are allowed.*cell 2: 5,\d+")
        self.assertEqual(before, (failing.read_bytes(), large.read_bytes()))

    def test_each_cell_gets_a_line_and_both_results_are_written(self):
        source = self.notebook("good", "answer = 6 * 7", "print('the answer is', answer)")
        before = source.read_bytes()
        status, out, err = self.execute(source)
        self.assertEqual((0, ""), (status, err))
        self.assertRegex(out, r"1/2 +\d+\.\d s ok +answer = 6 \* 7\n")
        self.assertRegex(out, r"2/2 +\d+\.\d s ok +print")
        executed = nbformat.read(self.output / "good.ipynb", 4)
        self.assertEqual("the answer is 42\n", executed.cells[2].outputs[0].text)
        self.assertIn("the answer is 42", (self.output / "good.html").read_text(encoding="utf-8"))
        self.assertEqual(before, source.read_bytes())
        self.assertEqual({"good.ipynb", "good.html"}, {file.name for file in self.output.iterdir()})

    def test_a_failing_cell_stops_its_notebook_keeps_what_ran_and_shows_its_error(self):
        bad = self.notebook("bad", "print('ran')", "raise ValueError('expected 3, got 4')", "print('not reached')")
        good = self.notebook("good", "1")
        status, out, err = self.execute(bad, good)
        self.assertEqual(1, status)
        self.assertIn("failed", out)
        self.assertIn("bad.ipynb, cell 2/3 failed", err)
        self.assertIn("ValueError: expected 3, got 4", err)
        cells = nbformat.read(self.output / "bad.ipynb", 4).cells
        self.assertEqual("ran\n", cells[1].outputs[0].text)
        self.assertEqual("ValueError", cells[2].outputs[0].ename)
        self.assertEqual([], cells[3].outputs)
        self.assertTrue((self.output / "good.html").exists())

    def test_a_cell_that_shows_an_error_on_purpose_is_not_a_failure(self):
        path = self.notebook("shown", "1 / 0", "2")
        notebook = nbformat.read(path, 4)
        notebook.cells[1].metadata["tags"] = ["raises-exception"]
        nbformat.write(notebook, path)
        status, out, err = self.execute(path)
        self.assertEqual((0, ""), (status, err))
        self.assertIn("raised", out)

    def test_a_kernel_that_dies_is_told_with_its_log(self):
        status, _, err = self.execute(self.notebook("dies", "import os; os._exit(3)"))
        self.assertEqual(1, status)
        self.assertIn("cell 1/1: the kernel stopped", err)
        self.assertIn(str(self.folder / "logs" / "dies-kernel.log"), err)
        self.assertTrue((self.output / "dies.ipynb").exists())

    def test_a_kernel_that_dies_while_it_starts_is_told_with_its_log(self):
        spec = self.folder / "kernels" / "brief" / "kernel.json"
        spec.parent.mkdir(parents=True)
        spec.write_text(execute.json.dumps({"argv": [sys.executable, "-c", "print('too soon')"],
                                            "display_name": "Brief", "language": "none"}), encoding="utf-8")
        with unittest.mock.patch.dict(execute.os.environ, JUPYTER_PATH=str(self.folder)):
            status, _, err = self.execute(self.notebook("any", "1"), kernel="brief")
        self.assertEqual(1, status)
        self.assertIn("before the first cell: the kernel stopped", err)
        self.assertIn("too soon", err)

    def test_a_failure_of_another_kind_is_not_told_as_a_stop_or_an_interrupt(self):
        for unforeseen in RuntimeError("unforeseen"), AssertionError("unforeseen"):
            with unittest.mock.patch.object(execute.NotebookClient, "process_message", side_effect=unforeseen):
                with self.assertRaisesRegex(type(unforeseen), "unforeseen"):
                    self.execute(self.notebook("any", "1"))

    def test_an_unknown_kernel_is_a_sentence(self):
        status, _, err = self.execute(self.notebook("any", "1"), kernel="cobol")
        self.assertEqual(1, status)
        self.assertIn("expected the kernel cobol in this environment, got none", err)

    def test_an_interrupt_ends_the_kernel_and_keeps_what_ran(self):
        path = self.notebook("long", "print('ran')", "import os, time\nopen('pid', 'w').write(str(os.getpid()))\n"
                                                     "print('waiting', flush=True)\ntime.sleep(600)")
        program = subprocess.Popen([sys.executable, INSIDE / "execute.py", execute.json.dumps(self.order(path))],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(program.kill)
        while not (self.folder / "pid").exists():
            self.assertIsNone(program.poll())
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(0.1)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
        self.assertEqual(execute.INTERRUPTED, program.returncode, out + err)
        self.assertNotIn("Traceback", err)
        self.assertIn("cell 2/2: interrupted", err)
        self.assertEqual("ran\n", nbformat.read(self.output / "long.ipynb", 4).cells[1].outputs[0].text)
        with self.assertRaises(ProcessLookupError):
            execute.os.kill(int((self.folder / "pid").read_text()), 0)
