"""Measures Percolate's kernels side by side with ipykernel, and with any kernel that is named, in one run.

All are driven as a notebook drives them, by jupyter_client, from an environment of its own, .percolate/bench-kernel. A
kernel that is named must be installed for this user or machine, as `jupyter kernelspec list` shows it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
from pathlib import Path

from launcher import engine, environment, jars, kernelspec, lock, tools
from launcher.failure import Failure
from launcher.house import House
from launcher.latencies import Measured, QUESTIONS, table
from launcher.progress import Progress
from launcher.worker import Worker

HELP = "kernels next to ipykernel"
PEER = "python3"  # what ipykernel calls itself


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kernel", nargs="*", metavar="KERNEL", help="another installed kernel to measure too")
    parser.add_argument("--rounds", type=int, default=3, help="how often each kernel is started in turn (default: 3)")
    parser.add_argument("--only", choices=QUESTIONS, action="append", metavar="WHAT",
                        help=f"only this; may be repeated: {', '.join(QUESTIONS)}")


def run(options: argparse.Namespace) -> int:
    if options.rounds < 1:
        raise Failure(f"bench: expected at least one round, got {options.rounds}")
    house = House.here()
    progress = Progress()
    python = prepare(house, progress)
    names = [PEER, *kernelspec.NAMES, *options.kernel]
    questions = options.only or list(QUESTIONS)
    measured = {name: Measured(name) for name in names}
    with contextlib.ExitStack() as stack:
        worker = stack.enter_context(Worker(
            "bench kernel", [python, house.launcher / "inside" / "latency.py"], house.logs / "bench-kernel.log",
            environment.variables()))
        worker.hear()
        with progress.step("Kernels in turn") as step:
            for number in range(options.rounds):
                for name in names:
                    step.detail = f"round {number + 1} of {options.rounds}, {name}"
                    measured[name].add(worker.ask(f"{name} {','.join(questions)}"))
    print("\n" + table(questions, list(measured.values())))
    print(f"Measured on {os.cpu_count()} processors, load {load()}.")
    return 0


def prepare(house: House, progress: Progress) -> Path:
    """The Python of an environment with ipykernel and Percolate's kernels."""
    with lock.held(house.state / "lock", progress):
        java = tools.java()
        built = jars.build(house, java, progress)
        engine.prepare(house, built, java, progress)
        wanted = environment.Wanted("bench-kernel", environment.JUPYTER.requirements)
        python = environment.prepare(house, wanted, progress)
        kernelspec.prepare(house, built, java, kernelspec.data_of(environment.place(house, wanted)), progress)
    return python


def load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
