"""The workloads of the training benchmark as an idiomatic PyTorch user writes them.

The Java side (../src/main/java) trains the same networks on data of the same sizes.
"""

import math
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


class Encoder(nn.Module):
    """A label for each word: embedding, waves that tell its place, the transformer's encoder, a dense layer."""

    def __init__(self, words, width, heads, inner, layers, length):
        super().__init__()
        self.embedding = nn.Embedding(words, width)
        rates = torch.exp(torch.arange(0, width, 2) * (-math.log(10_000) / width))
        angles = torch.arange(length).unsqueeze(1) * rates
        self.register_buffer("waves", torch.stack([angles.sin(), angles.cos()], 2).flatten(1))
        layer = nn.TransformerEncoderLayer(width, heads, inner, dropout=0.0, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, layers)
        self.dense = nn.Linear(width, words)

    def forward(self, x):
        return self.dense(self.encoder(self.embedding(x) + self.waves))


def xor_data():
    x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]).repeat(1000, 1)
    return x, (x[:, :1] != x[:, 1:]).float()


class Level(nn.Module):
    """One level of a U-Net with all below it: [channels, h, w] gives [width, h, w]."""

    def __init__(self, channels, width, below):
        super().__init__()
        self.down = twice(channels, width)
        self.pool = nn.MaxPool2d(2)
        self.deep = Level(width, 2 * width, below - 1) if below > 1 else twice(width, 2 * width)
        self.up = nn.ConvTranspose2d(2 * width, width, 2, stride=2)
        self.joined = twice(2 * width, width)

    def forward(self, x):
        skip = self.down(x)
        return self.joined(torch.cat([skip, self.up(self.deep(self.pool(skip)))], 1))


def twice(channels, width):
    return nn.Sequential(nn.Conv2d(channels, width, 3, padding=1), nn.ReLU(),
                         nn.Conv2d(width, width, 3, padding=1), nn.ReLU())


def perceptron(depth, width, batch):
    def network():
        layers = [layer for at in range(depth) for layer in (nn.Linear(width if at else 784, width), nn.ReLU())]
        return nn.Sequential(*layers, nn.Linear(width, 10))

    return Workload(
        data=lambda: (torch.randn(8192, 784), torch.randint(10, (8192,))),
        network=network,
        loss=functional.cross_entropy,
        optimizer=lambda weights: optim.Adam(weights, 1e-3, fused=True),
        batch=batch)


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
    "mlp": perceptron(1, 128, 32),
    "lenet": Workload(
        data=lambda: (torch.randn(2048, 1, 28, 28), torch.randint(10, (2048,))),
        network=lenet,
        loss=functional.cross_entropy,
        optimizer=lambda weights: optim.SGD(weights, 0.01, momentum=0.9, fused=True),
        batch=64),
    "unet": Workload(
        data=lambda: (torch.randn(128, 1, 64, 64), torch.randint(2, (128, 64, 64))),
        network=lambda: nn.Sequential(Level(1, 16, 3), nn.Conv2d(16, 2, 1)),
        loss=functional.cross_entropy,
        optimizer=lambda weights: optim.Adam(weights, 1e-3, fused=True),
        batch=16),
    "lstm": Workload(
        data=lambda: (torch.randint(64, (512, 35)), torch.randint(64, (512, 35))),
        network=lambda: Characters(64, 64, 256),
        loss=characters_loss,
        optimizer=lambda weights: optim.Adam(weights, 1e-3, fused=True),
        batch=32,
        clip=1.0),
    "transformer": Workload(
        data=lambda: (torch.randint(64, (256, 64)), torch.randint(64, (256, 64))),
        network=lambda: Encoder(64, 128, 4, 512, 2, 64),
        loss=characters_loss,
        optimizer=lambda weights: optim.Adam(weights, 1e-3, fused=True),
        batch=32),
    "depth-4": perceptron(4, 128, 32),
    "depth-16": perceptron(16, 128, 32),
    "width-512": perceptron(1, 512, 32),
    "width-2048": perceptron(1, 2048, 32),
    "batch-128": perceptron(1, 128, 128),
    "batch-512": perceptron(1, 128, 512),
}
