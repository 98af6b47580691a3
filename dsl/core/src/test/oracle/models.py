"""Fixtures of whole networks: forward, loss, accuracy and every gradient of one batch."""

import copy

import torch

import fixture
import losses
import networks
from layers import double, fixture_loss

MLP = [{"type": "dense", "units": 8}, {"type": "relu"}, {"type": "dense", "units": 3}]

CONVNET = [
    {"type": "conv2d", "channels": 3, "kernel": 5, "same": True},
    {"type": "tanh"},
    {"type": "avgPool2d", "kernel": 2},
    {"type": "conv2d", "channels": 4, "kernel": 3},
    {"type": "relu"},
    {"type": "maxPool2d", "kernel": 2},
    {"type": "flatten"},
    {"type": "dense", "units": 6},
    {"type": "tanh"},
    {"type": "dropout", "part": 0.5},
    {"type": "dense", "units": 4},
]

CHARACTERS = [
    {"type": "embedding", "words": 6, "width": 4},
    {"type": "lstm", "units": 5, "returnSequences": True},
    {"type": "dense", "units": 6},
]


def write_all():
    random = fixture.generator("models")
    write("mlp", "dense 4-8-3 with relu, cross entropy", MLP,
          fixture.normal(random, 4, 4), fixture.integers(random, 3, 4), random)
    write("convnet", "a small LeNet on 1x8x8, cross entropy; dropout switched off", CONVNET,
          fixture.normal(random, 4, 1, 8, 8), fixture.integers(random, 4, 4), random)
    write("characters", "embedding, LSTM and dense over each step, cross entropy over all steps", CHARACTERS,
          fixture.integers(random, 6, 2, 5), fixture.integers(random, 6, 2, 5), random)


def write(name, about, specs, x, target, random):
    network = networks.build(specs, x, random)
    target[0] = network(x)[0].argmax(-1)  # a label that is right, so that accuracy is not 0
    single = compute(network, specs, x, target)
    judged = compute(copy.deepcopy(network).double(), specs, double(x), target)
    fixture.judge(name, {"output": single["output"], **single["gradients"]},
                  {"output": judged["output"], **judged["gradients"]})
    fixture.write(name, "model", about, {"inputShape": list(x.shape[1:]), "layers": specs, "loss": "crossEntropy"},
                  weights=networks.weights(network, specs), input=x, target=target, **single)


def compute(network, specs, x, target):
    output = network(x)
    loss = losses.LOSSES["crossEntropy"](output, target)
    named = networks.weights(network, specs)
    gradients = torch.autograd.grad(loss, list(named.values()))
    accuracy = (output.argmax(-1) == target).double().mean().item()
    return {"output": output, "loss": fixture_loss(loss), "accuracy": accuracy,
            "gradients": dict(zip(named, gradients))}
