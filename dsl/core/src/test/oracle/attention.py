"""Fixtures of layers with several inputs: attention, transformers, recurrent layers that start from a state or skip steps.

Each case has the layer as the DSL writes it, its inputs in their order, and weights under the DSL's names and in its
layout, x·W: this file takes PyTorch's apart. The scalar that is differentiated is sum(output * cotangent).
"""

import copy
import math

import torch
from torch import nn
from torch.nn import functional

import fixture

FOLDER = fixture.FOLDER.parent / "attention"
HEADS, WIDTH, HIDDEN = 2, 4, 6
MASK = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]], dtype=torch.float32)


class Dot(nn.Module):
    def __init__(self, scaled=True, causal=False):
        super().__init__()
        self.scale, self.causal = None if scaled else 1.0, causal

    def forward(self, x, memory=None):
        memory = x if memory is None else memory
        return functional.scaled_dot_product_attention(x, memory, memory, is_causal=self.causal, scale=self.scale)


class Additive(nn.Module):
    """Bahdanau et al. 2015, pair by pair and head by head."""

    def __init__(self, units, width, memory, heads=1):
        super().__init__()
        self.heads, self.units = heads, units
        self.query = nn.Parameter(torch.zeros(width, heads * units))
        self.key = nn.Parameter(torch.zeros(memory, heads * units))
        self.bias = nn.Parameter(torch.zeros(heads * units))
        self.score = nn.Parameter(torch.zeros(heads * units))

    def forward(self, x, memory, mask=None):
        contexts = []
        for head in range(self.heads):
            part = slice(head * self.units, (head + 1) * self.units)
            rows = []
            for t in range(x.shape[1]):
                inner = torch.tanh(x[:, t : t + 1] @ self.query[:, part] + memory @ self.key[:, part] + self.bias[part])
                scores = inner @ self.score[part]
                if mask is not None:
                    scores = scores.masked_fill(mask == 0, -math.inf)
                rows.append((torch.softmax(scores, 1)[:, :, None] * memory).sum(1))
            contexts.append(torch.stack(rows, 1))
        return torch.cat(contexts, 2)


class MultiHead(nn.Module):
    def __init__(self, causal=False, memory=None, masked=False, bias=True):
        super().__init__()
        self.causal, self.masked = causal, masked
        self.inner = nn.MultiheadAttention(WIDTH, HEADS, kdim=memory, vdim=memory, batch_first=True, bias=bias)

    def forward(self, x, *more):
        absent = more[-1] == 0 if self.masked else None
        memory = more[0] if len(more) > self.masked else x
        return self.inner(x, memory, memory, key_padding_mask=absent, attn_mask=later(x) if self.causal else None)[0]


class Encoder(nn.Module):
    def __init__(self, causal=False, masked=False, **options):
        super().__init__()
        self.causal, self.masked = causal, masked
        self.inner = nn.TransformerEncoderLayer(WIDTH, HEADS, HIDDEN, dropout=0.0, batch_first=True, **options)

    def forward(self, x, mask=None):
        return self.inner(x, src_mask=later(x) if self.causal else None,
                          src_key_padding_mask=mask == 0 if self.masked else None)


class Decoder(nn.Module):
    def __init__(self, causal=False, masked=False, **options):
        super().__init__()
        self.causal, self.masked = causal, masked
        self.inner = nn.TransformerDecoderLayer(WIDTH, HEADS, HIDDEN, dropout=0.0, batch_first=True, **options)

    def forward(self, x, memory, mask=None):
        return self.inner(x, memory, tgt_mask=later(x) if self.causal else None,
                          memory_key_padding_mask=mask == 0 if self.masked else None)


class Started(nn.Module):
    """A recurrent layer from given states; the whole sequence."""

    def __init__(self, cell):
        super().__init__()
        self.inner = cell(3, WIDTH, batch_first=True)

    def forward(self, x, *states):
        states = tuple(state[None] for state in states)
        return self.inner(x, states if len(states) > 1 else states[0])[0]


class Packed(nn.Module):
    """A recurrent layer that reads as many steps as the mask counts, and its last state."""

    def __init__(self, cell, **options):
        super().__init__()
        self.inner = cell(3, WIDTH, batch_first=True, **options)

    def forward(self, x, mask):
        packed = nn.utils.rnn.pack_padded_sequence(x, mask.sum(1).long(), batch_first=True)
        last = self.inner(packed)[1]
        last = last[0] if isinstance(last, tuple) else last
        return torch.cat(list(last), 1)


