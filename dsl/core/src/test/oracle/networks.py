"""Lists of layers, in the DSL's words, as PyTorch networks."""

import math

import torch
from torch import nn
from torch.nn import functional

import recurrent


class Function(nn.Module):
    """A layer without weights."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


class OverTime(nn.Module):
    """A layer of PyTorch's that wants [batch, channels, time], for [batch, time, channels]."""

    def __init__(self, layer, lead=0):
        super().__init__()
        self.inner = layer
        self.lead = lead

    def forward(self, x):
        return self.inner(functional.pad(x.transpose(1, 2), (self.lead, 0))).transpose(1, 2)


class Separable(nn.Module):
    def __init__(self, channels, spec):
        super().__init__()
        self.depthwise = nn.Conv2d(channels, channels, groups=channels, bias=False, **window(spec, 2))
        self.pointwise = nn.Conv2d(channels, spec["filters"], 1)

    def forward(self, x):
        return self.pointwise(self.depthwise(x))


class LocallyConnected(nn.Module):
    """Each place by itself, in loops."""

    def __init__(self, shape, spec):
        super().__init__()
        self.options = window(spec, 2)
        _, channels, height, width = shape
        self.size, stride, padding = spec["height"], spec.get("stride", 1), spec.get("padding", 0)
        self.places = [(n + 2 * padding - self.size) // stride + 1 for n in (height, width)]
        rows, columns = self.places
        self.weight = nn.Parameter(torch.zeros(rows * columns, spec["filters"], channels, self.size, self.size))
        self.bias = nn.Parameter(torch.zeros(spec["filters"], rows, columns))

    def forward(self, x):
        padding, stride = self.options["padding"], self.options["stride"]
        x = functional.pad(x, (padding,) * 4)
        rows, columns = self.places
        places = []
        for i in range(rows):
            for j in range(columns):
                patch = x[:, :, i * stride : i * stride + self.size, j * stride : j * stride + self.size]
                places.append((patch[:, None] * self.weight[i * columns + j]).sum((2, 3, 4)))
        return torch.stack(places, -1).unflatten(-1, (rows, columns)) + self.bias


def window(spec, axes):
    """Options of PyTorch's convolutions, from the sizes under the names of the axes."""
    sizes = [spec[name] for name in ("depth", "height", "width", "time") if name in spec]
    dilation = spec.get("dilation", 1)
    same = tuple(dilation * (size - 1) // 2 for size in sizes)
    return {"kernel_size": tuple(sizes), "stride": spec.get("stride", 1), "dilation": dilation,
            "padding": same if spec.get("same") else spec.get("padding", 0)}


def general(spec, shape):
    """A convolution whose description has the DSL's own options."""
    make = {"conv1d": nn.Conv1d, "conv2d": nn.Conv2d, "conv3d": nn.Conv3d}[spec["type"]]
    channels = shape[-1] if spec["type"] == "conv1d" else shape[1]
    layer = make(channels, spec["filters"], groups=spec.get("groups", 1), bias=spec.get("withBias", True), **window(spec, 0))
    if spec["type"] != "conv1d":
        return layer
    return OverTime(layer, spec.get("dilation", 1) * (spec["time"] - 1) if spec.get("causal") else 0)


def transposed(spec, shape):
    return nn.ConvTranspose2d(
        shape[1], spec["filters"], output_padding=spec.get("outputPadding", 0), bias=spec.get("withBias", True), **window(spec, 2))


def depthwise(spec, shape):
    filters = shape[1] * spec.get("multiplier", 1)
    return nn.Conv2d(shape[1], filters, groups=shape[1], bias=spec.get("withBias", True), **window(spec, 2))


def pool(make, spec, over_time=False):
    size = spec["size"]
    layer = make(size, spec.get("stride"), size // 2 if spec.get("same") else spec.get("padding", 0))
    return OverTime(layer) if over_time else layer


def positions(x):
    """Vaswani et al. 2017, section 3.5, number by number."""
    time, width = x.shape[1:]
    waves = [[(math.sin if i % 2 == 0 else math.cos)(t / 10000 ** (2 * (i // 2) / width)) for i in range(width)]
             for t in range(time)]
    return x + torch.tensor(waves, dtype=torch.float64).to(x.dtype)


def response_norm(spec):
    """PyTorch divides alpha by the number of channels, AlexNet does not."""
    size = spec.get("size", 5)
    return nn.LocalResponseNorm(size, alpha=size * spec.get("alpha", 1e-4), beta=spec.get("beta", 0.75), k=spec.get("k", 2))


def convolution(spec, shape):
    if "filters" in spec:
        return general(spec, shape)
    padding = spec["kernel"] // 2 if spec.get("same") else spec.get("padding", 0)
    return nn.Conv2d(
        shape[1], spec["channels"], spec["kernel"], spec.get("stride", 1), padding, bias=spec.get("bias", True)
    )


# Each entry makes one layer from its description and the shape [batch, ...] of what it is given.
LAYERS = {
    "dense": lambda spec, shape: nn.Linear(shape[-1], spec["units"], bias=spec.get("bias", True)),
    "conv2d": convolution,
    "conv1d": general,
    "conv3d": general,
    "convTranspose2d": transposed,
    "depthwiseConv2d": depthwise,
    "separableConv2d": lambda spec, shape: Separable(shape[1], spec),
    "locallyConnected2d": lambda spec, shape: LocallyConnected(shape, spec),
    "maxPool2d": lambda spec, shape: (
        pool(nn.MaxPool2d, spec) if "size" in spec else nn.MaxPool2d(spec["kernel"], spec.get("stride"))),
    "avgPool2d": lambda spec, shape: (
        pool(nn.AvgPool2d, spec) if "size" in spec else nn.AvgPool2d(spec["kernel"], spec.get("stride"))),
    "maxPool1d": lambda spec, shape: pool(nn.MaxPool1d, spec, True),
    "avgPool1d": lambda spec, shape: pool(nn.AvgPool1d, spec, True),
    "globalAvgPool2d": lambda spec, shape: Function(lambda x: x.mean((2, 3))),
    "globalMaxPool2d": lambda spec, shape: Function(lambda x: x.amax((2, 3))),
    "globalAvgPool1d": lambda spec, shape: Function(lambda x: x.mean(1)),
    "globalMaxPool1d": lambda spec, shape: Function(lambda x: x.amax(1)),
    "upsample2d": lambda spec, shape: (
        nn.Upsample(scale_factor=spec["factor"], mode="bilinear" if spec.get("bilinear") else "nearest")),
    "permute": lambda spec, shape: Function(lambda x: x.permute(0, *(axis + 1 for axis in spec["axes"]))),
    "repeatVector": lambda spec, shape: Function(lambda x: torch.stack([x] * spec["count"], 1)),
    "positionalEncoding": lambda spec, shape: Function(positions),
    "layerNorm": lambda spec, shape: nn.LayerNorm(shape[2:] if len(shape) == 3 else shape[1:], spec.get("eps", 1e-5)),
    "groupNorm": lambda spec, shape: nn.GroupNorm(spec["groups"], shape[1]),
    "localResponseNorm": lambda spec, shape: response_norm(spec),
    "flatten": lambda spec, shape: nn.Flatten(),
    "reshape": lambda spec, shape: nn.Unflatten(1, spec["shape"]),
    "dropout": lambda spec, shape: nn.Dropout(spec["part"]).eval(),
    "embedding": lambda spec, shape: nn.Embedding(spec["words"], spec["width"]),
    "lstm": lambda spec, shape: recurrent.layer({"sequences": spec.get("returnSequences", False), **spec}, shape),
    "gru": recurrent.layer,
    "simpleRnn": recurrent.layer,
    "minimalGru": recurrent.layer,
    "bidirectional": recurrent.layer,
    "prelu": lambda spec, shape: nn.PReLU(),
    "step": lambda spec, shape: Function(lambda x: (torch.sign(x) > 0).to(x.dtype) + 0 * x),
    "relu": lambda spec, shape: nn.ReLU(),
    "leakyRelu": lambda spec, shape: nn.LeakyReLU(spec["slope"]),
    "elu": lambda spec, shape: nn.ELU(),
    "selu": lambda spec, shape: nn.SELU(),
    "gelu": lambda spec, shape: nn.GELU(),
    "swish": lambda spec, shape: nn.SiLU(),
    "tanh": lambda spec, shape: nn.Tanh(),
    "sigmoid": lambda spec, shape: nn.Sigmoid(),
    "softmax": lambda spec, shape: nn.Softmax(dim=-1),
    "logSoftmax": lambda spec, shape: nn.LogSoftmax(dim=-1),
    "softplus": lambda spec, shape: nn.Softplus(),
    "hardTanh": lambda spec, shape: nn.Hardtanh(),
}

# Names within layers of our own making, in the DSL's words.
NAMES = {"inner.weight": "weight", "inner.bias": "bias", "depthwise.weight": "depthwise", "pointwise.weight": "pointwise",
         "pointwise.bias": "bias"}


def build(specs, x, random):
    """The network for inputs like x, with weights of four decimals drawn from random."""
    network = nn.Sequential()
    for spec in specs:
        layer = LAYERS[spec["type"]](spec, x.shape)
        for weight in layer.parameters():
            fan = weight[0].numel() if weight.dim() > 1 else 4
            weight.data.uniform_(-1, 1, generator=random).mul_(fan**-0.5 * 10000).round_().div_(10000)
        network.append(layer)
        x = layer(x)
    return network


def weights(network, specs):
    """The network's parameters under the DSL's names: type, running number per type, part."""
    counts, named = {}, {}
    for spec, layer in zip(specs, network):
        counts[spec["type"]] = counts.get(spec["type"], 0) + 1
        for name, weight in layer.named_parameters():
            named[f"{spec['type']}{counts[spec['type']]}.{NAMES.get(name, recurrent.dsl_name(name))}"] = weight
    return named
