"""Lines while something long runs: one that is repainted on a terminal, plain ones every so often elsewhere."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from typing import Optional, TextIO

REPAINT_SECONDS = 0.5
PLAIN_SECONDS = 15.0
MEGABYTES = {"B": 1e-6, "kB": 1e-3, "MB": 1.0, "GB": 1e3}


def megabytes(number: str, unit: str) -> float:
    """A size as Maven and pip write it."""
    return float(number) * MEGABYTES[unit]


class Progress:
    """Where steps are reported to."""

    def __init__(self, out: Optional[TextIO] = None):
        self.out = out or sys.stdout
        self.terminal = self.out.isatty()

    def step(self, title: str) -> "Step":
        """A step to be used in a `with` statement; it reports its start, how it goes on, and its end."""
        return Step(self, title)

    def line(self, text: str) -> None:
        print(text, file=self.out, flush=True)


class Step:
    """One thing that takes long. Set `megabytes` and `detail` while it runs; a thread of its own shows them."""

    def __init__(self, progress: Progress, title: str):
        self.title = title
        self.detail = ""
        self.megabytes = 0.0
        self._progress = progress
        self._started = time.monotonic()
        self._over = threading.Event()
        self._shower = threading.Thread(target=self._show_until_over, name="progress", daemon=True)

    def __enter__(self) -> "Step":
        if not self._progress.terminal:
            self._progress.line(f"{self.title} ...")
        self._shower.start()
        return self

    def __exit__(self, kind, error, trace) -> None:
        self._over.set()
        self._shower.join()
        if self._progress.terminal:
            self._paint("")
            print("\r", end="", file=self._progress.out)
        self.detail = "done" if kind is None else "stopped"
        self._progress.line(self._text())

    def _show_until_over(self) -> None:
        wait = REPAINT_SECONDS if self._progress.terminal else PLAIN_SECONDS
        while not self._over.wait(wait):
            if self._progress.terminal:
                self._paint(self._text())
            else:
                self._progress.line(self._text())

    def _text(self) -> str:
        seconds = int(time.monotonic() - self._started)
        parts = [f"{seconds // 60}:{seconds % 60:02d}"]
        if self.megabytes >= 1:
            parts.append(f"{self.megabytes:.0f} MB")
        if self.detail:
            parts.append(self.detail)
        return f"{self.title}: " + ", ".join(parts)

    def _paint(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        print("\r" + text[:width].ljust(width), end="", file=self._progress.out, flush=True)
