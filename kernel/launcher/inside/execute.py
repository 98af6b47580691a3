"""Executes notebooks; run by the Python of the environment, where nbclient and nbconvert are.

Takes one argument, JSON: {"plan": [{"notebook": PATH, "kernel": NAME}, ...], "output": PATH, "logs": PATH}, and where
the outputs are to be kept in the notebooks themselves "keep": the most bytes that one of them may then have.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from pathlib import Path

INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C

if __name__ == "__main__":  # the imports below take a second, in which there is nothing yet to clean up
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert import HTMLExporter

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
WORDS_SHOWN = 60
LOG_LINES_SHOWN = 10


def main(order: dict) -> int:
    output = Path(order["output"])
    output.mkdir(parents=True, exist_ok=True)
    fine = [execute(Path(one["notebook"]), one["kernel"], output, Path(order["logs"]), order.get("keep", 0))
            for one in order["plan"]]
    return 0 if all(fine) else 1


def execute(source: Path, kernel: str, output: Path, logs: Path, keep: int = 0) -> bool:
    """Runs one notebook in its own folder and writes what came of it, complete or not; true when every cell ran.

    keep: the most bytes the notebook may have with its outputs, which are then written into it; 0 leaves it alone
    """
    notebook = nbformat.read(source, as_version=4)
    print(f"{source.name} ({kernel})", flush=True)
    lines = CellLines(notebook)
    log = logs / f"{source.stem}-kernel.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    error, interrupted = None, False
    with log.open("wb") as kernel_log:
        client = NotebookClient(
            notebook, timeout=None, kernel_name=kernel, record_timing=not keep, coalesce_streams=True,
            resources={"metadata": {"path": str(source.parent)}},
            on_cell_execute=lines.begun, on_cell_executed=lines.ended)
        try:
            client.execute(stdout=kernel_log, stderr=kernel_log)
        except CellExecutionError:
            error = lines.error()
        except NoSuchKernel as failure:
            error = f"expected the kernel {failure.name} in this environment, got none; start percolate again"
        except KeyboardInterrupt:
            interrupted = True
        except (RuntimeError, AssertionError) as failure:
            interrupted = was_interrupted(client)
            if not interrupted and not tells_of_stop(failure, lines):
                raise
            error = f"{lines.place()}: the kernel stopped: {failure}\n{tail(log)}"
    if interrupted:
        error = f"{lines.place()}: interrupted"
    written = write(notebook, output, source.stem)
    print("  -> " + ", ".join(map(str, written)), flush=True)
    if keep and not error:
        error = kept(notebook, source, keep)
    if error:
        print(f"percolate: {source.name}, {error}", file=sys.stderr, flush=True)
    if interrupted:
        sys.exit(INTERRUPTED)
    return error is None


def was_interrupted(client: NotebookClient) -> bool:
    """nbclient answers an interrupt itself: it begins to end the kernel, and then stumbles over its absence."""
    return hasattr(client, "_async_cleanup_kernel_future")


def tells_of_stop(failure: Exception, lines: CellLines) -> bool:
    """Only a kernel that stops within a cell has an exception of its own, not one that does while it starts."""
    return isinstance(failure, DeadKernelError) or isinstance(failure, RuntimeError) and not lines.any_begun()


class CellLines:
    """A line per code cell: its number, how long it took, how it ended, and its first words."""

    def __init__(self, notebook):
        self._cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
        self._terminal = sys.stdout.isatty()
        self._cell = None
        self._started = 0.0

    def begun(self, cell, cell_index) -> None:
        self._cell = cell
        self._started = time.monotonic()
        if self._terminal:
            print(f"  {self._number()}   ...          {first_words(cell.source)}", end="", flush=True)

    def ended(self, cell, cell_index, execute_reply) -> None:
        seconds = time.monotonic() - self._started
        failed = execute_reply["content"]["status"] != "ok"
        meant = "raises-exception" in cell.metadata.get("tags", [])  # Jupyter's tag for a cell that shows an error
        state = "ok" if not failed else "raised" if meant else "failed"
        start = "\r" if self._terminal else ""
        print(f"{start}  {self._number()} {seconds:7.1f} s {state:7} {first_words(cell.source)}", flush=True)

    def any_begun(self) -> bool:
        return self._cell is not None

    def place(self) -> str:
        return "before the first cell" if not self.any_begun() else f"cell {self._number()}"

    def error(self) -> str:
        """What the failing cell said, as the notebook shows it."""
        said = next((out for out in self._cell.outputs if out.output_type == "error"), None)
        trace = "\n".join(said.traceback) or f"{said.ename}: {said.evalue}" if said else "no word"
        return f"{self.place()} failed:\n{trace if sys.stderr.isatty() else ANSI.sub('', trace)}"

    def _number(self) -> str:
        total = len(self._cells)
        at = next(i for i, cell in enumerate(self._cells, 1) if cell is self._cell)
        return f"{at:{len(str(total))}}/{total}"


def first_words(source: str) -> str:
    line = next(line.strip() for line in source.splitlines() if line.strip())
    return line if len(line) <= WORDS_SHOWN else line[:WORDS_SHOWN - 3] + "..."


def write(notebook, output: Path, stem: str) -> list[Path]:
    page, _ = HTMLExporter().from_notebook_node(notebook, resources={"metadata": {"name": stem}})
    written = [output / f"{stem}.ipynb", output / f"{stem}.html"]
    for path, text in zip(written, [nbformat.writes(notebook), page]):
        replace(path, text)
    return written


def kept(notebook, source: Path, most: int) -> str | None:
    """Writes the notebook with its outputs where it came from; what is wrong where that cannot be."""
    text = nbformat.writes(without_machine(notebook)) + "\n"
    size = len(text.encode("utf-8"))
    if size > most:
        return (f"with its outputs it has {size:,} bytes, {most:,} are allowed; "
                "show fewer or smaller pictures, the largest are "
                + ", ".join(f"cell {number}: {bytes_:,}" for bytes_, number in largest(notebook)))
    replace(source, text)
    return None


def without_machine(notebook):
    """The same without what differs from machine to machine: when cells ran, the kernel's version."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata.get("language_info", {}).pop("version", None)
    return notebook


def largest(notebook) -> list[tuple[int, int]]:
    """The three code cells with the largest outputs: bytes and number."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    sizes = [(len(json.dumps(cell.outputs)), number) for number, cell in enumerate(code, 1)]
    return sorted(sizes, reverse=True)[:3]


def replace(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def tail(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join("  " + line for line in lines[-LOG_LINES_SHOWN:] + [f"(the kernel's log: {log})"])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(json.loads(sys.argv[1])))
