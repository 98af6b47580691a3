"""Fixtures of tensor operations: the result and the gradients by each operand, float32, of several shapes.

An entry is the operation as PyTorch has it and the shapes of its operands. Operands are named a, b; the scalar that is
differentiated is sum(output * cotangent).
"""

import torch
from torch.nn import functional

import fixture

FOLDER = fixture.FOLDER.parent / "operations"

VECTOR, MATRIX, BLOCK, IMAGES = (5,), (3, 4), (2, 3, 4), (2, 3, 6, 5)

UNARY = {
    "exp": torch.exp, "sin": torch.sin, "cos": torch.cos, "abs": torch.abs, "tanh": torch.tanh,
    "sigmoid": torch.sigmoid, "relu": torch.relu, "gelu": functional.gelu, "swish": functional.silu,
    "softplus": functional.softplus, "square": torch.square, "leakyRelu": lambda a: functional.leaky_relu(a, 0.2),
    "clamp": lambda a: torch.clamp(a, -0.5, 1), "sign": torch.sign, "cumsum0": lambda a: torch.cumsum(a, 0),
    "sum": torch.sum, "mean": torch.mean, "var": torch.var, "std": torch.std, "norm": torch.norm, "max": torch.max,
    "min": torch.min, "softmax": lambda a: torch.softmax(a, -1), "logSoftmax": lambda a: torch.log_softmax(a, -1),
    "sortLast": lambda a: torch.sort(a, -1)[0], "topK2": lambda a: torch.topk(a, 2)[0],
    "last": lambda a: a[..., -1], "everySecond": lambda a: a[::2], "backwards": lambda a: torch.flip(a, [0]),
    "repeat2": lambda a: torch.cat([a, a], -1),
}

OF_BLOCKS = {
    "sum02": lambda a: a.sum((0, 2)), "mean12": lambda a: a.mean((1, 2)), "var1": lambda a: a.var(1),
    "std02": lambda a: a.std((0, 2)), "max12": lambda a: a.amax((1, 2)), "min02": lambda a: a.amin((0, 2)),
    "norm12": lambda a: a.norm(dim=(1, 2)), "maxKeep": lambda a: a.max(1, keepdim=True)[0],
    "meanKeep": lambda a: a.mean(1, keepdim=True), "middle": lambda a: a[:, 1:3, 0], "t": lambda a: a.mT,
}

BINARY = {
    "plus": torch.add, "minus": torch.sub, "times": torch.mul, "div": torch.div, "maximum": torch.maximum,
    "minimum": torch.minimum, "rem": torch.remainder,
}

PAIRS = [(MATRIX, MATRIX), (MATRIX, (4,)), ((3, 1), (1, 4)), (BLOCK, (3, 1)), ((), MATRIX)]

OTHERS = {
    "mm": (torch.matmul, (3, 4), (4, 2)), "mm-batches": (torch.matmul, (2, 3, 4), (4, 5)),
    "cdist": (torch.cdist, (3, 4), (5, 4)),
    "conv2d": (functional.conv2d, IMAGES, (4, 3, 3, 2)),
    "conv2d-stride-padding": (lambda a, b: functional.conv2d(a, b, stride=2, padding=1), IMAGES, (4, 3, 3, 2)),
    "maxPool2d": (lambda a: functional.max_pool2d(a, 2), IMAGES),
}


def write_all():
    for name, operation in UNARY.items():
        for shape in (VECTOR, MATRIX, BLOCK):
            write(name, operation, shape)
    for name, operation in OF_BLOCKS.items():
        write(name, operation, BLOCK)
    for name, operation in BINARY.items():
        for shapes in PAIRS:
            write(name, operation, *shapes)
    for name, (operation, *shapes) in OTHERS.items():
        write(name, operation, *shapes)


def write(name, operation, *shapes):
    case = f"{name}-" + "-".join("x".join(map(str, shape)) or "scalar" for shape in shapes)
    random = fixture.generator(case)
    # No two elements are equal, and a divisor is never near zero.
    operands = [fixture.distinct(random, *shape) + 0.03 for shape in shapes]
    output = operation(*operands)
    cotangent = fixture.normal(random, *output.shape)
    single = differentiate(operation, operands, cotangent)
    fixture.judge(case, single, differentiate(operation, [a.double() for a in operands], cotangent.double()))
    output = single.pop("output")
    fixture.write(case, "operation", f"{name} of shapes {list(map(list, shapes))}", {"operation": name},
                  FOLDER, operands=dict(zip("ab", operands)), cotangent=cotangent, output=output, gradients=single)


def differentiate(operation, operands, cotangent):
    leaves = [a.clone().requires_grad_() for a in operands]
    output = operation(*leaves)
    gradients = torch.autograd.grad((output * cotangent).sum(), leaves)
    return {"output": output, **dict(zip("ab", gradients))}
