"""Fixtures of trainings: several outputs with a loss each, and losses that count examples unequally.

Weights stand under the DSL's names and in its layout, x·W.
"""

import copy

import torch
from torch.nn import functional

import fixture
import stateful

FOLDER = fixture.FOLDER.parent / "trainings"
STEPS, RATE = 4, 0.1


def write_all():
    several_outputs()
    uneven_sum()
    weighted_examples()
    truncated()


def several_outputs():
    """A trunk with two heads, five times Huber's loss beside cross entropy, gradient descent on one batch."""
    random = fixture.generator("several outputs")
    x = fixture.normal(random, 7, 5)
    kind = fixture.integers(random, 3, 7)
    box = fixture.normal(random, 7, 2, scale=2.0)
    weights = {"trunk.weight": fixture.normal(random, 5, 6, scale=0.5), "trunk.bias": fixture.normal(random, 6, scale=0.5),
               "kind.weight": fixture.normal(random, 6, 3, scale=0.5), "kind.bias": fixture.normal(random, 3, scale=0.5),
               "box.weight": fixture.normal(random, 6, 2, scale=0.5), "box.bias": fixture.normal(random, 2, scale=0.5)}
    single = descend(weights, x, kind, box)
    judged = descend({k: w.double() for k, w in weights.items()}, x.double(), kind, box.double())
    fixture.judge("severalOutputs", single["after"], judged["after"])
    fixture.write("severalOutputs", "training", several_outputs.__doc__, {"steps": STEPS, "rate": RATE}, FOLDER,
                  weights=weights, x=x, targets={"kind": kind, "box": box}, **single)


def descend(weights, x, kind, box):
    w = {name: value.clone().requires_grad_() for name, value in weights.items()}
    losses = {"loss": [], "kind_loss": [], "box_loss": [], "kind_accuracy": []}
    for _ in range(STEPS):
        h = torch.tanh(x @ w["trunk.weight"] + w["trunk.bias"])
        logits = h @ w["kind.weight"] + w["kind.bias"]
        of_kind = functional.cross_entropy(logits, kind)
        of_box = 5 * functional.huber_loss(h @ w["box.weight"] + w["box.bias"], box)
        loss = of_kind + of_box
        accuracy = (logits.argmax(1) == kind).double().mean()
        for name, value in zip(losses, (loss, of_kind, of_box, accuracy)):
            losses[name].append(fixture.shortest(value.detach()))
        gradients = torch.autograd.grad(loss, list(w.values()))
        w = {name: (value - RATE * g).detach().requires_grad_() for (name, value), g in zip(w.items(), gradients)}
    return {"after": {name: value.detach() for name, value in w.items()}, "losses": losses}


def uneven_sum():
    """Cross entropy that ignores 0 and weighs classes, with half of a smoothed one, of all examples at once."""
    random = fixture.generator("uneven sum")
    logits = fixture.normal(random, 10, 4, scale=2.0)
    labels = torch.tensor([0, 0, 0, 1, 2, 3, 0, 1, 0, 3])
    weighted = functional.cross_entropy(logits, labels, torch.tensor([0.5, 1.0, 2.0, 0.25]), ignore_index=0)
    smoothed = functional.cross_entropy(logits, labels, label_smoothing=0.1)
    fixture.write("unevenSum", "training", uneven_sum.__doc__,
                  {"loss": "crossEntropy().weights(0.5, 1, 2, 0.25).ignore(0).plus(crossEntropy().smoothing(0.1).times(0.5))"},
                  FOLDER, x=logits, y=labels, loss=fixture.shortest(weighted + 0.5 * smoothed))


