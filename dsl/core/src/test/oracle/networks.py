"""Lists of layers, in the DSL's words, as PyTorch networks."""

from torch import nn


class Lstm(nn.Module):
    """nn.LSTM, batch first, from zero states; the whole sequence or its last step."""

    def __init__(self, inputs, units, sequences):
        super().__init__()
        self.cell = nn.LSTM(inputs, units, batch_first=True)
        self.sequences = sequences

    def forward(self, x):
        outputs, _ = self.cell(x)
        return outputs if self.sequences else outputs[:, -1]


class GlobalAverage(nn.Module):
    def forward(self, x):
        return x.mean(dim=(2, 3))


def convolution(spec, shape):
    padding = spec["kernel"] // 2 if spec.get("same") else spec.get("padding", 0)
    return nn.Conv2d(
        shape[1], spec["channels"], spec["kernel"], spec.get("stride", 1), padding, bias=spec.get("bias", True)
    )


# Each entry makes one layer from its description and the shape [batch, ...] of what it is given.
LAYERS = {
    "dense": lambda spec, shape: nn.Linear(shape[-1], spec["units"], bias=spec.get("bias", True)),
    "conv2d": convolution,
    "maxPool2d": lambda spec, shape: nn.MaxPool2d(spec["kernel"], spec.get("stride")),
    "avgPool2d": lambda spec, shape: nn.AvgPool2d(spec["kernel"], spec.get("stride")),
    "globalAvgPool2d": lambda spec, shape: GlobalAverage(),
    "flatten": lambda spec, shape: nn.Flatten(),
    "reshape": lambda spec, shape: nn.Unflatten(1, spec["shape"]),
    "dropout": lambda spec, shape: nn.Dropout(spec["part"]).eval(),
    "embedding": lambda spec, shape: nn.Embedding(spec["words"], spec["width"]),
    "lstm": lambda spec, shape: Lstm(shape[-1], spec["units"], spec.get("returnSequences", False)),
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

LSTM_NAMES = {
    "cell.weight_ih_l0": "weightInput",
    "cell.weight_hh_l0": "weightRecurrent",
    "cell.bias_ih_l0": "biasInput",
    "cell.bias_hh_l0": "biasRecurrent",
}


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
            named[f"{spec['type']}{counts[spec['type']]}.{LSTM_NAMES.get(name, name)}"] = weight
    return named
