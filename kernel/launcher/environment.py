"""Python environments of our own, with every package pinned."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from launcher import process
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress, Step, megabytes
from launcher.stamp import Stamp, digest_of

NO_NETWORK = re.compile(r"Failed to establish a new connection|Temporary failure in name resolution|"
                        r"Network is unreachable|Connection refused|NewConnectionError|ProxyError|"
                        r"Read timed out|ConnectTimeoutError|SSLError|\(from versions: none\)")


@dataclass(frozen=True)
class Wanted:
    """An environment: its name, which is its folder below `.percolate/`, and the file that pins its packages."""

    name: str
    requirements: Path


def _pins() -> Path:
    """JupyterLab's newest line needs Python 3.11 for some of its libraries; older Pythons get the line before it."""
    name = "requirements.txt" if sys.version_info >= (3, 11) else "requirements-python-3.9.txt"
    return Path(__file__).with_name(name)


JUPYTER = Wanted("jupyter", _pins())


def place(house: House, wanted: Wanted) -> Path:
    return house.state / wanted.name


def made(house: House, wanted: Wanted) -> Optional[Path]:
    """The environment's Python, or None where it is missing, incomplete or outdated."""
    python = _program(place(house, wanted))
    return python if _stamp(house, wanted).holds(_digest(house, wanted)) and python.exists() else None


def prepare(house: House, wanted: Wanted, progress: Progress) -> Path:
    """The environment's Python; the environment is made first where it has to be.

    An environment cannot be moved, so it is made in its place; its stamp is written last, and one without
    the right stamp is thrown away. The caller holds the lock.
    """
    ready = made(house, wanted)
    if ready:
        return ready
    require_venv()
    folder = place(house, wanted)
    _remove(folder)
    try:
        with progress.step(f"Python environment ({wanted.name})") as step:
            _make(house, folder, wanted.requirements, step)
    except BaseException:
        _remove(folder)
        raise
    _stamp(house, wanted).put(_digest(house, wanted))
    return _program(folder)


def _stamp(house: House, wanted: Wanted) -> Stamp:
    return Stamp(place(house, wanted) / "complete")


def _digest(house: House, wanted: Wanted) -> str:
    return digest_of(wanted.requirements.read_text(encoding="utf-8"), sys.version, sys.executable,
                     place(house, wanted))


def variables() -> dict[str, str]:
    """The variables to start an environment's Python with: those of this process, but for what redirects a Python."""
    return {name: value for name, value in os.environ.items()
            if name not in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__")}


def _make(house: House, folder: Path, requirements: Path, step: Step) -> None:
    _call(house, [sys.executable, "-m", "venv", folder], f"{folder.name}-venv", lambda line: None)
    _call(house, [_program(folder), "-m", "pip", "install", "--no-input", "--disable-pip-version-check",
                  "--progress-bar", "off", "--requirement", requirements],
          f"{folder.name}-pip", _Downloads(step, requirements))


class _Downloads:
    """Condenses what pip says into a count of packages and a sum of megabytes."""

    def __init__(self, step: Step, requirements: Path):
        pins = requirements.read_text(encoding="utf-8").splitlines()
        self._step = step
        self._total = len({line.split("==")[0] for line in pins if "==" in line})
        self._seen = 0

    def __call__(self, line: str) -> None:
        if line.startswith(("Collecting ", "Processing ")):
            self._seen += 1
            self._step.detail = f"package {self._seen} of {max(self._seen, self._total)}"
        elif line.startswith("Ignoring "):  # a pin for another platform
            self._total -= 1
        elif line.startswith("Installing collected packages"):
            self._step.detail = "installing"
        size = re.match(r"\s*Downloading .*\((\d+(?:\.\d+)?) (kB|MB|GB)\)", line)
        if size:
            self._step.megabytes += megabytes(size[1], size[2])


def _call(house: House, command: process.Command, name: str, on_line) -> None:
    log = house.logs / f"{name}.log"
    said: list[str] = []

    def listen(line: str) -> None:
        said.append(line)
        on_line(line)

    if process.follow(command, log, listen, cwd=house.root, env=variables()) != 0:
        raise Failure(reason(said) + f"; the whole output is in {log}")


def reason(said: list[str]) -> str:
    errors = [line for line in said if line.startswith("ERROR")] or said[-1:]
    shown = errors[0].replace("ERROR: ", "") if errors else "no word"
    if any(NO_NETWORK.search(line) for line in said):
        return ("Python packages: expected a connection to a package index that has the pinned ones, got none "
                f"({shown}); connect the machine, or set pip's index or proxy (pip config), and start again")
    return f"Python packages: expected pip to install the pinned ones, got: {shown}"


def require_venv() -> None:
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise Failure(f"Python: expected the module {module}, got a Python without it ({sys.executable}); "
                          "install it (on Debian and Ubuntu: apt install python3-venv), or start percolate with "
                          "another Python")


def _program(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
