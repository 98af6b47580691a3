"""Fixtures of single layers and activations: forward, and gradients of sum(output * cotangent)."""

import copy

import torch

import fixture
import networks


def write_all():
    for name, (about, spec, draw) in LAYERS.items():
        write(name, "layer", about, spec, draw)
    for name, spec in ACTIVATIONS.items():
        write(name, "activation", f"{name} of [3, 6]", spec, lambda random: fixture.normal(random, 3, 6, scale=1.5))
    write("softmax-sequence", "activation", "softmax over the last axis of [2, 3, 4]", {"type": "softmax"},
          lambda random: fixture.normal(random, 2, 3, 4))


def write(name, kind, about, spec, draw):
    random = fixture.generator(name)
    x = draw(random)
    network = networks.build([spec], x, random)
    cotangent = fixture.normal(random, *network(x).shape)
    single = compute(network, spec, x, cotangent)
    fixture.judge(name, flat(single), flat(compute(copy.deepcopy(network).double(), spec, double(x), cotangent.double())))
    fixture.write(name, kind, about, {"inputShape": list(x.shape[1:]), "layers": [spec]},
                  weights=networks.weights(network, [spec]), input=x, cotangent=cotangent, **single)


def compute(network, spec, x, cotangent):
    real = x.is_floating_point()
    x = x.clone().requires_grad_(real)
    output = network(x)
    loss = (output * cotangent).sum()
    named = networks.weights(network, [spec])
    if real:
        named = {"input": x, **named}
    gradients = torch.autograd.grad(loss, list(named.values()))
    return {"output": output, "loss": fixture_loss(loss), "gradients": dict(zip(named, gradients))}


def fixture_loss(loss):
    return loss.detach().item() if loss.dtype == torch.float64 else fixture.shortest(loss.detach())


def flat(results):
    return {"output": results["output"], **results["gradients"]}


def double(x):
    return x.double() if x.is_floating_point() else x


def normal(*shape):
    return lambda random: fixture.normal(random, *shape)


def distinct(*shape):
    return lambda random: fixture.distinct(random, *shape)


def conv(channels, kernel, **options):
    return {"type": "conv2d", "channels": channels, "kernel": kernel, **options}


LAYERS = {
    "dense": ("dense(4) of [3, 5]", {"type": "dense", "units": 4}, normal(3, 5)),
    "dense-no-bias": ("dense(4) without bias of [3, 5]", {"type": "dense", "units": 4, "bias": False}, normal(3, 5)),
    "dense-sequence": ("dense(4) of each step of [2, 3, 5]", {"type": "dense", "units": 4}, normal(2, 3, 5)),
    "dense-sequence-no-bias": (
        "dense(4) without bias of each step of [2, 3, 5]", {"type": "dense", "units": 4, "bias": False}, normal(2, 3, 5)),
    "conv2d": ("3x3 convolution of [2, 2, 5, 6]", conv(3, 3), normal(2, 2, 5, 6)),
    "conv2d-no-bias": ("3x3 convolution without bias", conv(3, 3, bias=False), normal(2, 2, 5, 6)),
    "conv2d-padding": ("3x3 convolution, one zero around", conv(3, 3, padding=1), normal(2, 2, 4, 5)),
    "conv2d-stride": ("3x3 convolution, every second place", conv(3, 3, stride=2), normal(2, 2, 7, 6)),
    "conv2d-stride-padding": (
        "3x3 convolution, every second place, one zero around", conv(3, 3, stride=2, padding=1), normal(2, 2, 6, 5)),
    "conv2d-same": ("3x3 convolution that keeps height and width", conv(3, 3, same=True), normal(2, 2, 4, 5)),
    "conv2d-5x5": ("5x5 convolution", conv(2, 5), normal(2, 2, 6, 7)),
    "conv2d-5x5-same": ("5x5 convolution that keeps height and width", conv(2, 5, same=True), normal(2, 1, 6, 5)),
    "maxPool2d": ("largest of each 2x2 block", {"type": "maxPool2d", "kernel": 2}, distinct(2, 2, 4, 6)),
    "maxPool2d-odd": ("2x2 blocks of 5x5: the last row and column are left out",
                      {"type": "maxPool2d", "kernel": 2}, distinct(2, 2, 5, 5)),
    "maxPool2d-overlapping": (
        "3x3 blocks, every second place", {"type": "maxPool2d", "kernel": 3, "stride": 2}, distinct(2, 2, 7, 7)),
    "avgPool2d": ("mean of each 2x2 block", {"type": "avgPool2d", "kernel": 2}, normal(2, 2, 4, 6)),
    "globalAvgPool2d": ("mean over height and width", {"type": "globalAvgPool2d"}, normal(2, 3, 4, 5)),
    "flatten": ("[2, 2, 3, 2] to [2, 12]", {"type": "flatten"}, normal(2, 2, 3, 2)),
    "reshape": ("[2, 12] to [2, 3, 4]", {"type": "reshape", "shape": [3, 4]}, normal(2, 12)),
    "dropout-inference": ("dropout outside training is the identity", {"type": "dropout", "part": 0.5}, normal(3, 6)),
    "embedding": ("rows of a 7x3 table; indices repeat", {"type": "embedding", "words": 7, "width": 3},
                  lambda random: fixture.integers(random, 7, 2, 5)),
    "lstm": ("last output of an LSTM over 4 steps", {"type": "lstm", "units": 4}, normal(2, 4, 3)),
    "lstm-sequences": ("every output of an LSTM over 4 steps",
                       {"type": "lstm", "units": 4, "returnSequences": True}, normal(2, 4, 3)),
}

ACTIVATIONS = {
    "relu": {"type": "relu"},
    "leakyRelu": {"type": "leakyRelu", "slope": 0.1},
    **{name: {"type": name} for name in (
        "elu", "selu", "gelu", "swish", "tanh", "sigmoid", "softmax", "logSoftmax", "softplus", "hardTanh")},
}
