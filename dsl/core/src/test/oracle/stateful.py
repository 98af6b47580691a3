"""Fixtures of recurrent layers that go on in the next batch where they stopped: three batches, and two epochs over them.

The states of a batch start the next one, detached; each epoch starts from zeros. Weights are in the DSL's names and layout.
"""

import copy

import torch
from torch import nn

import attention
import fixture
from layers import fixture_loss

FOLDER = fixture.FOLDER.parent / "stateful"
BATCHES, BATCH, TIME, WIDTH, UNITS = 3, 2, 4, 3, 4
EPOCHS, RATE = 2, 0.5

# The layer as the DSL writes it, and PyTorch's; whether all steps are given.
CASES = {
    "simpleRnn": ("simpleRnn(4).stateful()", lambda: nn.RNN(WIDTH, UNITS, batch_first=True), False),
    "gru": ("gru(4).stateful()", lambda: nn.GRU(WIDTH, UNITS, batch_first=True), False),
    "gru-sequences": (
        "gru(4).returnSequences().stateful()", lambda: nn.GRU(WIDTH, UNITS, batch_first=True), True),
    "lstm": ("lstm(4).stateful()", lambda: nn.LSTM(WIDTH, UNITS, batch_first=True), False),
    "lstm-layers": (
        "lstm(4).layers(2).returnSequences().stateful()",
        lambda: nn.LSTM(WIDTH, UNITS, num_layers=2, batch_first=True), True),
}


def write_all():
    for name, (layer, make, sequences) in CASES.items():
        write(name, layer, make(), sequences)


def write(name, layer, network, sequences):
    random = fixture.generator("stateful-" + name)
    if layer.startswith("simpleRnn"):
        # The DSL's has one bias, as the textbooks.
        network.bias_hh_l0.requires_grad_(False).zero_()
    for weight in trained(network).values():
        weight.data.uniform_(-0.8, 0.8, generator=random).mul_(10000).round_().div_(10000)
    x = fixture.normal(random, BATCHES * BATCH, TIME, WIDTH)
    target = fixture.normal(random, BATCHES * BATCH, *((TIME, UNITS) if sequences else (UNITS,)))
    start = ours(layer, {key: value.detach().clone() for key, value in trained(network).items()})
    twin = copy.deepcopy(network).double()
    single = compute(layer, network, x, target, sequences)
    double = compute(layer, twin, x.double(), target.double(), sequences)
    fixture.judge(name, flat(single), flat(double))
    fixture.write(name, "stateful",
                  f"{layer}: outputs of {BATCHES} batches, weights after {EPOCHS} epochs of sgd({RATE}), mse",
                  {"layer": layer, "batch": BATCH, "epochs": EPOCHS, "rate": RATE}, FOLDER,
                  weights=start, input=x, target=target, **single)


def trained(network):
    return {name: weight for name, weight in network.named_parameters() if weight.requires_grad}


def compute(layer, network, x, target, sequences):
    output = torch.cat([y.detach() for y, _ in batches(network, x, sequences)])
    optimizer = torch.optim.SGD(trained(network).values(), RATE)
    losses = []
    for _ in range(EPOCHS):
        found = []
        for y, at in batches(network, x, sequences):
            loss = (y - target[at : at + BATCH]).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            found.append(loss.detach())
        losses.append(fixture_loss(sum(found) / BATCHES))
    return {"output": output, "losses": losses, "after": ours(layer, trained(network))}


def batches(network, x, sequences):
    """The output of each batch, and where it begins; each starts in the states of the one before."""
    states = None
    for at in range(0, len(x), BATCH):
        outputs, states = network(x[at : at + BATCH], states)
        states = tuple(s.detach() for s in states) if isinstance(states, tuple) else states.detach()
        yield (outputs if sequences else outputs[:, -1]), at


def flat(results):
    return {"output": results["output"], **results["after"]}


def ours(layer, theirs):
    kind = layer.split("(")[0]
    found = {}
    for name, value in theirs.items():
        level = "" if "_l0" in name else "2"
        word = attention.recurrent_name(name)
        found[f"{kind}1.{word}{level}"] = attention.across(value)
    return found
