"""Recurrent layers: PyTorch's own, and those it lacks, written from the textbooks' equations step by step."""

import re

import torch
from torch import nn

CELLS = {"lstm": nn.LSTM, "gru": nn.GRU}


def layer(spec, shape):
    """The layer a description asks for, on inputs of shape [batch, time, features]."""
    own = spec["type"] in ("simpleRnn", "minimalGru") or spec.get("peepholes") or spec.get("coupledGates") or spec.get("cho")
    return (Unrolled if own else Fused)(spec, shape[-1])


def dsl_name(name):
    """PyTorch's name of a weight in the DSL's words; weights of our own have them already."""
    found = re.fullmatch(r"cell\.(weight|bias)_([ih])h_l(\d)(_reverse)?", name)
    if not found:
        return name
    kind, side, layer_number, reverse = found.groups()
    word = kind + ("Input" if side == "i" else "Recurrent")
    word = "backward" + word[0].upper() + word[1:] if reverse else word
    return word if layer_number == "0" else word + str(int(layer_number) + 1)


class Fused(nn.Module):
    """nn.LSTM or nn.GRU, batch first, from zero states; the whole sequence or the state after the last step read."""

    def __init__(self, spec, inputs):
        super().__init__()
        self.both = spec["type"] == "bidirectional"
        self.units = spec["units"]
        self.spec = spec
        self.cell = CELLS[spec["of"] if self.both else spec["type"]](
            inputs, self.units, num_layers=spec.get("layers", 1), bias=spec.get("withBias", True),
            bidirectional=self.both, batch_first=True)

    def forward(self, x):
        backwards = self.spec.get("reverse", False)
        outputs, _ = self.cell(x.flip(1) if backwards else x)
        if self.spec.get("sequences", False):
            return self.merged(outputs.flip(1) if backwards else outputs)
        last = outputs[:, -1]
        return self.merged(torch.cat([last[:, : self.units], outputs[:, 0, self.units :]], 1) if self.both else last)

    def merged(self, states):
        return states[..., : self.units] + states[..., self.units :] if self.spec.get("sum") else states


class Unrolled(nn.Module):
    """A loop over the steps, from zero states. Weights [gates * units, in] as PyTorch lays them out, one bias."""

    def __init__(self, spec, inputs):
        super().__init__()
        self.spec = spec
        self.units = spec["units"]
        gates = {"simpleRnn": 1, "minimalGru": 2, "gru": 3, "lstm": 3 if spec.get("coupledGates") else 4}[spec["type"]]
        self.weightInput = nn.Parameter(torch.zeros(gates * self.units, inputs))
        self.weightRecurrent = nn.Parameter(torch.zeros(gates * self.units, self.units))
        if spec.get("peepholes"):
            self.peephole = nn.Parameter(torch.zeros((gates - 1) * self.units))
        if spec.get("withBias", True):
            self.bias = nn.Parameter(torch.zeros(gates * self.units))

    def forward(self, x):
        state = (x.new_zeros(len(x), self.units), x.new_zeros(len(x), self.units))
        outputs = []
        for at in range(x.shape[1]):
            drive = x[:, at] @ self.weightInput.T + (self.bias if self.spec.get("withBias", True) else 0)
            state = getattr(self, self.spec["type"])(drive, *state)
            outputs.append(state[0])
        return torch.stack(outputs, 1) if self.spec.get("sequences", False) else outputs[-1]

    def product(self, h, gate):
        """h times one gate's recurrent weights."""
        return h @ self.part(self.weightRecurrent, gate).T

    def part(self, of, gate):
        return of[gate * self.units : (gate + 1) * self.units]

    def drive(self, drive, gate):
        return drive[:, gate * self.units : (gate + 1) * self.units]

    def simpleRnn(self, drive, h, _):
        return FUNCTIONS[self.spec.get("within", "tanh")](drive + self.product(h, 0)), _

    def minimalGru(self, drive, h, _):
        forget = torch.sigmoid(self.drive(drive, 0) + self.product(h, 0))
        candidate = torch.tanh(self.drive(drive, 1) + self.product(forget * h, 1))
        return (1 - forget) * h + forget * candidate, _

    def gru(self, drive, h, _):
        """Cho et al. 2014: the reset gate acts before the product."""
        reset = torch.sigmoid(self.drive(drive, 0) + self.product(h, 0))
        update = torch.sigmoid(self.drive(drive, 1) + self.product(h, 1))
        candidate = torch.tanh(self.drive(drive, 2) + self.product(reset * h, 2))
        return update * h + (1 - update) * candidate, _

    def lstm(self, drive, h, c):
        coupled = self.spec.get("coupledGates", False)
        forget_at = 0 if coupled else 1
        forget = torch.sigmoid(self.drive(drive, forget_at) + self.product(h, forget_at) + self.peep(c, forget_at))
        enter = 1 - forget if coupled else torch.sigmoid(self.drive(drive, 0) + self.product(h, 0) + self.peep(c, 0))
        candidate = torch.tanh(self.drive(drive, forget_at + 1) + self.product(h, forget_at + 1))
        c = forget * c + enter * candidate
        last = forget_at + 2
        output = torch.sigmoid(self.drive(drive, last) + self.product(h, last) + self.peep(c, last - 1))
        return output * torch.tanh(c), c

    def peep(self, c, gate):
        """What a gate sees of the cell: the peepholes are those of input, forget, output."""
        return c * self.part(self.peephole, gate) if self.spec.get("peepholes") else 0


FUNCTIONS = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid}
