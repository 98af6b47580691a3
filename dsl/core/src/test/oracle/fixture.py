"""One fixture: what it holds, how it is checked, how it is written.

A fixture is computed twice, in float32 and in float64. The float32 numbers are written; the float64
numbers only judge them: where the two differ by more than TOLERANCE of a tensor's largest entry the
case is too ill-conditioned to test another library with, and making it is an error.
"""

import json
import zlib
from pathlib import Path

import numpy
import torch

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "oracle"
TOLERANCE = 2e-6


def generator(name):
    """The random numbers of one fixture; its name is the seed, so cases do not move each other."""
    return torch.Generator().manual_seed(zlib.crc32(name.encode()))


def normal(random, *shape, scale=1.0):
    """Normal numbers of three decimals, none nearer to zero than 0.05 (where relu and others have a kink)."""
    values = torch.randn(shape, generator=random) * scale
    values = torch.where(values.abs() < 0.05, values + torch.where(values < 0, -0.05, 0.05), values)
    return (values * 1000).round() / 1000


def distinct(random, *shape):
    """Numbers of which no two are equal, for pooling."""
    count = torch.Size(shape).numel()
    return ((torch.randperm(count, generator=random) - count // 2) * 0.05).reshape(shape)


def integers(random, below, *shape):
    return torch.randint(0, below, shape, generator=random)


def judge(name, single, double):
    """Compares the float32 tensors with their float64 twins."""
    for key, value in single.items():
        twin = double[key].detach()
        worst = (value.detach().double() - twin).abs().max().item()
        scale = max(twin.abs().max().item(), 1e-3)
        if worst > TOLERANCE * scale:
            raise ValueError(f"{name}: {key} in float32 is {worst / scale:.1e} of its scale away from float64")


def write(name, kind, about, config, folder=FOLDER, **parts):
    """Writes oracle/NAME.json, or another folder's: a line for each part, a line for each tensor."""
    document = {"about": about, "torch": torch.__version__.split("+")[0], "kind": kind, "config": config}
    document.update({key: value for key, value in parts.items() if value is not None})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(render(document) + "\n")


def render(value, indent=""):
    """JSON; a map that holds maps is spread over lines, everything else stays on one."""
    value = plain(value)
    if not isinstance(value, dict) or not any(isinstance(entry, dict) for entry in value.values()):
        return json.dumps(value)
    inner = indent + "  "
    lines = (f"{inner}{json.dumps(key)}: {render(entry, inner)}" for key, entry in value.items())
    return "{\n" + ",\n".join(lines) + "\n" + indent + "}"


def plain(value):
    """Tensors and numbers as JSON knows them; floats with the digits that float32 needs and no more."""
    if isinstance(value, torch.Tensor):
        whole = value.dtype == torch.int64
        values = value.detach().flatten().tolist() if whole else [shortest(v) for v in value.detach().flatten()]
        return {"shape": list(value.shape), "dtype": "int64" if whole else "float32", "values": values}
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    return value


def shortest(number):
    return float(str(numpy.float32(float(number))))
