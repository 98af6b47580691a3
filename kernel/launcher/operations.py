"""Single tensor operations as both languages write them, what they took on two sides, and the table that compares them."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from launcher.comparison import digits

NOTE = """Microseconds of wall time for one operation in a loop after warm-up: the median of the rounds, in brackets the lowest
and the highest round, each the median of some loops. Percolate's loops are cells of its Java kernel, PyTorch's are timed by
Python's timeit; both use as many threads. First: the very first call in a process whose library is loaded. Ratio: the median
over the rounds of Percolate's time by PyTorch's; below 1 Percolate is faster."""

VECTOR, MATRIX, LARGE = "[64]", "[64, 64]", "[256, 256]"
SIZES = (VECTOR, MATRIX, LARGE)


@dataclass(frozen=True)
class Operation:
    """One statement in Java and in Python, and the shapes of the tensors a, b and w it is measured on."""

    java: str
    python: str
    sizes: tuple[str, ...] = SIZES


OPERATIONS = {
    "plus": Operation("a.plus(b)", "a + b"),
    "plus-number": Operation("a.plus(1)", "a + 1"),
    "times": Operation("a.times(b)", "a * b"),
    "mm": Operation("a.mm(b)", "a @ b", (MATRIX, LARGE)),
    "relu": Operation("a.relu()", "a.relu()"),
    "exp": Operation("a.exp()", "a.exp()"),
    "softmax": Operation("a.softmax(-1)", "a.softmax(-1)"),
    "sum": Operation("a.sum()", "a.sum()"),
    "sum-axis": Operation("a.sum(0)", "a.sum(0)"),
    "mean": Operation("a.mean()", "a.mean()"),
    "get": Operation("a.get(0)", "a[0]"),
    "slice": Operation("a.slice(0, 1, 33)", "a[1:33]"),
    "reshape": Operation("a.reshape(2, -1)", "a.reshape(2, -1)"),
    "item": Operation("one.item()", "one.item()", (VECTOR,)),
    "randn": Operation("randn(SIZES)", "torch.randn(SIZES)"),
    "tensor": Operation("tensor(values)", "torch.frombuffer(values, dtype=torch.float32).clone()"),
    "backward": Operation("gradients(() -> w.times(a).minus(b).square().mean(), w)",
                          "torch.autograd.grad((w * a - b).square().mean(), w)"),
}

# What the statements name; SIZES becomes the sizes, COUNT their product.
JAVA = ("var a = randn(SIZES); var b = randn(SIZES); var w = parameter(randn(SIZES)); var one = randn(1).sum();\n"
        "var values = randn(COUNT).toFloatArray();")
PYTHON = ("import array, torch\n"
          "a, b, w, one = torch.randn(SIZES), torch.randn(SIZES), torch.randn(SIZES, requires_grad=True), torch.randn(1).sum()\n"
          "values = array.array('f', torch.randn(COUNT).tolist())")


def sized(text: str, size: str) -> str:
    """The text for tensors of one shape."""
    count = 1
    for axis in size.strip("[]").split(","):
        count *= int(axis)
    return text.replace("SIZES", size.strip("[]")).replace("COUNT", str(count))


@dataclass
class Row:
    """One operation on tensors of one shape: microseconds round by round, and of the first call, on both sides."""

    title: str
    peer: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    first_peer: float = 0.0
    first_ours: float = 0.0

    def add(self, peer: dict, ours: dict) -> None:
        if not self.peer:
            self.first_peer, self.first_ours = peer["first"], ours["first"]
        self.peer.append(peer["micros"])
        self.ours.append(ours["micros"])

    @property
    def ratio(self) -> float:
        """Round by round, so that a slow phase of the machine cancels out."""
        return median(mine / theirs for mine, theirs in zip(self.ours, self.peer))


def table(rows: list[Row]) -> str:
    """Markdown."""
    lines = ["| operation | PyTorch | Percolate | ratio | first, PyTorch | first, Percolate |", "| --- |" + " ---: |" * 5]
    for row in rows:
        cells = [row.title, _range(row.peer), _range(row.ours), f"**{row.ratio:.2f}**", digits(row.first_peer),
                 digits(row.first_ours)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n\n" + NOTE


def _range(rounds: list[float]) -> str:
    return f"{digits(median(rounds))} ({digits(min(rounds))}–{digits(max(rounds))})"
