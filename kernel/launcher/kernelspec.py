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


def prepare(house: House, jars: Jars, java: Java, prefix: Path, progress: Progress) -> None:
    """Puts the kernels into an environment of our own, unless these very jars are there already."""
    data = data_of(prefix)
    stamp = Stamp(house.stamps / "kernelspec")
    wanted = digest_of(jars.digest, java.home, java.version, prefix)
    if stamp.holds(wanted) and is_whole(data):
        return
    stamp.remove()
    install(house, jars, java, data, progress)
    stamp.put(wanted)


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
    for line in said:
        if SAYS_ARCHIVE in line:
            progress.line(f"Start-up archive: {line}")


def remove(data: Path) -> list[Path]:
    """Takes away what `install` puts there; the folders that are gone."""
    gone = [place for place in (*(folder(data, name) for name in NAMES), shared(data)) if place.is_dir()]
    for place in gone:
        shutil.rmtree(place)
    return gone


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
