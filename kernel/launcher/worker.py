"""A program that works on command: it takes lines and answers each with a line of JSON."""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path
from typing import Mapping, Optional

from launcher import process
from launcher.failure import Failure

SHOWN_LINES = 5


class Worker:
    """A running program, ended with the `with` statement it is used in. What it says beside its answers goes to a log."""

    def __init__(self, name: str, command: process.Command, log: Path, env: Optional[Mapping[str, str]] = None):
        log.parent.mkdir(parents=True, exist_ok=True)
        self.name = name
        self._log = log
        with log.open("wb") as record:
            self._program = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE,
                                             stdout=subprocess.PIPE, stderr=record, env=env, encoding="utf-8")

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._program.stdin.close()
        process.end(self._program)
        self._program.stdout.close()

    def ask(self, command: str) -> dict:
        with contextlib.suppress(BrokenPipeError):  # where it ended before, its log says why
            print(command, file=self._program.stdin, flush=True)
        return self.hear()

    def hear(self) -> dict:
        """The next answer; a program that ends without one is a failure, told with the last lines of its log."""
        line = self._program.stdout.readline()
        if not line:
            said = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-SHOWN_LINES:]
            raise Failure(f"{self.name}: expected an answer, but the program ended; the whole output is in {self._log}"
                          + "".join(f"\n  {one}" for one in said))
        return json.loads(line)
