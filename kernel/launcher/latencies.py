"""What kernels took to answer, and the table that compares them."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from launcher.comparison import digits

# What is measured, in the order of the table, with its unit.
QUESTIONS = {
    "first": ("process start to first result", "ms"),
    "add": ("1+1, median of the first 50 cells", "ms"),
    "declaration": ("declaration", "ms"),
    "completion": ("completion, idle", "ms"),
    "busy": ("completion while a cell computes", "ms"),
    "training": ("completion while a model trains", "ms"),
    "printing": ("100,000 lines printed", "ms"),
    "interrupt": ("interrupt of an endless loop, to idle", "ms"),
    "memory": ("resident memory 30 s after the start", "MiB"),
    "loaded": ("resident memory with the engine loaded", "MiB"),
}

NOTE = """The median of the rounds, in brackets the lowest and the highest round. Ratio: the median over the rounds of a
kernel's figure by that of the first column. Each round starts each kernel anew, in turn, so that all meet the same machine.
A client connects as notebooks do, by jupyter_client, but tries again every 5 ms instead of every 100 where a kernel does
not listen yet."""


@dataclass
class Measured:
    """What one kernel took, question by question, round by round."""

    name: str
    rounds: dict[str, list[float]] = field(default_factory=dict)

    def add(self, answers: dict[str, float]) -> None:
        for question, value in answers.items():
            self.rounds.setdefault(question, []).append(value)

    def words(self, question: str) -> str:
        values = self.rounds.get(question)
        if not values:
            return "–"
        return f"{digits(median(values))} ({digits(min(values))}–{digits(max(values))})"

    def ratio(self, question: str, to: "Measured") -> str:
        """Round by round, so that a slow phase of the machine cancels out."""
        mine, theirs = self.rounds.get(question), to.rounds.get(question)
        if not mine or not theirs:
            return ""
        return f"**{digits(median(one / other for one, other in zip(mine, theirs)))}**"


def table(questions: list[str], kernels: list[Measured]) -> str:
    """Markdown: a line for each question, a column for each kernel, and its ratio to the first."""
    first, *others = kernels
    names = [first.name, *(part for one in others for part in (one.name, "ratio"))]
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for question in questions:
        title, unit = QUESTIONS[question]
        cells = [first.words(question)]
        for one in others:
            cells += [one.words(question), one.ratio(question, first)]
        lines.append(f"| {title}, {unit} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n\n" + NOTE