class Unpool(nn.Module):
    def forward(self, x):
        pooled, indices = functional.max_pool2d(x, 2, return_indices=True)
        return functional.max_unpool2d(pooled, indices, 2, output_size=x.shape[2:])


def later(x):
    """True where a step would see a later one."""
    return torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)


X, MEMORY, WIDE, SHORT = (2, 5, WIDTH), (2, 5, WIDTH), (2, 5, 3), (2, 3, WIDTH)
STEPS, STATE, IMAGE = (2, 5, 3), (2, WIDTH), (2, 2, 5, 4)

# The layer as the DSL writes it, PyTorch's, and the shapes of its inputs; a mask is given as it is.
CASES = {
    "dotAttention": ("dotAttention()", Dot, [SHORT, MEMORY]),
    "dotAttention-unscaled": ("dotAttention().unscaled()", lambda: Dot(scaled=False), [SHORT, MEMORY]),
    "dotAttention-causal": ("dotAttention().causal()", lambda: Dot(causal=True), [X]),
    "additiveAttention": ("additiveAttention(5)", lambda: Additive(5, WIDTH, 3), [SHORT, WIDE]),
    "additiveAttention-heads": ("additiveAttention(5).heads(2)", lambda: Additive(5, WIDTH, 3, 2), [SHORT, WIDE]),
    "additiveAttention-masked": ("additiveAttention(5).masked()", lambda: Additive(5, WIDTH, 3), [SHORT, WIDE, MASK]),
    "multiHeadAttention": ("multiHeadAttention(2)", MultiHead, [X]),
    "multiHeadAttention-no-bias": ("multiHeadAttention(2).withBias(false)", lambda: MultiHead(bias=False), [X]),
    "multiHeadAttention-causal": ("multiHeadAttention(2).causal()", lambda: MultiHead(causal=True), [X]),
    "multiHeadAttention-memory": ("multiHeadAttention(2)", lambda: MultiHead(memory=3), [SHORT, WIDE]),
    "multiHeadAttention-masked": (
        "multiHeadAttention(2).causal().masked()", lambda: MultiHead(causal=True, masked=True), [X, MASK]),
    "multiHeadAttention-memory-masked": (
        "multiHeadAttention(2).masked()", lambda: MultiHead(memory=3, masked=True), [SHORT, WIDE, MASK]),
    "transformerEncoder": ("transformerEncoder(2, 6)", Encoder, [X]),
    "transformerEncoder-causal": ("transformerEncoder(2, 6).causal()", lambda: Encoder(causal=True), [X]),
    "transformerEncoder-masked": ("transformerEncoder(2, 6).masked()", lambda: Encoder(masked=True), [X, MASK]),
    "transformerEncoder-preNorm": (
        "transformerEncoder(2, 6).preNorm().gelu()", lambda: Encoder(norm_first=True, activation="gelu"), [X]),
    "transformerDecoder": ("transformerDecoder(2, 6)", Decoder, [SHORT, MEMORY]),
    "transformerDecoder-causal-masked": (
        "transformerDecoder(2, 6).causal().masked()", lambda: Decoder(causal=True, masked=True), [SHORT, MEMORY, MASK]),
    "transformerDecoder-preNorm": (
        "transformerDecoder(2, 6).causal().preNorm()", lambda: Decoder(causal=True, norm_first=True), [SHORT, MEMORY]),
    "gru-started": ("gru(4).returnSequences()", lambda: Started(nn.GRU), [STEPS, STATE]),
    "lstm-started": ("lstm(4).returnSequences()", lambda: Started(nn.LSTM), [STEPS, STATE, STATE]),
    "gru-masked": ("gru(4).masked()", lambda: Packed(nn.GRU), [STEPS, MASK]),
    "lstm-masked": ("lstm(4).masked()", lambda: Packed(nn.LSTM), [STEPS, MASK]),
    "bidirectional-masked": (
        "bidirectional(gru(4)).masked()", lambda: Packed(nn.GRU, bidirectional=True), [STEPS, MASK]),
    "unpool2d": ("unpool2d(2)", Unpool, [IMAGE]),
}

