"""Fixtures of batch normalisation, whose numbers differ between training and use and which changes its running ones."""

import torch
from torch import nn

import fixture

CASES = {"batchNorm": (6, 4), "batchNorm-image": (3, 2, 3, 4), "batchNorm-sequence": (2, 5, 3)}


def write_all():
    for name, shape in CASES.items():
        write(name, shape)


def write(name, shape):
    random = fixture.generator(name)
    x = fixture.normal(random, *shape)
    sequence = len(shape) == 3
    channels = shape[2] if sequence else shape[1]
    layer = (nn.BatchNorm2d if len(shape) == 4 else nn.BatchNorm1d)(channels, momentum=0.2)
    with torch.no_grad():
        layer.weight.copy_(fixture.normal(random, channels))
        layer.bias.copy_(fixture.normal(random, channels))
        layer.running_mean.copy_(fixture.normal(random, channels))
        layer.running_var.copy_(fixture.normal(random, channels).abs())
    weights = named(layer)
    cotangent = fixture.normal(random, *shape)
    used = apply(layer.eval(), x, sequence)
    layer.train()
    x.requires_grad_(True)
    trained = apply(layer, x, sequence)
    gradients = torch.autograd.grad((trained * cotangent).sum(), [x, layer.weight, layer.bias])
    after = {"1": running(layer)}
    apply(layer, x, sequence)
    after["2"] = running(layer)
    fixture.write(name, "batchNorm", f"batch normalisation of {list(shape)}, momentum 0.2, in use and in training",
                  {"inputShape": list(shape[1:]), "layers": [{"type": "batchNorm", "momentum": 0.2}]},
                  weights=weights, input=x, cotangent=cotangent, output=used, training=trained,
                  gradients=dict(zip(("input", "weight", "bias"), gradients)), after=after)


def apply(layer, x, sequence):
    return layer(x.transpose(1, 2)).transpose(1, 2) if sequence else layer(x)


def running(layer):
    return {"runningMean": layer.running_mean.clone(), "runningVariance": layer.running_var.clone()}


def named(layer):
    return {f"batchNorm1.{name}": value for name, value in
            {"weight": layer.weight, "bias": layer.bias, **running(layer)}.items()}
