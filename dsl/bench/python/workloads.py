"""The four workloads of the training benchmark as an idiomatic PyTorch user writes them.

The Java side (../src/main/java) trains the same networks on data of the same sizes.
"""

from dataclasses import dataclass
from typing import Callable, Optional

import torch
from torch import nn, optim
from torch.nn import functional


@dataclass(frozen=True)
class Workload:
    """What one training consists of; data() returns x and y, held in memory for all epochs."""

    data: Callable
    network: Callable
    loss: Callable
    optimizer: Callable
    batch: int
    clip: Optional[float] = None


class Characters(nn.Module):
    """Predicts each next character: embedding, LSTM, a dense layer over every step."""

    def __init__(self, characters, width, units):
        super().__init__()
        self.embedding = nn.Embedding(characters, width)
        self.lstm = nn.LSTM(width, units, batch_first=True)
        self.dense = nn.Linear(units, characters)

    def forward(self, x):
        steps, _ = self.lstm(self.embedding(x))
        return self.dense(steps)


def xor_data():
    x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]).repeat(1000, 1)
    return x, (x[:, :1] != x[:, 1:]).float()


def mlp():
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10))


def characters_loss(logits, labels):
    return functional.cross_entropy(logits.flatten(0, 1), labels.flatten())


WORKLOADS = {
    "xor": Workload(
        data=xor_data,
        network=lambda: nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1)),
        loss=functional.mse_loss,
        optimizer=lambda weights: optim.SGD(weights, 0.1, fused=True),
        batch=4),
    "mlp": Workload(
        data=lambda: (torch.randn(8192, 784), torch.randint(10, (8192,))),
        network=mlp,
        loss=functional.cross_entropy,
        optimizer=lambda weights: optim.Adam(weights, 1e-3, fused=True),
        batch=32),
    "lenet": Workload(
        data=lambda: (torch.randn(2048, 1, 28, 28), torch.randint(10, (2048,))),
        network=lenet,
        loss=functional.cross_entropy,
        optimizer=lambda weights: optim.SGD(weights, 0.01, momentum=0.9, fused=True),
        batch=64),
    "lstm": Workload(
        data=lambda: (torch.randint(64, (512, 35)), torch.randint(64, (512, 35))),
        network=lambda: Characters(64, 64, 256),
        loss=characters_loss,
        optimizer=lambda weights: optim.Adam(weights, 1e-3, fused=True),
        batch=32,
        clip=1.0),
}