PLACES = {"self_attn": "multiHeadAttention1", "multihead_attn": "multiHeadAttention2", "linear1": "dense1",
          "linear2": "dense2", "norm1": "layerNorm1", "norm2": "layerNorm2", "norm3": "layerNorm3"}
SIDES = {"ih": ("input", "bias"), "hh": ("recurrent", "recurrentBias")}


def write_all():
    for name, (layer, make, shapes) in CASES.items():
        write(name, layer, make, shapes)


def write(name, layer, make, shapes):
    random = fixture.generator(name)
    network = make()
    for weight in network.parameters():
        weight.data.uniform_(-0.8, 0.8, generator=random).mul_(10000).round_().div_(10000)
    inputs = [shape if isinstance(shape, torch.Tensor) else fixture.normal(random, *shape) for shape in shapes]
    if name == "unpool2d":
        inputs = [fixture.distinct(random, *IMAGE)]
    cotangent = fixture.normal(random, *network(*inputs).shape)
    single = compute(layer, network, inputs, cotangent)
    twin = compute(layer, copy.deepcopy(network).double(), [x.double() for x in inputs], cotangent.double())
    fixture.judge(name, flat(single), flat(twin))
    fixture.write(name, "attention", f"{layer} as PyTorch has it", {"layer": layer}, FOLDER,
                  weights=ours(layer, dict(network.named_parameters())),
                  inputs={f"input{i + 1}": x for i, x in enumerate(inputs)}, cotangent=cotangent, **single)


def compute(layer, network, inputs, cotangent):
    inputs = [x.clone().requires_grad_(x.shape != MASK.shape) for x in inputs]
    output = network(*inputs)
    named = dict(network.named_parameters())
    named.update({f"input{i + 1}": x for i, x in enumerate(inputs) if x.requires_grad})
    found = torch.autograd.grad((output * cotangent).sum(), list(named.values()))
    return {"output": output, "gradients": ours(layer, dict(zip(named, found)))}


def flat(results):
    return {"output": results["output"], **results["gradients"]}


def ours(layer, theirs):
    """PyTorch's tensors by name, under the DSL's names and in its layout."""
    kind = layer.split("(")[0]
    found = {}
    for name, value in theirs.items():
        parts = name.removeprefix("inner.").split(".")
        if name.startswith("input"):
            found[name] = value
        elif kind.startswith("transformer") and parts[0] not in ("self_attn", "multihead_attn"):
            found[f"{PLACES[parts[0]]}.{parts[-1]}"] = across(value) if parts[0].startswith("linear") else value
        elif kind in ("gru", "lstm", "bidirectional"):
            found[f"{kind}1.{recurrent_name(parts[0])}"] = across(value)
    prefixes = {"multiHeadAttention1": "inner."} if kind == "multiHeadAttention" else {}
    if kind.startswith("transformer"):
        prefixes = {PLACES[name]: f"inner.{name}." for name in ("self_attn", "multihead_attn")
                    if f"inner.{name}.in_proj_weight" in theirs}
    for place, prefix in prefixes.items():
        found.update({f"{place}.{part}": value for part, value in heads(theirs, prefix).items()})
    if kind == "additiveAttention":
        found.update({f"{kind}1.{name}": value for name, value in theirs.items() if not name.startswith("input")})
    return found


def across(value):
    return value.T if value.dim() == 2 else value


def heads(theirs, prefix):
    """nn.MultiheadAttention's tensors: its projections lie in one matrix, unless the memory has a width of its own."""
    joint = theirs.get(prefix + "in_proj_weight")
    three = joint.chunk(3) if joint is not None else [theirs[f"{prefix}{part}_proj_weight"] for part in "qkv"]
    found = {part: value.T for part, value in zip(("query", "key", "value"), three)}
    found["output"] = theirs[prefix + "out_proj.weight"].T
    if prefix + "in_proj_bias" in theirs:
        biases = [*theirs[prefix + "in_proj_bias"].chunk(3), theirs[prefix + "out_proj.bias"]]
        found["bias"] = torch.cat(biases)
    return found


def recurrent_name(name):
    """weight_ih_l0_reverse is backwardInput."""
    kind, side, *rest = name.split("_")
    word = SIDES[side][kind == "bias"]
    return "backward" + word[0].upper() + word[1:] if "reverse" in rest else word
