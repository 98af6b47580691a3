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
from launcher.comparison import Comparison, Side, series, table
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
    "unet": Workload("U-Net 64×64, 3 levels from 16, Adam, batch 16", 9, False),
    "lstm": Workload("char LSTM 256, sequence 35, batch 32, Adam, clip 1", 15, False),
    "transformer": Workload("transformer encoder, 2 layers, d 128, length 64, batch 32, Adam", 9, False),
}

# How the cost of the second workload grows with depth, width and batch, one at a time.
GROWTH = {
    "mlp": WORKLOADS["mlp"],
    "depth-4": Workload("4 hidden layers", 15, True),
    "depth-16": Workload("16 hidden layers", 9, True),
    "width-512": Workload("512 wide", 9, True),
    "width-2048": Workload("2048 wide", 6, False),
    "batch-128": Workload("batch 128", 24, True),
    "batch-512": Workload("batch 512", 24, False),
}

# What comes before and beside the steps: how often it is measured, one number each time.
BEGINNINGS = {
    "lenet-load": ("LeNet-5: from description to loaded program", 3),
    "resnet50-load": ("ResNet-50, images 64×64: from description to loaded program", 3),
    "lenet-steps": ("LeNet-5: first steps, batch 8", 3),
    "resnet50-steps": ("ResNet-50, images 64×64: first steps, batch 8", 3),
    "shuffle": ("60,000×784 shuffled and cut into batches of 64", 3),
}
COMPILED = "torch.compile"
EASY_TRAIN = "DJL EasyTrain"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounds", type=int, default=5, help="how often each side trains in turn (default: 5)")
    parser.add_argument("--threads", type=int, default=2, help="the most threads PyTorch gets (default: 2)")
    parser.add_argument("--sleeping", action="store_true",
                        help="let waiting threads sleep on both sides, as in notebooks: slower on a quiet machine, far "
                             "faster on a busy one")
    parser.add_argument("--workload", choices={**WORKLOADS, **GROWTH}, action="append",
                        help="only this one; may be repeated")
    parser.add_argument("--all", action="store_true",
                        help="also torch.compile, DJL's EasyTrain, loading and first steps, shuffling, and how the cost "
                             "grows with depth, width and batch")


def run(options: argparse.Namespace) -> int:
    if options.rounds < 1 or options.threads < 1:
        raise Failure(f"bench: expected at least one round and one thread, got {options.rounds} and {options.threads}")
    house = checkout(House.here(), "training")
    progress = Progress()
    commands = _prepare(house, options.threads, options.all, SLEEPING if options.sleeping else {}, progress)
    with contextlib.ExitStack() as stack:
        workers = {name: stack.enter_context(Worker(name, command, house.logs / f"bench-{at}.log", env))
                   for at, (name, (command, env)) in enumerate(commands.items())}
        programs = {name: worker.hear()["program"] for name, worker in workers.items()}
        names = options.workload or list(WORKLOADS)
        print("\n" + table([_compare(name, workers, options, progress) for name in names], "PyTorch eager"))
        if options.all:
            print("\n" + _grown(workers, options, progress))
            print("\n" + _begun(workers, progress))
    waiting = "sleep" if options.sleeping else "wait as each library does by itself"
    print(f"Measured on {os.cpu_count()} processors with {programs['PyTorch']} and {programs['Percolate']}; idle threads {waiting}.")
    return 0


def checkout(house: House, what: str) -> House:
    """A house that has both sides, started with a Python that PyTorch runs in."""
    if sys.version_info < OLDEST_PYTHON:
        raise Failure(f"bench: expected Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer for PyTorch, got "
                      f"{sys.version_info[0]}.{sys.version_info[1]}; start it with a newer one: python3.12 percolate bench")
    if not house.has_sources:
        raise Failure(f"bench {what}: expected a checkout, whose dsl/bench has both sides, got a distribution in {house.root}; "
                      "clone the sources and start it there")
    return house


def pytorch(house: House, progress: Progress) -> Path:
    """The Python of an environment with PyTorch."""
    wanted = environment.Wanted("bench", house.root / "dsl" / "bench" / "python" / "requirements.txt")
    return environment.prepare(house, wanted, progress)


def _prepare(house: House, threads: int, also: bool, more: dict[str, str], progress: Progress) -> dict:
    """The commands of all workers with their environments: the peer on one thread, the peer on several, ours, the others."""
    java = tools.java()
    with lock.held(house.state / "lock", progress):
        built = jars.build(house, java, progress)
        engine.prepare(house, built, java, progress)
        place = house.root / "dsl" / "bench"
        python = pytorch(house, progress)
    class_path = os.pathsep.join([str(_jar(place)), built.class_path])
    peer = [python, place / "python" / "peer.py"]
    python_env = {**environment.variables(), **more}
    ours = ([java.program, "-cp", class_path, MAIN], {**os.environ, **more})
    commands = {"PyTorch on one thread": ([*peer, 1], python_env), "PyTorch": ([*peer, threads], python_env),
                "Percolate": ours}
    return {**commands, COMPILED: ([*peer, threads, "compiled"], python_env), EASY_TRAIN: ours} if also else commands


def _jar(place: Path) -> Path:
    found = next((place / "target").glob("percolate-dsl-bench-*.jar"), None)
    if found is None:
        raise Failure(f"bench: expected a jar in {place / 'target'}, got none; delete the target folders (mvn clean) "
                      "and start again")
    return found


def _compare(name: str, workers: dict[str, Worker], options: argparse.Namespace, progress: Progress) -> Comparison:
    workload = {**WORKLOADS, **GROWTH}[name]
    sides = {worker: Side() for worker in workers if _takes_part(worker, name, workload)}
    refused = set()
    with progress.step(workload.title) as step:
        for number in range(options.rounds + 1):
            step.detail = f"round {number} of {options.rounds}" if number else "warm-up"
            for worker, side in sides.items():
                if worker in refused:
                    continue
                asked = "easytrain" if worker == EASY_TRAIN else name
                answer = workers[worker].ask(f"{asked} {workload.epochs}")
                if "refused" in answer:
                    refused.add(worker)
                elif number:
                    side.add(answer, workload.warm_up)
    others = {worker: None if worker in refused else sides.get(worker)
              for worker in (COMPILED, EASY_TRAIN) if worker in workers}
    peers = [side for worker, side in sides.items() if worker.startswith("PyTorch")]
    return Comparison(workload.title, peers, sides["Percolate"], others)


def _takes_part(worker: str, name: str, workload: Workload) -> bool:
    if worker == EASY_TRAIN:
        return name == "mlp"
    if worker == COMPILED:
        return name in WORKLOADS
    return workload.tiny or worker != "PyTorch on one thread"


def _grown(workers: dict[str, Worker], options: argparse.Namespace, progress: Progress) -> str:
    taking_part = {name: worker for name, worker in workers.items() if name not in (COMPILED, EASY_TRAIN)}
    return table([_compare(name, taking_part, options, progress) for name in GROWTH], "PyTorch eager")


def _begun(workers: dict[str, Worker], progress: Progress) -> str:
    rows = {}
    with progress.step("Loading, first steps, shuffling"):
        for name, (title, times) in BEGINNINGS.items():
            rows[title] = workers["Percolate"].ask(f"{name} {times}")["millisPerStep"]
        rows["the same with PyTorch"] = workers["PyTorch"].ask("shuffle 3")["millisPerStep"]
    return series("milliseconds", rows)
