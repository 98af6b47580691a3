"""Trains with PyTorch on command: started as "peer.py THREADS", reads lines "NAME EPOCHS", answers each in JSON.

Started as "peer.py THREADS compiled" it compiles each network with torch.compile, and answers {"refused": REASON} where
that does not run: it needs a compiler for C++, and not every network passes. "shuffle EPOCHS" times what shuffling and
cutting 60,000 rows of 784 numbers into batches of 64 takes. The answer holds, for each epoch, its wall time in milliseconds per step (shuffling included) and its mean loss.
"""

import json
import sys
import time

import torch
from torch.nn.utils import clip_grad_norm_

from workloads import WORKLOADS


class Training:
    """A new network with its data."""

    def __init__(self, workload, compiled=False):
        torch.manual_seed(42)
        self.workload = workload
        self.x, self.y = workload.data()
        self.network = workload.network()
        self.optimizer = workload.optimizer(self.network.parameters())
        self.predict = torch.compile(self.network) if compiled else self.network

    def epoch(self):
        """Trains over the shuffled data once and returns the mean loss, the only number that the host reads."""
        order = torch.randperm(len(self.x))
        x, y = self.x[order], self.y[order]
        total = torch.zeros(())
        batches = len(x) // self.workload.batch
        for start in range(0, batches * self.workload.batch, self.workload.batch):
            end = start + self.workload.batch
            total += self.step(x[start:end], y[start:end])
        return (total / batches).item()

    def step(self, x, y):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.workload.loss(self.predict(x), y)
        loss.backward()
        if self.workload.clip is not None:
            clip_grad_norm_(self.network.parameters(), self.workload.clip, foreach=True)
        self.optimizer.step()
        return loss.detach()

    def run(self, epochs):
        steps = len(self.x) // self.workload.batch
        times, losses = [], []
        before = time.perf_counter()
        for _ in range(epochs):
            losses.append(self.epoch())
            now = time.perf_counter()
            times.append((now - before) * 1000 / steps)
            before = now
        return {"millisPerStep": times, "losses": losses, "threads": torch.get_num_threads()}


def shuffle(epochs):
    """Milliseconds of each epoch."""
    x, y = torch.randn(60_000, 784), torch.randint(10, (60_000,))
    times = []
    for _ in range(epochs):
        before = time.perf_counter()
        order = torch.randperm(len(x))
        for rows in order.split(64):
            x[rows], y[rows]
        times.append((time.perf_counter() - before) * 1000)
    return {"millisPerStep": times, "losses": [], "threads": torch.get_num_threads()}


def answer(name, epochs, compiled):
    if name == "shuffle":
        return shuffle(epochs)
    if not compiled:
        return Training(WORKLOADS[name]).run(epochs)
    try:
        return Training(WORKLOADS[name], compiled=True).run(epochs)
    except Exception as refused:  # whatever the compiler does not manage
        return {"refused": type(refused).__name__ + ": " + str(refused).split("\n")[0]}


def main():
    torch.set_num_threads(int(sys.argv[1]))
    say({"program": f"PyTorch {torch.__version__} in Python {sys.version.split()[0]}"})
    for line in sys.stdin:
        name, epochs = line.split()
        say(answer(name, int(epochs), "compiled" in sys.argv[2:]))


def say(answer):
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
