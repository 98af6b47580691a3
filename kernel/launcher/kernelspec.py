"""The kernel `percolate-java` in an environment."""

from __future__ import annotations

from pathlib import Path

from launcher import process
from launcher.failure import Failure
from launcher.house import House
from launcher.jars import Jars
from launcher.progress import Progress
from launcher.stamp import Stamp, digest_of
from launcher.tools import Java

NAME = "percolate-java"
MAIN = "percolate.kernel.app.Main"


def prepare(house: House, jars: Jars, java: Java, prefix: Path, progress: Progress) -> None:
    """Puts the kernel into an environment of our own, unless these very jars are there already."""
    stamp = Stamp(house.stamps / "kernelspec")
    wanted = digest_of(jars.digest, java.home, java.version, prefix)
    if stamp.holds(wanted) and (folder(prefix) / "kernel.json").is_file():
        return
    stamp.remove()
    install(house, jars, java, prefix, progress)
    stamp.put(wanted)


def install(house: House, jars: Jars, java: Java, prefix: Path, progress: Progress) -> None:
    """Puts the kernel, with its jars, into any environment."""
    log = house.logs / "kernelspec.log"
    said: list[str] = []
    with progress.step("Kernel"):
        status = process.follow([java.program, "-cp", jars.class_path, MAIN, "install", "--prefix", prefix,
                                 "--java", java.program], log, said.append)
        if status != 0:
            raise Failure(f"Kernel: expected it to be installed into {prefix}, got: {' / '.join(said[-3:])}; "
                          f"see {log}, mend the cause and start again")


def folder(prefix: Path) -> Path:
    return prefix / "share" / "jupyter" / "kernels" / NAME
