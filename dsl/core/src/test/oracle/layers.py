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

LAYERS.update({
    # These have the DSL's own options.
    "conv1d": ("3 steps wide convolution over [2, 6, 3]", {"type": "conv1d", "filters": 4, "time": 3}, normal(2, 6, 3)),
    "conv1d-causal": ("dilated, no step sees a later one",
                      {"type": "conv1d", "filters": 4, "time": 3, "dilation": 2, "causal": True}, normal(2, 7, 3)),
    "conv1d-same-stride": ("every second step", {"type": "conv1d", "filters": 4, "time": 5, "same": True, "stride": 2},
                           normal(2, 7, 2)),
    "conv1d-groups": ("two groups of channels", {"type": "conv1d", "filters": 4, "time": 2, "groups": 2, "padding": 1},
                      normal(2, 5, 6)),
    "conv2d-dilation": ("dilated 3x3 convolution",
                        {"type": "conv2d", "filters": 3, "height": 3, "width": 3, "dilation": 2}, normal(2, 2, 7, 8)),
    "conv2d-groups": ("two groups of channels",
                      {"type": "conv2d", "filters": 4, "height": 3, "width": 2, "groups": 2}, normal(2, 6, 5, 4)),
    "conv2d-same-dilated-stride": (
        "3x5 windows, padded to the size, every second place",
        {"type": "conv2d", "filters": 2, "height": 3, "width": 5, "dilation": 2, "same": True, "stride": 2},
        normal(2, 2, 7, 9)),
    "conv3d": ("2x3x3 convolution of a volume",
               {"type": "conv3d", "filters": 3, "depth": 2, "height": 3, "width": 3, "padding": 1}, normal(2, 2, 3, 4, 5)),
    "conv3d-stride-groups": (
        "2x2x2 convolution, every second place, two groups",
        {"type": "conv3d", "filters": 4, "depth": 2, "height": 2, "width": 2, "stride": 2, "groups": 2, "withBias": False},
        normal(2, 2, 4, 5, 4)),
    "convTranspose2d": ("transposed 2x2, stride 2", {"type": "convTranspose2d", "filters": 3, "height": 2, "width": 2,
                                                    "stride": 2}, normal(2, 2, 3, 4)),
    "convTranspose2d-padding": (
        "transposed 4x4, stride 2, padding 1",
        {"type": "convTranspose2d", "filters": 3, "height": 4, "width": 4, "stride": 2, "padding": 1}, normal(2, 2, 3, 3)),
    "convTranspose2d-odd": (
        "transposed 3x2, stride 3, padding 1, dilation 2, output padding 1, no bias",
        {"type": "convTranspose2d", "filters": 2, "height": 3, "width": 2, "stride": 3, "padding": 1, "dilation": 2,
         "outputPadding": 1, "withBias": False}, normal(2, 3, 3, 4)),
    "depthwiseConv2d": ("a 3x3 filter for each channel", {"type": "depthwiseConv2d", "height": 3, "width": 3},
                        normal(2, 3, 5, 6)),
    "depthwiseConv2d-multiplier": (
        "two 3x3 filters for each channel, every second place",
        {"type": "depthwiseConv2d", "height": 3, "width": 3, "multiplier": 2, "stride": 2, "padding": 1}, normal(2, 3, 5, 6)),
    "separableConv2d": ("depthwise 3x3, then 1x1", {"type": "separableConv2d", "filters": 4, "height": 3, "width": 3,
                                                   "same": True}, normal(2, 3, 4, 5)),
    "locallyConnected2d": ("3x3 filters that differ from place to place",
                           {"type": "locallyConnected2d", "filters": 2, "height": 3, "width": 3}, normal(2, 2, 5, 4)),
    "locallyConnected2d-stride": (
        "2x2 filters of their own, every second place, one zero around",
        {"type": "locallyConnected2d", "filters": 3, "height": 2, "width": 2, "stride": 2, "padding": 1}, normal(2, 2, 5, 4)),
    "maxPool1d": ("largest of every two steps", {"type": "maxPool1d", "size": 2}, distinct(2, 5, 3)),
    "maxPool1d-overlapping": ("largest of three steps, padded", {"type": "maxPool1d", "size": 3, "stride": 2, "padding": 1},
                              distinct(2, 7, 2)),
    "avgPool1d": ("mean of every three steps", {"type": "avgPool1d", "size": 3, "stride": 2, "padding": 1}, normal(2, 7, 2)),
    "maxPool2d-same": ("largest of 3x3 around each place", {"type": "maxPool2d", "size": 3, "stride": 1, "same": True},
                       distinct(2, 2, 4, 5)),
    "maxPool2d-padding": ("largest of 3x3, every second place, padded",
                          {"type": "maxPool2d", "size": 3, "stride": 2, "padding": 1}, distinct(2, 2, 6, 5)),
    "avgPool2d-padding": ("mean of 3x3, every second place, padded zeros counted",
                          {"type": "avgPool2d", "size": 3, "stride": 2, "padding": 1}, normal(2, 2, 6, 5)),
    "globalMaxPool2d": ("largest of each channel", {"type": "globalMaxPool2d"}, distinct(2, 3, 4, 5)),
    "globalAvgPool1d": ("mean over time", {"type": "globalAvgPool1d"}, normal(2, 4, 3)),
    "globalMaxPool1d": ("largest over time", {"type": "globalMaxPool1d"}, distinct(2, 4, 3)),
    "upsample2d": ("each element twice by twice", {"type": "upsample2d", "factor": 2}, normal(2, 2, 3, 4)),
    "upsample2d-bilinear": ("three times as large, linear in between",
                            {"type": "upsample2d", "factor": 3, "bilinear": True}, normal(2, 2, 3, 4)),
    "permute": ("[2, 3, 4, 5] to [2, 4, 5, 3]", {"type": "permute", "axes": [1, 2, 0]}, normal(2, 3, 4, 5)),
    "repeatVector": ("[2, 3] to [2, 4, 3]", {"type": "repeatVector", "count": 4}, normal(2, 3)),
    "positionalEncoding": ("sines and cosines added to [2, 5, 6]", {"type": "positionalEncoding"}, normal(2, 5, 6)),
    "positionalEncoding-odd": ("sines and cosines added to [2, 5, 3]", {"type": "positionalEncoding"}, normal(2, 5, 3)),
    "layerNorm": ("over the features of [3, 6]", {"type": "layerNorm"}, normal(3, 6)),
    "layerNorm-sequence": ("over the features of each step", {"type": "layerNorm", "eps": 0.01}, normal(2, 3, 5)),
    "layerNorm-image": ("over a whole image", {"type": "layerNorm"}, normal(2, 2, 3, 4)),
    "groupNorm": ("two groups of four channels", {"type": "groupNorm", "groups": 2}, normal(2, 4, 3, 3)),
    "localResponseNorm": ("AlexNet's numbers", {"type": "localResponseNorm"}, normal(2, 7, 2, 3)),
    "localResponseNorm-strong": ("four channels, large numbers",
                                 {"type": "localResponseNorm", "size": 4, "alpha": 0.5, "beta": 0.6, "k": 1.5},
                                 normal(2, 6, 2, 3)),
    "prelu": ("one slope, trained", {"type": "prelu"}, normal(3, 6)),
    "simpleRnn": ("last state over 4 steps", {"type": "simpleRnn", "units": 4}, normal(2, 4, 3)),
    "simpleRnn-relu": ("every state, relu within", {"type": "simpleRnn", "units": 4, "within": "relu", "sequences": True},
                       normal(2, 4, 3)),
    "simpleRnn-sigmoid": ("every state, sigmoid within, no bias",
                          {"type": "simpleRnn", "units": 4, "within": "sigmoid", "sequences": True, "withBias": False},
                          normal(2, 4, 3)),
    "lstm-no-bias": ("every state, no bias", {"type": "lstm", "units": 4, "sequences": True, "withBias": False},
                     normal(2, 4, 3)),
    "lstm-layers": ("two layers", {"type": "lstm", "units": 4, "layers": 2}, normal(2, 4, 3)),
    "lstm-reverse": ("from the end, every state", {"type": "lstm", "units": 4, "reverse": True, "sequences": True},
                     normal(2, 4, 3)),
    "lstm-peephole": ("every state", {"type": "lstm", "units": 4, "peepholes": True, "sequences": True}, normal(2, 4, 3)),
    "lstm-coupled": ("last state", {"type": "lstm", "units": 4, "coupledGates": True}, normal(2, 4, 3)),
    "lstm-coupled-peephole": (
        "every state", {"type": "lstm", "units": 4, "coupledGates": True, "peepholes": True, "sequences": True},
        normal(2, 4, 3)),
    "gru": ("last state", {"type": "gru", "units": 4}, normal(2, 4, 3)),
    "gru-sequences": ("every state", {"type": "gru", "units": 4, "sequences": True}, normal(2, 4, 3)),
    "gru-cho": ("every state, reset before the product", {"type": "gru", "units": 4, "cho": True, "sequences": True},
                normal(2, 4, 3)),
    "minimalGru": ("every state", {"type": "minimalGru", "units": 4, "sequences": True}, normal(2, 4, 3)),
    "bidirectional": ("last states of both directions", {"type": "bidirectional", "of": "lstm", "units": 4}, normal(2, 4, 3)),
    "bidirectional-layers": ("two layers, every state of both directions",
                             {"type": "bidirectional", "of": "gru", "units": 3, "layers": 2, "sequences": True},
                             normal(2, 4, 3)),
    "bidirectional-sum": ("both directions added", {"type": "bidirectional", "of": "gru", "units": 3, "sum": True},
                          normal(2, 4, 3)),
})

ACTIVATIONS = {
    "step": {"type": "step"},
    "relu": {"type": "relu"},
    "leakyRelu": {"type": "leakyRelu", "slope": 0.1},
    **{name: {"type": name} for name in (
        "elu", "selu", "gelu", "swish", "tanh", "sigmoid", "softmax", "logSoftmax", "softplus", "hardTanh")},
}
