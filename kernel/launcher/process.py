"""Running a program and reading what it says while it runs."""

from __future__ import annotations

import codecs
import re
import signal
import subprocess
from pathlib import Path
from typing import Callable, Mapping, Optional, Sequence, Union

Command = Sequence[Union[str, Path]]

ENDING_SECONDS = 10


def follow(command: Command, log: Path, on_line: Callable[[str], None],
           cwd: Optional[Path] = None, env: Optional[Mapping[str, str]] = None) -> int:
    """Runs a program to its end, writes all it says to `log`, hands each line on, and returns its exit status.

    A line ends at a carriage return too, so that a counter repainted in place is seen while it counts.
    When this program is interrupted the other one is ended first.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as record, subprocess.Popen(
            [str(part) for part in command], cwd=cwd, env=env,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
        try:
            _read(program.stdout, record, on_line)
            return program.wait()
        except BaseException:
            end(program)
            raise


def _read(output, record, on_line: Callable[[str], None]) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    begun = ""
    while True:
        piece = output.read1(65536)
        record.write(piece)
        record.flush()
        *whole, begun = re.split(r"[\r\n]+", begun + decoder.decode(piece, final=not piece))
        for line in filter(None, whole):
            on_line(line)
        if not piece:
            if begun:
                on_line(begun)
            return


def end(program: subprocess.Popen) -> None:
    """Ends a program that this one started, kindly first."""
    program.terminate()
    try:
        program.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def hand_over(command: Command, env: Mapping[str, str]) -> int:
    """Runs a program on this terminal until it ends, and returns its exit status.

    Ctrl-C reaches it from the terminal and is its own to answer; a request to end (SIGTERM) is passed on.
    """
    with subprocess.Popen([str(part) for part in command], env=env) as program:
        before = {signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None),
                  signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: program.terminate())}
        try:
            status = program.wait()
            return status if status >= 0 else 128 - status  # what a shell reports for a program that a signal ended
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
