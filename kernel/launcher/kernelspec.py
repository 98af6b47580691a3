"""The kernels `percolate-java` and `percolate-kotlin` in the data folder of a Jupyter."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Optional

from launcher import process
from launcher.failure import Failure
from launcher.house import House
from launcher.jars import Jars
from launcher.progress import Progress
from launcher.stamp import Stamp, digest_of
from launcher.tools import Java

LANGUAGES = ("java", "kotlin")
NAMES = tuple(f"percolate-{language}" for language in LANGUAGES)
MAIN = "percolate.kernel.app.Main"
SAYS_ARCHIVE = ".archive: "


def prepare(house: House, jars: Jars, java: Java, data: Path, progress: Progress) -> None:
    """Puts the kernels into a Jupyter's data folder, unless they are there."""
    if not is_current(jars, java, data):
        install(house, jars, java, data, progress)


def is_current(jars: Jars, java: Java, data: Path) -> bool:
    """Whether these very jars have been installed there for this Java, and nobody has touched them since."""
    return is_whole(data) and _stamp(data).holds(_digest(jars, java, data))


def install(house: House, jars: Jars, java: Java, data: Path, progress: Progress) -> None:
    """Puts the kernels, with their jars and the archives they start from, into any Jupyter's data folder."""
    log = house.logs / "kernelspec.log"
    said: list[str] = []
    with progress.step("Kernels") as step:
        step.detail = "start-up archives"
        status = process.follow([java.program, "-cp", jars.class_path, MAIN, "install", "--data", data,
                                 "--java", java.program], log, said.append)
        if status != 0:
            raise Failure(f"Kernels: expected them to be installed into {data}, got: {' / '.join(said[-3:])}; "
                          f"see {log}, mend the cause and start again")
    _stamp(data).put(_digest(jars, java, data))
    for line in said:
        if SAYS_ARCHIVE in line:
            progress.line(f"Start-up archive: {line}")


def _stamp(data: Path) -> Stamp:
    return Stamp(shared(data) / "complete")


def _digest(jars: Jars, java: Java, data: Path) -> str:
    """The times count as well: Java takes no archive for a jar that was touched."""
    there = ((jar, jar.stat()) for jar in sorted(shared(data).glob("*/*.jar")))
    return digest_of(jars.digest, java.program, java.version, data,
                     *(f"{jar.name} {state.st_size} {state.st_mtime_ns}" for jar, state in there))


def remove(data: Path) -> list[Path]:
    """Takes away what `install` puts there, with the folders that this leaves empty; what is gone of ours."""
    gone = [place for place in (*(folder(data, name) for name in NAMES), shared(data)) if place.is_dir()]
    for place in gone:
        shutil.rmtree(place)
    if gone:
        _remove_empty(data / "kernels")
    return gone


def _remove_empty(place: Path) -> None:
    """Up to the folder that environments have for all data; whoever has another name for it keeps it."""
    while place.name in ("kernels", "jupyter", "share"):
        if place.is_dir():
            if any(place.iterdir()):
                return
            place.rmdir()
        place = place.parent


def data_of(prefix: Path) -> Path:
    """Where the Jupyter of an environment looks for kernels and the like."""
    return prefix / "share" / "jupyter"


def folder(data: Path, name: str) -> Path:
    return data / "kernels" / name


def shared(data: Path) -> Path:
    """The jars that all kernels share, and what they start from."""
    return data / "percolate"


def archive(data: Path, language: str) -> Path:
    return shared(data) / f"{language}.archive"


def command(kernel: Path) -> Optional[list[str]]:
    """How a front end starts the kernel whose folder this is, or None where there is none that can be read."""
    try:
        return json.loads((kernel / "kernel.json").read_text(encoding="utf-8"))["argv"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_whole(data: Path) -> bool:
    """Whether all kernels are there with their archives; one that could not be made has left its log."""
    return all(command(folder(data, f"percolate-{language}")) is not None
               and any(file.is_file() for file in (archive(data, language), shared(data) / f"{language}.archive.log"))
               for language in LANGUAGES)
