"""Fixtures of optimizers: a two-layer network on fixed data, its weights after one and after five steps."""

import copy

import torch
from torch import optim
from torch.nn.utils import clip_grad_norm_

import fixture
import losses
import networks
from layers import fixture_loss

LAYERS = [{"type": "dense", "units": 5}, {"type": "tanh"}, {"type": "dense", "units": 2}]
STEPS = 5

OPTIMIZERS = {
    "sgd": {"type": "sgd", "rate": 0.1},
    "sgd-momentum": {"type": "sgd", "rate": 0.1, "momentum": 0.9},
    "sgd-nesterov": {"type": "sgd", "rate": 0.1, "momentum": 0.9, "nesterov": True},
    "sgd-clipNorm": {"type": "sgd", "rate": 0.1, "clipNorm": 0.5},
    "sgd-weightDecay": {"type": "sgd", "rate": 0.1, "weightDecay": 0.1},
    "sgd-momentum-weightDecay": {"type": "sgd", "rate": 0.1, "momentum": 0.9, "weightDecay": 0.1},
    "adam": {"type": "adam", "rate": 0.001},
    "adam-fast": {"type": "adam", "rate": 0.05},
    "adam-clipNorm": {"type": "adam", "rate": 0.05, "clipNorm": 1.0},
    "adam-weightDecay": {"type": "adam", "rate": 0.05, "weightDecay": 0.1},
}


def write_all():
    for name, optimizer in OPTIMIZERS.items():
        write(name, optimizer)


def write(name, optimizer):
    random = fixture.generator("optimizers")
    x, target = fixture.normal(random, 4, 3), fixture.normal(random, 4, 2, scale=2)
    network = networks.build(LAYERS, x, random)
    start = snapshot(network)
    twin = copy.deepcopy(network).double()
    single = train(network, optimizer, x, target)
    double = train(twin, optimizer, x.double(), target.double())
    for step, weights in single["after"].items():
        fixture.judge(f"{name} after {step} steps", weights, double["after"][step])
    fixture.write(name, "optimizer", f"{name}: weights after 1 and {STEPS} steps over the same batch, mse",
                  {"inputShape": [3], "layers": LAYERS, "loss": "mse", "optimizer": optimizer},
                  weights=start, input=x, target=target, **single)


def train(network, spec, x, target):
    optimizer = make(spec, network.parameters())
    values, after = [], {}
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        loss = losses.LOSSES["mse"](network(x), target)
        loss.backward()
        clip(network, spec, step)
        optimizer.step()
        values.append(fixture_loss(loss))
        if step in (1, STEPS):
            after[str(step)] = snapshot(network)
    return {"losses": values, "after": after}


def clip(network, spec, step):
    if "clipNorm" not in spec:
        return
    norm = clip_grad_norm_(network.parameters(), spec["clipNorm"])
    if step == 1 and norm <= spec["clipNorm"]:
        raise ValueError(f"clipNorm {spec['clipNorm']} never bites: the first gradient's norm is {norm:.3f}")


def make(spec, parameters):
    decay = spec.get("weightDecay", 0.0)
    if spec["type"] == "adam":
        return optim.Adam(parameters, spec["rate"], weight_decay=decay)
    return optim.SGD(parameters, spec["rate"], momentum=spec.get("momentum", 0.0), weight_decay=decay,
                     nesterov=spec.get("nesterov", False))


def snapshot(network):
    return {name: weight.detach().clone() for name, weight in networks.weights(network, LAYERS).items()}
