"""The jars laid out for running: built by Maven from the sources, or as a distribution brings them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Optional

from launcher import process, tools
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress, Step, megabytes
from launcher.stamp import Stamp, digest, digest_of
from launcher.tools import Java

MODULES = ("kernel", "dsl", "plotting")
GOALS = ("-Dstyle.color=never", "-Dquick", "-DskipTests", "package")
SHOWN_ERRORS = 15

NO_NETWORK = re.compile(r"Unknown host|UnknownHost|Connection refused|Network is unreachable|"
                        r"Temporary failure in name resolution|connect timed out|No route to host|"
                        r"Could not transfer artifact .* (?:status code: 407|Connect to)")
CHATTER = re.compile(r"\[Help \d\] http|Re-run Maven|To see the full stack trace|For more information|"
                     r"After correcting the problems|mvn <args>|^\[ERROR\]\s*$")


@dataclass(frozen=True)
class Jars:
    """The jars as laid out, and a digest that changes when they do."""

    folder: Path
    digest: str

    @property
    def class_path(self) -> str:
        """What the kernel is made of, and what its cells see; a session opens those for Kotlin by itself."""
        return os.pathsep.join([str(self.folder / "kernel" / "*"), self.cells_class_path])

    @property
    def cells_class_path(self) -> str:
        """What cells see: the DSL, the plotting, and the libraries both expose."""
        return str(self.folder / "cells" / "*")


def built(house: House) -> Optional[Jars]:
    """The jars, or None where the poms or main sources differ from what was built last."""
    if not _laid_out(house):
        return None
    if not house.has_sources:
        return Jars(house.jars, _results(house))
    results = _results(house)
    wanted = digest_of(digest(house.root, _sources(house.root)), results)
    return Jars(house.jars, results) if _stamp(house).holds(wanted) else None


def build(house: House, java: Java, progress: Progress) -> Jars:
    """The jars, built first where they have to be. The caller holds the lock."""
    there = built(house)
    if there:
        return there
    if not house.has_sources:
        raise Failure(f"Jars: expected those of the distribution in {house.jars}, got none; unpack its zip file again")
    _stamp(house).remove()
    sources = digest(house.root, _sources(house.root))  # before the build: what is edited meanwhile counts as new
    _call_maven(house, java, progress)
    if not _laid_out(house):
        raise Failure(f"Maven build: expected jars below {house.jars}, got none; delete the target folders "
                      "(mvn clean) and start again")
    results = _results(house)
    _stamp(house).put(digest_of(sources, results))
    return Jars(house.jars, results)


def _stamp(house: House) -> Stamp:
    return Stamp(house.stamps / "jars")


def _sources(root: Path) -> Iterator[Path]:
    """What the jars are made from: the poms and the main sources. Tests do not count."""
    yield root / "pom.xml"
    yield from (file for file in (root / ".mvn").glob("*") if file.is_file())
    for module in MODULES:
        for folder in (root / module, *(root / module).glob("*/")):
            if (folder / "pom.xml").is_file():
                yield folder / "pom.xml"
                yield from (file for file in (folder / "src" / "main").rglob("*") if file.is_file())


def _results(house: House) -> str:
    """Our own jars count by content, the libraries, large and named by version, by name and size."""
    laid_out = sorted(house.jars.glob("*/*.jar"))
    ours = [jar for jar in laid_out if jar.name.startswith("percolate")]
    return digest_of(digest(house.jars, ours),
                     *(f"{jar.relative_to(house.jars).as_posix()} {jar.stat().st_size}" for jar in laid_out))


def _laid_out(house: House) -> bool:
    return all(any((house.jars / part).glob("*.jar")) for part in ("kernel", "cells", "kotlin"))


def _call_maven(house: House, java: Java, progress: Progress) -> None:
    program = tools.maven()
    log = house.logs / "maven.log"
    errors: list[str] = []
    with progress.step("Maven build") as step:
        condensed = _Condensed(step)

        def listen(line: str) -> None:
            condensed(line)
            if line.startswith("[ERROR]") and not CHATTER.search(line) and line not in errors:
                errors.append(line)

        status = process.follow([program, *GOALS], log, listen, cwd=house.root,
                                env={**os.environ, "JAVA_HOME": str(java.home)})
        if status != 0:
            raise Failure(_reason(errors, log))


class _Condensed:
    """Condenses what Maven says into the module being built and the megabytes downloaded."""

    def __init__(self, step: Step):
        self._step = step
        self._whole = 0.0

    def __call__(self, line: str) -> None:
        module = re.match(r"\[INFO\] Building (\S+).*\[(\d+)/(\d+)\]", line)
        if module:
            self._step.detail = f"module {module[2]} of {module[3]}"
        done = re.match(r"Downloaded from \S+ \S+ \((\d+(?:\.\d+)?) (B|kB|MB|GB)", line)
        if done:
            self._whole += megabytes(done[1], done[2])
            self._step.megabytes = max(self._step.megabytes, self._whole)
        if line.startswith("Progress"):
            parts = re.findall(r"(\d+(?:\.\d+)?)(?:/\d+(?:\.\d+)?)? (B|kB|MB|GB)", line)
            now = self._whole + sum(megabytes(*part) for part in parts)
            self._step.megabytes = max(self._step.megabytes, now)


def _reason(errors: list[str], log: Path) -> str:
    offline = next((line for line in errors if NO_NETWORK.search(line)), None)
    if offline:
        return ("Maven build: expected a connection to Maven's repository, got none; connect the machine, or set a "
                f"proxy or mirror in Maven's settings.xml, and start again ({_shorten(offline)}; log: {log})")
    shown = "\n".join("  " + line for line in errors[:SHOWN_ERRORS]) or "  (Maven named no error)"
    return f"Maven build: expected it to succeed, got the errors below; the whole output is in {log}\n{shown}"


def _shorten(line: str) -> str:
    line = line.replace("[ERROR] ", "")
    return line if len(line) <= 300 else line[:297] + "..."
