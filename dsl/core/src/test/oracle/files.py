"""Writes files as PyTorch and the safetensors library write them, and what they hold, to ../resources/files; see README.md.

Their bytes differ from version to version of the libraries, so that check_fixtures.py leaves them alone.
"""

import warnings
import zipfile

import safetensors.torch
import torch
from torch import nn

import fixture

FOLDER = fixture.FOLDER.parent / "files"


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.norm = nn.BatchNorm2d(2)
        self.drop = nn.Dropout(0.5)
        self.head = nn.Linear(2 * 4 * 4, 3)

    def forward(self, x):
        return self.head(self.drop(torch.relu(self.norm(self.conv(x)))).flatten(1))


def main():
    warnings.simplefilter("ignore")
    torch.manual_seed(1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    networks()
    tensors()


def networks():
    net = Net()
    net(torch.randn(4, 1, 6, 6))
    torch.jit.script(net).save(FOLDER / "script.pt")
    net.eval()
    x = torch.randn(3, 1, 6, 6)
    torch.jit.trace(net, x[:1]).save(FOLDER / "trace.pt")
    torch.save(net.state_dict(), FOLDER / "state.pt")
    adam = torch.optim.Adam(net.parameters())
    net(x).sum().backward()
    adam.step()
    torch.save({"epoch": 3, "model": net.state_dict(), "optimizer": adam.state_dict()}, FOLDER / "checkpoint.pt")
    torch.save(net, FOLDER / "whole.pt")
    torch.save(net.state_dict(), FOLDER / "before16.pt", _use_new_zipfile_serialization=False)
    for name in ("script.pt", "trace.pt"):
        without_paths(FOLDER / name)
    script = torch.jit.load(FOLDER / "trace.pt")
    fixture.write("network", "file", "what script.pt and trace.pt give, and their weights", {}, FOLDER, input=x,
                  output=script(x), weights={k: v.float() for k, v in script.state_dict().items()})


def without_paths(file):
    """Leaves out where the source lay on the machine that made it."""
    with zipfile.ZipFile(file) as old:
        kept = {name: old.read(name) for name in old.namelist() if not name.endswith(".debug_pkl")}
    with zipfile.ZipFile(file, "w") as new:
        for name, content in kept.items():
            new.writestr(zipfile.ZipInfo(name), content)


def tensors():
    table = torch.arange(12.).reshape(3, 4)
    kinds = {
        "float32": table / 7, "float64": torch.tensor([1 / 3, -1e-300], dtype=torch.float64),
        "float16": torch.tensor([0.1, -65504, 6e-8, float("inf"), 0]).half(),
        "bfloat16": torch.tensor([0.1, -3e38]).bfloat16(),
        "int64": torch.tensor([2**40, -1]), "int32": torch.tensor([2**30, -1], dtype=torch.int32),
        "int16": torch.tensor([-300], dtype=torch.int16), "int8": torch.tensor([-3], dtype=torch.int8),
        "uint8": torch.tensor([200], dtype=torch.uint8), "bool": torch.tensor([True, False]),
        "scalar": torch.tensor(2.5), "empty": torch.zeros(0, 3)}
    safetensors.torch.save_file(kinds, FOLDER / "kinds.safetensors", {"format": "pt"})
    views = {"turned": table.t(), "part": table[1:, 1:3], "shared": table, "every": table[:, ::2],
             "parameter": nn.Parameter(torch.ones(2))}
    torch.save({**kinds, **views}, FOLDER / "kinds.pt")
    values = {k: v.detach().double() if v.is_floating_point() else v.long() for k, v in {**kinds, **views}.items()}
    (FOLDER / "kinds.json").write_text(fixture.render(
        {k: {"shape": list(v.shape), "values": [str(x) for x in v.flatten().tolist()]} for k, v in values.items()}) + "\n")


if __name__ == "__main__":
    main()
