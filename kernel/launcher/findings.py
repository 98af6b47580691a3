"""What doctor finds: one part after the other, in what state it is, and how to mend it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator, Optional

from launcher import engine, environment, jars, kernelspec, process, tools
from launcher.failure import Failure
from launcher.house import House
from launcher.tools import Java

LEAST_MEMORY_MB = 1000  # a kernel with the engine and a small network
LEAST_DISK_MB = 1500  # the first start: an environment, PyTorch's libraries unpacked, two copies of the jars
CHECK_SECONDS = 60
STATES = ("found", "made", "works", "fresh", "enough")


@dataclass(frozen=True)
class Finding:
    """A part that was looked at. `mend` says what to do about it; a part that is only not made yet is no fault."""

    name: str
    state: str
    words: str
    mend: str = ""

    @property
    def is_fault(self) -> bool:
        return self.state not in (*STATES, "not yet")

    def __str__(self) -> str:
        line = f"{self.name:14} {self.state:8} {self.words}"
        return f"{line}\n{'':14} {'':8} -> {self.mend}" if self.mend else line


def all_of(house: House) -> Iterator[Finding]:
    yield _looked("Python", _python, str)
    java = _or_none(tools.java)
    yield _looked("Java", tools.java, lambda found: f"{found.version} at {found.home}, for {found.platform}")
    built = jars.built(house)
    if house.has_sources:
        yield _looked("Maven", tools.maven, str) if built is None else _made("Maven", True, "not needed: the jars are built")
    yield _made("Jars", built is not None, house.jars, "built by lab, run and install" if house.has_sources else "")
    place = environment.place(house, environment.JUPYTER)
    yield _made("Environment", environment.made(house, environment.JUPYTER) is not None, place, "made by lab and run")
    yield from _kernels("own Jupyter", kernelspec.data_of(place) / "kernels")
    if java and built:
        yield _engine(java, built.class_path)
    yield from _jupyter_on_path()
    yield _memory()
    yield _disk(house.root)


def _looked(name: str, look: Callable, words: Callable) -> Finding:
    try:
        return Finding(name, "found", words(look()))
    except Failure as failure:
        return Finding(name, "missing", str(failure))


def _or_none(look: Callable) -> Optional[Java]:
    try:
        return look()
    except Failure:
        return None


def _python() -> str:
    environment.require_venv()
    return f"{platform.python_version()} at {sys.executable}"


def _made(name: str, there: bool, place: object, by: str = "") -> Finding:
    return Finding(name, "made" if there else "not yet", str(place), "" if there else by)


def _engine(java: Java, class_path: str) -> Finding:
    """Really starts it, once its libraries are unpacked; before that the first start would unpack them."""
    if not engine.there(java):
        return Finding("Engine", "not yet", str(engine.unpacked(java)), "unpacked by lab, run and install")
    status, said = _say([java.program, "-cp", class_path, engine.MAIN])
    if status == 0:
        return Finding("Engine", "works", said[-1] if said else "")
    return Finding("Engine", "broken", f"in {engine.unpacked(java)}: {' / '.join(said[-3:]) or 'it ended without a word'}",
                   "delete that folder and start ./percolate lab, which unpacks it anew")


def _jupyter_on_path() -> Iterator[Finding]:
    program = shutil.which("jupyter")
    if program is None:
        yield Finding("Jupyter", "not yet", "none on the PATH", "./percolate lab brings its own")
        return
    status, said = _say([program, "kernelspec", "list", "--json"])
    try:
        specs = json.loads("\n".join(said)[len("\n".join(said).split("{")[0]):])["kernelspecs"]
    except (ValueError, KeyError):
        yield Finding("Jupyter", "broken", f"{program} kernelspec list: {' / '.join(said[-2:])}", "repair or reinstall Jupyter")
        return
    ours = [spec["resource_dir"] for name, spec in specs.items() if name in kernelspec.NAMES]
    yield Finding("Jupyter", "found", f"{program}, with {len(ours)} of {len(kernelspec.NAMES)} kernels of Percolate",
                  "" if ours else "./percolate install puts them there")
    for folder in sorted({str(Path(one).parent) for one in ours}):
        yield from _kernels("its kernels", Path(folder))


def _kernels(title: str, kernels: Path) -> Iterator[Finding]:
    for name in kernelspec.NAMES:
        command = kernelspec.command(kernels / name)
        if command is not None:
            yield kernel(title, name, command)


def kernel(title: str, name: str, command: list[str]) -> Finding:
    """Whether a kernel's Java and jars are there, and whether Java takes the archive it is to start from."""
    again = "install the kernels again: ./percolate install (./percolate lab does it for its own)"
    missing = next((part for part in [command[0], *_class_path(command)] if not Path(part).exists()), None)
    if missing:
        return Finding(title, "broken", f"{name}: expected {missing}, got nothing there", again)
    status, said = _say(strict(command))
    if status == 0:
        return Finding(title, "fresh", name)
    return Finding(title, "stale", f"{name} works, but starts without its archive: {' / '.join(said[:2])}", again)


def strict(command: list[str]) -> list[str]:
    """The same Java on the same class path, made to refuse an archive that it would silently leave out otherwise."""
    end = command.index("-cp") + 2
    flags = [flag for flag in command[:end] if flag not in ("-Xshare:auto", "-Xlog:disable")]
    strictness = "-XX:AOTMode=on" if any(flag.startswith("-XX:AOTCache=") for flag in flags) else "-Xshare:on"
    return [flags[0], strictness, *flags[1:], "-version"]


def _class_path(command: list[str]) -> list[str]:
    return command[command.index("-cp") + 1].split(os.pathsep) if "-cp" in command else []


def _memory() -> Finding:
    free = free_megabytes()
    if free is None:
        return Finding("Memory", "found", "this system does not say how much is free")
    words = f"{free} MB free"
    return Finding("Memory", "enough", words) if free >= LEAST_MEMORY_MB else Finding(
        "Memory", "short", f"{words}; a kernel that trains needs {LEAST_MEMORY_MB}", "close other programs or kernels")


def free_megabytes(meminfo: Path = Path("/proc/meminfo")) -> Optional[int]:
    try:
        lines = dict(line.split(":", 1) for line in meminfo.read_text(encoding="ascii").splitlines() if ":" in line)
        return int(lines["MemAvailable"].split()[0]) // 1024
    except (OSError, KeyError, ValueError):
        return None


def _disk(root: Path) -> Finding:
    free = shutil.disk_usage(root).free // 1_000_000
    words = f"{free} MB free at {root}"
    return Finding("Disk", "enough", words) if free >= LEAST_DISK_MB else Finding(
        "Disk", "short", f"{words}; a first start needs {LEAST_DISK_MB}", "free some, or move this folder to a larger disk")


def _say(command: process.Command) -> tuple[int, list[str]]:
    try:
        done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False, timeout=CHECK_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return -1, [str(error)]
    return done.returncode, [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.strip()]