def weighted_examples():
    """Examples with weights: the mean of each example's losses, then the weighted mean; x·W, gradient descent on one batch."""
    cases = {"mse": (lambda o, y: (o - y).square().mean(1), None),
             "huber": (lambda o, y: functional.huber_loss(o, y, reduction="none").mean(1), None),
             "binaryCrossEntropy": (lambda o, y: functional.binary_cross_entropy_with_logits(o, y, reduction="none").mean(1), None),
             "crossEntropy": (lambda o, y: functional.cross_entropy(o, y, reduction="none"), None),
             "sequences": (lambda o, y: functional.cross_entropy(
                 o.transpose(1, 2), y, CLASSES.to(o.dtype), ignore_index=0, reduction="none").sum(1),
                 lambda y: (CLASSES[y] * (y != 0)).sum(1)),
             "ctc": (ctc_each, None)}
    for name, (each, share) in cases.items():
        random = fixture.generator("weighted " + name)
        steps = {"sequences": (5,), "ctc": (6,)}.get(name, ())
        x = fixture.normal(random, 7, *steps, 4)
        w = fixture.normal(random, 4, 4)
        y = {"crossEntropy": lambda: fixture.integers(random, 4, 7), "sequences": lambda: fixture.integers(random, 4, 7, 5),
             "ctc": lambda: 1 + fixture.integers(random, 3, 7, 2), "binaryCrossEntropy": lambda: fixture.integers(random, 2, 7, 4).float()
             }.get(name, lambda: fixture.normal(random, 7, 4))()
        weights = torch.tensor([0.5, 2.0, 1.0, 0.0, 3.0, 0.25, 1.5])
        single = descend_weighted(x, y, w, weights, each, share)
        judged = descend_weighted(x.double(), y.double() if y.is_floating_point() else y, w.double(), weights.double(), each, share)
        fixture.judge(name, {"w": single[0]}, {"w": judged[0]})
        fixture.write("weighted-" + name, "training", weighted_examples.__doc__, {"loss": name, "steps": STEPS, "rate": RATE},
                      FOLDER, x=x, y=y, weights=weights, w=w, after=single[0], losses={"loss": single[1]})


CLASSES = torch.tensor([0.5, 1.0, 2.0, 0.25])


def ctc_each(o, y):
    lengths = torch.full((len(o),), o.shape[1]), torch.full((len(o),), y.shape[1])
    return functional.ctc_loss(functional.log_softmax(o, 2).transpose(0, 1), y, *lengths, reduction="none") / y.shape[1]


def descend_weighted(x, y, w, weights, each, share):
    losses = []
    for _ in range(STEPS):
        w = w.detach().requires_grad_()
        shares = weights if share is None else weights * share(y).to(weights.dtype)
        loss = (weights * each(x @ w, y)).sum() / shares.sum()
        losses.append(fixture.shortest(loss.detach()))
        w = w - RATE * torch.autograd.grad(loss, w)[0]
    return w.detach(), losses


def truncated():
    """Backpropagation through time in windows of 3 of 7 steps: states go on as numbers, and each batch begins with zeros."""
    for name, kind in (("lstm", torch.nn.LSTM), ("gru", torch.nn.GRU)):
        random = fixture.generator("truncated " + name)
        network = kind(2, 3, batch_first=True)
        for weight in network.parameters():
            weight.data.uniform_(-0.8, 0.8, generator=random).mul_(10000).round_().div_(10000)
        x = fixture.normal(random, 5, 7, 2)
        y = fixture.normal(random, 5, 7, 3)
        layer = name + "(3)"
        start = stateful.ours(layer, {key: value.detach().clone() for key, value in network.named_parameters()})
        twin = copy.deepcopy(network).double()
        after, losses = descend_truncated(network, layer, x, y)
        fixture.judge("truncated-" + name, after, descend_truncated(twin, layer, x.double(), y.double())[0])
        fixture.write("truncated-" + name, "training", truncated.__doc__, {"layer": layer, "window": 3}, FOLDER,
                      weights=start, x=x, y=y, after=after, losses={"loss": losses})


def descend_truncated(network, layer, x, y):
    optimizer = torch.optim.SGD(network.parameters(), 0.5)
    losses = []
    for _ in range(2):
        states, total = None, 0
        for at in range(0, 7, 3):
            output, states = network(x[:, at : at + 3], states)
            states = tuple(s.detach() for s in states) if isinstance(states, tuple) else states.detach()
            loss = (output - y[:, at : at + 3]).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.detach() * output.shape[1] / 7
        losses.append(fixture.shortest(total))
    return stateful.ours(layer, {key: value.detach() for key, value in network.named_parameters()}), losses
