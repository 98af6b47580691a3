"""Measures whether a session's memory stays flat: cells that leave large tensors behind, and very many small steps.

Percolate's Java kernel runs them as a notebook's cells do; resident memory is read on the way. Linux tells it.
"""

from __future__ import annotations

import argparse
import json

from launcher import bench_kernel, environment
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress
from launcher.worker import Worker

HELP = "whether a session's memory stays flat"
KERNEL = "percolate-java"
STEPS_PER_CELL = 10_000

LEAVING = {
    "setup": "var x = zeros(12_500_000);",
    "cell": "x.plus(1).times(2).get(0).item();",
}
STEPPING = {
    "setup": "var w = parameter(randn(16)); var a = randn(16); var b = randn(16); var opt = adam(1e-3).on(w);",
    "cell": f"for (int i = 0; i < {STEPS_PER_CELL}; i++) {{ opt.step(() -> w.times(a).minus(b).square().mean()); }}",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cells", type=int, default=10_000,
                        help="how many cells leave 100 MB of tensors each (default: 10000, some ten minutes)")
    parser.add_argument("--steps", type=int, default=1_000_000,
                        help=f"how many small steps are done, {STEPS_PER_CELL} a cell (default: 1000000)")


def run(options: argparse.Namespace) -> int:
    if options.cells < 100 or options.steps < 100 * STEPS_PER_CELL:
        raise Failure(f"bench: expected 100 cells and {100 * STEPS_PER_CELL} steps or more, of which a hundredth can be told, "
                      f"got {options.cells} and {options.steps}")
    house = House.here()
    progress = Progress()
    python = bench_kernel.prepare(house, progress)
    rows = {}
    command = [python, house.launcher / "inside" / "endurance.py", KERNEL]
    with Worker("bench memory", command, house.logs / "bench-memory.log", environment.variables()) as worker:
        worker.hear()
        for title, code, times in ((f"{options.cells:,} cells that leave 100 MB each", LEAVING, options.cells),
                                   (f"{options.steps:,} steps by hand", STEPPING, options.steps // STEPS_PER_CELL)):
            with progress.step(title):
                rows[title] = worker.ask(json.dumps({**code, "times": times}))
    print("\n" + table(rows))
    return 0


def table(rows: dict[str, dict]) -> str:
    """Markdown: megabytes after so many percent, and the seconds that all took."""
    shares = list(next(iter(rows.values()))["megabytes"])
    lines = ["| resident MiB | " + " | ".join(f"{share} %" for share in shares) + " | seconds |",
             "| --- |" + " ---: |" * (len(shares) + 1)]
    for title, row in rows.items():
        lines.append("| " + " | ".join([title, *(str(row["megabytes"][share]) for share in shares), f"{row['seconds']:.0f}"])
                     + " |")
    return "\n".join(lines)
