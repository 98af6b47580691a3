"""Runs the notebooks of the gallery and writes their outputs back into them, free of times and of this machine.

Without a name all notebooks below notebooks/java and notebooks/kotlin are run. A notebook in which a cell fails stays
as it was, and so does one whose outputs make it too large to be shown on GitHub. At the end the table in
notebooks/README.md says which notebook shows and checks which row of the lectures.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from launcher import coverage, process, ready
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress
from launcher.run import kernel_of

HELP = "run the gallery's notebooks and keep their outputs"
LANGUAGES = ("java", "kotlin")
MOST_BYTES = 700_000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("notebook", type=Path, nargs="*", metavar="NOTEBOOK", help="only these notebooks")
    parser.add_argument("--table", action="store_true", help="only the table in notebooks/README.md")


def run(options: argparse.Namespace) -> int:
    house = House.here()
    chosen = options.notebook or notebooks(house.root)
    if not chosen:
        raise Failure(f"gallery: expected notebooks below {house.root / 'notebooks'}, got none; a distribution has no "
                      "gallery, take a checkout")
    failed = 0 if options.table else execute(house, chosen)
    if not failed:
        tabulate(house.root)
    return failed


def notebooks(root: Path) -> list[Path]:
    """All notebooks of the gallery in the order of the course."""
    return [path for language in LANGUAGES for path in sorted((root / "notebooks" / language).glob("*.ipynb"))]


def execute(house: House, chosen: list[Path]) -> int:
    plan = [{"notebook": str(notebook.absolute()), "kernel": kernel_of(notebook)} for notebook in chosen]
    prepared = ready.prepare(house, Progress())
    order = json.dumps({"plan": plan, "output": str(house.state / "executed"), "logs": str(house.logs),
                        "keep": MOST_BYTES})
    return process.hand_over([prepared.python, house.launcher / "inside" / "execute.py", order],
                             env={**prepared.variables, "PERCOLATE_TIMELESS": "1"})


def tabulate(root: Path) -> None:
    page = root / "notebooks" / "README.md"
    page.write_text(tabulated(root), encoding="utf-8")


def tabulated(root: Path) -> str:
    """notebooks/README.md as it has to be."""
    page = root / "notebooks" / "README.md"
    try:
        text = page.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Failure(f"{page}: expected the gallery's start page, got no file; restore it with git") from None
    return coverage.written(text, coverage.table(page.parent, coverage.of(notebooks(root))))
