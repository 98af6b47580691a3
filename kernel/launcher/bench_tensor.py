"""Measures single tensor operations in cells side by side with PyTorch's in Python, in one run.

Percolate's Java kernel runs them as a notebook's cells do, driven by jupyter_client from the environment of `bench kernel`;
PyTorch comes from that of `bench training`. Both sides live through the whole run and take turns.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from launcher import bench_kernel, bench_training, environment, lock
from launcher.failure import Failure
from launcher.house import House
from launcher.operations import JAVA, OPERATIONS, PYTHON, SIZES, Row, sized, table
from launcher.progress import Progress
from launcher.worker import Worker

HELP = "single tensor operations next to PyTorch"
KERNEL = "percolate-java"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounds", type=int, default=5, help="how often each side is measured in turn (default: 5)")
    parser.add_argument("--threads", type=int, default=1, help="how many threads an operation gets (default: 1)")
    parser.add_argument("--only", choices=OPERATIONS, action="append", metavar="WHAT",
                        help=f"only this; may be repeated: {', '.join(OPERATIONS)}")


def run(options: argparse.Namespace) -> int:
    if options.rounds < 1 or options.threads < 1:
        raise Failure(f"bench: expected at least one round and one thread, got {options.rounds} and {options.threads}")
    house = bench_training.checkout(House.here(), "tensor")
    progress = Progress()
    jupyter = bench_kernel.prepare(house, progress)
    with lock.held(house.state / "lock", progress):
        pytorch = bench_training.pytorch(house, progress)
    with _worker(house, "bench python", pytorch, "python", options.threads) as peer, \
            _worker(house, "bench cells", jupyter, KERNEL, options.threads) as ours:
        programs = [peer.hear()["program"], ours.hear()["program"]]
        with progress.step("Operations in turn") as step:
            rows = [row for size in SIZES for row in _measure(size, peer, ours, options, step)]
    print("\n" + table(rows))
    print(f"Measured on {os.cpu_count()} processors, load {bench_kernel.load()}, with {' and '.join(programs)}; "
          f"threads: {options.threads}.")
    return 0


def _worker(house: House, name: str, python: Path, where: str, threads: int) -> Worker:
    return Worker(name, [python, house.launcher / "inside" / "statements.py", where, threads],
                  house.logs / f"{name.replace(' ', '-')}.log", environment.variables())


def _measure(size: str, peer: Worker, ours: Worker, options: argparse.Namespace, step) -> list[Row]:
    """All operations on tensors of one shape, round by round."""
    wanted = {name: OPERATIONS[name] for name in options.only or OPERATIONS if size in OPERATIONS[name].sizes}
    rows = {name: Row(f"{name} {size}") for name in wanted}
    _ask(peer, size, setup=PYTHON)
    _ask(ours, size, setup=JAVA)
    for number in range(options.rounds):
        for name, operation in wanted.items():
            step.detail = f"{size}, round {number + 1} of {options.rounds}, {name}"
            rows[name].add(_ask(peer, size, statement=operation.python), _ask(ours, size, statement=operation.java))
    return list(rows.values())


def _ask(worker: Worker, size: str, **command: str) -> dict:
    return worker.ask(json.dumps({key: sized(text, size) for key, text in command.items()}))
