"""Measures training side by side with PyTorch in one run.

PyTorch is installed on demand into an environment of its own, .percolate/bench.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from launcher import environment, jars, lock, process, tools
from launcher.house import House
from launcher.progress import Progress

HELP = "measure training next to PyTorch"
MAIN = "percolate.bench.Main"
PYTORCH = environment.Wanted("bench", Path(__file__).with_name("bench-requirements.txt"))


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["training"], help="what to measure")


def run(options: argparse.Namespace) -> int:
    house = House.here()
    progress = Progress()
    with lock.held(house.state / "lock", progress):
        java = tools.java()
        built = jars.build(house, java, progress)
        python = environment.prepare(house, PYTORCH, progress)
    return process.hand_over([java.program, "-cp", built.cells_class_path, MAIN, options.what, python],
                             env=environment.variables())
