"""Trains with PyTorch on command: started as "peer.py THREADS", reads lines "NAME EPOCHS", answers each in JSON.

The answer holds, for each epoch, its wall time in milliseconds per step (shuffling included) and its mean loss.
"""

import json
import sys
import time

import torch
from torch.nn.utils import clip_grad_norm_

from workloads import WORKLOADS


class Training:
    """A new network with its data."""

    def __init__(self, workload):
        torch.manual_seed(42)
        self.workload = workload
        self.x, self.y = workload.data()
        self.network = workload.network()
        self.optimizer = workload.optimizer(self.network.parameters())

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
        loss = self.workload.loss(self.network(x), y)
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


def main():
    torch.set_num_threads(int(sys.argv[1]))
    say({"program": f"PyTorch {torch.__version__} in Python {sys.version.split()[0]}"})
    for line in sys.stdin:
        name, epochs = line.split()
        say(Training(WORKLOADS[name]).run(int(epochs)))


def say(answer):
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
