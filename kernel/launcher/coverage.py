"""Which notebook shows and asserts which row of the lectures' catalogue."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from launcher.failure import Failure

LECTURES = {"A": 20, "B": 9, "C": 10, "D": 41, "E": 23}
ROWS = [f"{lecture}{number}" for lecture, count in LECTURES.items() for number in range(1, count + 1)]

BEGIN, END = "<!-- rows: written by percolate gallery -->", "<!-- end of rows -->"
ASSERTS = re.compile(r"\bassert\b|\bcheck\s*\(|\brequire\s*\(|\bAssertionError\b")
HEADING = re.compile(r"^#+\s+(.*)", re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """A cell that asserts something of a row: its notebook, its number among the code cells, the heading above it."""

    notebook: Path
    cell: int
    heading: str


def places(notebook: Path) -> dict[str, list[Place]]:
    """The places of one notebook by row; a row that the notebook names must have one."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    found: dict[str, list[Place]] = {}
    heading, number = "", 0
    for cell in content["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] != "code":
            heading = (HEADING.findall(source) or [heading])[-1]
            continue
        number += 1
        for row in cell["metadata"].get("rows", []):
            _require(row in ROWS, notebook, number, f"expected a row A1 to E{LECTURES['E']}, got {row}")
            _require(ASSERTS.search(source), notebook, number, f"expected an assertion for row {row}, got none")
            found.setdefault(row, []).append(Place(notebook, number, heading))
    named = content["metadata"].get("percolate", {}).get("rows", [])
    if sorted(named) != sorted(found):
        raise Failure(f"{notebook.name}: expected its metadata to name the rows of its cells, {_list(found)}, "
                      f"got {_list(named)}; correct percolate.rows in the notebook's metadata")
    return found


def _require(holds: object, notebook: Path, cell: int, words: str) -> None:
    if not holds:
        raise Failure(f"{notebook.name}, code cell {cell}: {words}; correct the cell or the rows in its metadata")


def _list(rows) -> str:
    return ", ".join(sorted(rows, key=ROWS.index)) or "none" if set(rows) <= set(ROWS) else ", ".join(rows)


def of(notebooks: list[Path]) -> dict[str, list[Place]]:
    """The places of all rows, in the order of the rows; those without any are left out."""
    found: dict[str, list[Place]] = {}
    for notebook in notebooks:
        for row, its in places(notebook).items():
            found.setdefault(row, []).extend(its)
    return {row: found[row] for row in ROWS if row in found}


def table(folder: Path, covered: dict[str, list[Place]]) -> str:
    """Markdown: a line per row, with links relative to a folder."""
    lines = ["| row | shown and checked in |", "| --- | --- |"]
    for row, its in covered.items():
        lines.append(f"| {row} | " + "<br>".join(_link(folder, place) for place in its) + " |")
    return "\n".join(lines)


def _link(folder: Path, place: Place) -> str:
    path = place.notebook.relative_to(folder).as_posix()
    return f"[{path.removesuffix('.ipynb')}]({path}), cell {place.cell}: {place.heading}"


def written(page: str, rows: str) -> str:
    """The page with this table in its place."""
    if BEGIN not in page or END not in page:
        raise Failure(f"notebooks/README.md: expected the lines {BEGIN} and {END} around the table of rows, "
                      "got a page without them; put them back")
    head, rest = page.split(BEGIN, 1)
    return f"{head}{BEGIN}\n\n{rows}\n\n{END}{rest.split(END, 1)[1]}"
