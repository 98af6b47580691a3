"""Losses in the DSL's words, and their fixtures: value and gradient of the prediction."""

import torch
from torch.nn import functional

import fixture
from layers import fixture_loss

CLASSES = 4


def cross_entropy(logits, labels):
    """Mean over all labels; logits [batch, (time,) classes]."""
    return functional.cross_entropy(logits.flatten(0, -2), labels.flatten())


def cross_entropy_of_probabilities(probabilities, labels):
    return functional.nll_loss(probabilities.log(), labels)


LOSSES = {"mse": functional.mse_loss, "crossEntropy": cross_entropy}


def write_all():
    random = fixture.generator("losses")
    write("mse", "mean of squared differences over all entries", "mse",
          fixture.normal(random, 3, 4), fixture.normal(random, 3, 4))
    write("crossEntropy", "logits [5, 4], a label each", "crossEntropy",
          fixture.normal(random, 5, CLASSES, scale=2), fixture.integers(random, CLASSES, 5))
    write("crossEntropy-sequence", "logits [2, 3, 4], a label for each step, mean over all steps", "crossEntropy",
          fixture.normal(random, 2, 3, CLASSES, scale=2), fixture.integers(random, CLASSES, 2, 3))
    write("crossEntropy-softmax", "a network that ends in softmax: -log of the label's probability", "crossEntropy",
          fixture.normal(random, 5, CLASSES, scale=2), fixture.integers(random, CLASSES, 5), softmax=True)


def write(name, about, loss, x, target, softmax=False):
    single = compute(loss, x, target, softmax)
    twin = target.double() if target.is_floating_point() else target
    double = compute(loss, x.double(), twin, softmax)
    fixture.judge(name, {"input": single["gradients"]["input"]}, {"input": double["gradients"]["input"]})
    layers = [{"type": "softmax"}] if softmax else []
    fixture.write(name, "loss", about, {"inputShape": list(x.shape[1:]), "layers": layers, "loss": loss},
                  weights={}, input=x, target=target, **single)


def compute(loss, x, target, softmax):
    x = x.clone().requires_grad_()
    output = torch.softmax(x, -1) if softmax else x
    value = cross_entropy_of_probabilities(output, target) if softmax else LOSSES[loss](output, target)
    (gradient,) = torch.autograd.grad(value, x)
    return {"output": output, "loss": fixture_loss(value), "gradients": {"input": gradient}}
