"""Opens exported models with Python's own PyTorch and compares what they give; see README.md.

The tests leave the models in dsl/core/target/exports, NAME.pt with NAME.json beside it, where inputs and outputs stand, and
weights as NAME.safetensors with NAME.expected, where they stand once more.
"""

import json
import sys
from pathlib import Path

import safetensors.torch
import torch

FOLDER = Path(__file__).resolve().parents[3] / "target" / "exports"
TOLERANCE = 1e-5


def main(folder):
    cases = sorted(folder.glob("*.json"))
    wrong = [line for case in cases for line in differences(case)]
    files = sorted(folder.glob("*.expected"))
    wrong += [line for file in files for line in unlike(file)]
    print("\n".join([*wrong, f"{len(cases)} models, {len(files)} files of weights, {len(wrong)} differences, "
                             f"PyTorch {torch.__version__}"]))
    return 1 if wrong or not cases or not files else 0


def unlike(file):
    """The tensors of a safetensors file that are not as they should be."""
    expected = {name: tensor(part) for name, part in json.loads(file.read_text()).items()}
    found = safetensors.torch.load_file(file.with_suffix(".safetensors"))
    if found.keys() != expected.keys():
        yield f"{file.stem}: {sorted(expected)} expected, got {sorted(found)}"
    for name in found.keys() & expected.keys():
        if not torch.equal(found[name].to(expected[name].dtype), expected[name]):
            yield f"{file.stem}: {name} differs"


def differences(case):
    document = json.loads(case.read_text())
    name = document["model"]
    try:
        with torch.no_grad():
            found = torch.jit.load(case.with_suffix(".pt"))(*(tensor(x) for x in document["inputs"]))
    except Exception as error:
        yield f"{name}: {str(error).strip().splitlines()[-1]}"
        return
    found = [found] if isinstance(found, torch.Tensor) else found
    expected = [tensor(y) for y in document["outputs"]]
    if len(found) != len(expected):
        yield f"{name}: {len(expected)} outputs expected, got {len(found)}"
    for number, (mine, theirs) in enumerate(zip(found, expected)):
        bound = TOLERANCE * max(theirs.abs().max().item(), 1e-3)
        if mine.shape != theirs.shape or (mine - theirs).abs().max().item() > bound:
            yield f"{name}: output {number} differs"


def tensor(part):
    dtype = torch.int64 if part["dtype"] == "int64" else torch.float32
    return torch.tensor(part["values"], dtype=dtype).reshape(part["shape"])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
