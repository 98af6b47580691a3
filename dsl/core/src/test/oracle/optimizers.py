"""Fixtures of optimizers: a two-layer network on fixed data, its weights after one and after five steps."""

import copy
import re

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

# By the DSL's words: what makes the optimizer, with the options of this table besides.
WRITTEN = {
    "adagrad(0.1)": lambda p: optim.Adagrad(p, 0.1),
    "adagrad(0.1).weightDecay(0.1)": lambda p: optim.Adagrad(p, 0.1, weight_decay=0.1),
    "adadelta(1)": lambda p: optim.Adadelta(p),
    "adadelta(0.5).rho(0.95).weightDecay(0.1)": lambda p: optim.Adadelta(p, 0.5, rho=0.95, weight_decay=0.1),
    "rmsprop(0.01)": lambda p: optim.RMSprop(p, 0.01),
    "rmsprop(0.01).rho(0.9).momentum(0.9)": lambda p: optim.RMSprop(p, 0.01, alpha=0.9, momentum=0.9),
    "rmsprop(0.01).centred().weightDecay(0.1)": lambda p: optim.RMSprop(p, 0.01, centered=True, weight_decay=0.1),
    "adam(0.05).beta1(0.5).beta2(0.9).epsilon(1.0E-4)": lambda p: optim.Adam(p, 0.05, betas=(0.5, 0.9), eps=1e-4),
    "adamW(0.05)": lambda p: optim.AdamW(p, 0.05),
    "adamW(0.05).weightDecay(0.1)": lambda p: optim.AdamW(p, 0.05, weight_decay=0.1),
    "nadam(0.05)": lambda p: optim.NAdam(p, 0.05),
    "nadam(0.05).beta1(0.8).weightDecay(0.1)": lambda p: optim.NAdam(p, 0.05, betas=(0.8, 0.999), weight_decay=0.1),
    "sgd(0.1).l1(0.05)": lambda p: optim.SGD(p, 0.1),
    "sgd(0.1).clipValue(0.1)": lambda p: optim.SGD(p, 0.1),
    "adam(0.05).rate(\"dense2\", 0.01).rate(\"*.bias\", 0.002)": lambda p: rates(optim.Adam, list(p), 0.05),
    "nadam(0.05).rate(\"dense2\", 0.01).rate(\"*.bias\", 0.002)": lambda p: rates(optim.NAdam, list(p), 0.05),
}
L1 = {"sgd(0.1).l1(0.05)": 0.05}
CLIP_VALUE = {"sgd(0.1).clipValue(0.1)": 0.1}


def rates(kind, p, rate):
    """Dense layers' weights and biases in turn; the second weight and the biases have rates of their own."""
    return kind([{"params": [p[0]]}, {"params": [p[1], p[3]], "lr": 0.002}, {"params": [p[2]], "lr": 0.01}], rate)


def write_all():
    for name, optimizer in OPTIMIZERS.items():
        write(name, optimizer)
    for written in WRITTEN:
        write(file_of(written), {"written": written})


def file_of(written):
    """adamW(0.05).weightDecay(0.1) is adamW-weightDecay; an option that is said twice counts once."""
    return "-".join(dict.fromkeys(re.sub(r"\([^)]*\)", "", written).split(".")))


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
        penalise(network, spec)
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


def penalise(network, spec):
    bound, factor = CLIP_VALUE.get(spec.get("written")), L1.get(spec.get("written"))
    for parameter in network.parameters():
        if bound:
            parameter.grad.clamp_(-bound, bound)
        if factor:
            parameter.grad.add_(parameter.detach().sign(), alpha=factor)


def make(spec, parameters):
    if "written" in spec:
        return WRITTEN[spec["written"]](parameters)
    decay = spec.get("weightDecay", 0.0)
    if spec["type"] == "adam":
        return optim.Adam(parameters, spec["rate"], weight_decay=decay)
    return optim.SGD(parameters, spec["rate"], momentum=spec.get("momentum", 0.0), weight_decay=decay,
                     nesterov=spec.get("nesterov", False))


def snapshot(network):
    return {name: weight.detach().clone() for name, weight in networks.weights(network, LAYERS).items()}
