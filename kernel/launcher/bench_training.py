"""Measures training side by side with PyTorch in one run.

PyTorch is installed on demand into an environment of its own, .percolate/bench. Both sides live through
the whole run and train in turn, so that both meet the same machine. The first round only warms up.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from launcher import engine, environment, jars, lock, tools
from launcher.comparison import Comparison, Side, table
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress
from launcher.worker import Worker

HELP = "training next to PyTorch"
MAIN = "percolate.bench.Bench"
OLDEST_PYTHON = (3, 10)

# What the kernel sets for the native engine of notebooks; both sides know it.
SLEEPING = {"OMP_WAIT_POLICY": "PASSIVE"}


@dataclass(frozen=True)
class Workload:
    """How one workload is measured; what it trains is said in `dsl/bench`, once for each side.

    The first third of the epochs of each round is not counted. A tiny workload may run better on one
    thread than on several: there the peer is measured both ways, and its better time counts.
    """

    title: str
    epochs: int
    tiny: bool

    @property
    def warm_up(self) -> int:
        return self.epochs // 3


WORKLOADS = {
    "xor": Workload("XOR, 2-4-1, SGD, batch 4", 24, True),
    "mlp": Workload("MLP 784-128-10, Adam, batch 32", 24, True),
    "lenet": Workload("LeNet-5 28×28, SGD momentum, batch 64", 24, False),
    "lstm": Workload("char LSTM 256, sequence 35, batch 32, Adam, clip 1", 15, False),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounds", type=int, default=5, help="how often each side trains in turn (default: 5)")
    parser.add_argument("--threads", type=int, default=2, help="the most threads PyTorch gets (default: 2)")
    parser.add_argument("--sleeping", action="store_true",
                        help="let waiting threads sleep on both sides, as in notebooks: slower on a quiet machine, far "
                             "faster on a busy one")
    parser.add_argument("--workload", choices=WORKLOADS, action="append", help="only this one; may be repeated")


def run(options: argparse.Namespace) -> int:
    if options.rounds < 1 or options.threads < 1:
        raise Failure(f"bench: expected at least one round and one thread, got {options.rounds} and {options.threads}")
    if sys.version_info < OLDEST_PYTHON:
        raise Failure(f"bench: expected Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer for PyTorch, got "
                      f"{sys.version_info[0]}.{sys.version_info[1]}; start it with a newer one: python3.12 percolate bench")
    house = House.here()
    if not house.has_sources:
        raise Failure(f"bench training: expected a checkout, whose dsl/bench has both sides, got a distribution in {house.root}; "
                      "clone the sources and start it there")
    progress = Progress()
    commands = _prepare(house, options.threads, SLEEPING if options.sleeping else {}, progress)
    with contextlib.ExitStack() as stack:
        workers = {name: stack.enter_context(Worker(name, command, house.logs / f"bench-{at}.log", env))
                   for at, (name, (command, env)) in enumerate(commands.items())}
        *_, peer, ours = [worker.hear()["program"] for worker in workers.values()]
        names = options.workload or list(WORKLOADS)
        compared = [_compare(name, list(workers.values()), options.rounds, progress) for name in names]
    print("\n" + table(compared, "PyTorch eager"))
    waiting = "sleep" if options.sleeping else "wait as each library does by itself"
    print(f"Measured on {os.cpu_count()} processors with {peer} and {ours}; idle threads {waiting}.")
    return 0


def _prepare(house: House, threads: int, more: dict[str, str], progress: Progress) -> dict:
    """The commands of all workers with their environments: the peer on one thread, the peer on several, ours."""
    java = tools.java()
    with lock.held(house.state / "lock", progress):
        built = jars.build(house, java, progress)
        engine.prepare(house, built, java, progress)
        place = house.root / "dsl" / "bench"
        pytorch = environment.Wanted("bench", place / "python" / "requirements.txt")
        python = environment.prepare(house, pytorch, progress)
    class_path = os.pathsep.join([str(_jar(place)), built.class_path])
    peer = [python, place / "python" / "peer.py"]
    return {"PyTorch on one thread": ([*peer, 1], {**environment.variables(), **more}),
            "PyTorch": ([*peer, threads], {**environment.variables(), **more}),
            "Percolate": ([java.program, "-cp", class_path, MAIN], {**os.environ, **more})}


def _jar(place: Path) -> Path:
    found = next((place / "target").glob("percolate-dsl-bench-*.jar"), None)
    if found is None:
        raise Failure(f"bench: expected a jar in {place / 'target'}, got none; delete the target folders (mvn clean) "
                      "and start again")
    return found


def _compare(name: str, workers: list[Worker], rounds: int, progress: Progress) -> Comparison:
    workload = WORKLOADS[name]
    taking_part = workers if workload.tiny else workers[1:]
    sides = [Side() for _ in taking_part]
    with progress.step(workload.title) as step:
        for number in range(rounds + 1):
            step.detail = f"round {number} of {rounds}" if number else "warm-up"
            for worker, side in zip(taking_part, sides):
                answer = worker.ask(f"{name} {workload.epochs}")
                if number:
                    side.add(answer, workload.warm_up)
    return Comparison(workload.title, sides[:-1], sides[-1])
