"""Times of the same training on two sides, and the table that compares them."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Optional

from launcher.failure import Failure

NOTE = """Milliseconds of wall time per training step: the median of the rounds, in brackets the lowest and the highest round.
A round trains {peer} and Percolate in turn; its time is the median of its epochs after warm-up, shuffling and one reading of
the loss per epoch included. Each side draws its own random data, of the same shapes and sizes, and begins each round with a
new network; the loss is the last epoch's. Ratio: the median over the rounds of Percolate's time by {peer}'s; below 1
Percolate is faster."""


@dataclass
class Side:
    """What one side measured for one workload, round by round."""

    threads: str = ""
    loss: float = 0.0
    rounds: list[float] = field(default_factory=list)

    def add(self, answer: dict, warm_up: int) -> None:
        first, *_, last = answer["losses"]
        if not last < first:
            raise Failure(f"bench: expected a loss that falls, got {first:.4g} in the first epoch and {last:.4g} in the "
                          "last; what does not learn must not be timed")
        self.threads = str(answer["threads"])
        self.loss = last
        self.rounds.append(median(answer["millisPerStep"][warm_up:]))

    @property
    def millis(self) -> float:
        return median(self.rounds)

    def __str__(self) -> str:
        return f"{digits(self.millis)} ({digits(min(self.rounds))}–{digits(max(self.rounds))})"


@dataclass(frozen=True)
class Comparison:
    """One workload: the peer's sides, of which the fastest counts, ours, and what else was measured.

    Others stand by their names, as None where they do not run; they take no part in the ratio.
    """

    title: str
    peers: list[Side]
    ours: Side
    others: dict[str, Optional[Side]] = field(default_factory=dict)

    @property
    def peer(self) -> Side:
        return min(self.peers, key=lambda side: side.millis)

    @property
    def ratio(self) -> float:
        return median(mine / theirs for mine, theirs in zip(self.ours.rounds, self.peer.rounds))


def table(comparisons: list[Comparison], peer: str) -> str:
    """Markdown."""
    others = list(dict.fromkeys(name for one in comparisons for name in one.others))
    titles = [peer, "threads", "loss", "Percolate", "threads", "loss", "ratio", *others]
    lines = ["| workload | " + " | ".join(titles) + " |", "| --- |" + " ---: |" * len(titles)]
    for one in comparisons:
        cells = [one.title, one.peer, one.peer.threads, f"{one.peer.loss:.2g}",
                 one.ours, one.ours.threads, f"{one.ours.loss:.2g}", f"**{one.ratio:.2f}**",
                 *(one.others.get(name) or "–" for name in others)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n\n" + NOTE.format(peer=peer)


def series(title: str, rows: dict[str, list[float]]) -> str:
    """Markdown: a row of milliseconds under each name, in the order of measuring."""
    longest = max(map(len, rows.values()))
    lines = [f"| {title} | " + " | ".join(map(str, range(1, longest + 1))) + " |", "| --- |" + " ---: |" * longest]
    for name, millis in rows.items():
        lines.append("| " + " | ".join([name, *map(digits, millis)]) + " |")
    return "\n".join(lines)


def digits(number: float) -> str:
    """Three significant digits, never an exponent."""
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}" if number >= 1 else f"{number:.3f}"
