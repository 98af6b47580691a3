"""The native engine's first start: DJL unpacks its libraries, so that the first cell does not wait for it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from launcher import process
from launcher.failure import Failure
from launcher.house import House
from launcher.jars import Jars
from launcher.progress import Progress, Step
from launcher.stamp import Stamp, digest_of
from launcher.tools import Java

MAIN = "percolate.engine.EngineCheck"
LOOK_SECONDS = 1.0


def prepare(house: House, jars: Jars, java: Java, progress: Progress) -> None:
    """Starts the engine once, unless these natives were unpacked before into the same cache."""
    cache = unpacked(java)
    stamp = Stamp(house.stamps / "engine")
    natives = sorted(jar.name for jar in (jars.folder / "cells").glob("pytorch-*.jar"))
    wanted = digest_of(*natives, java.platform, cache)
    if stamp.holds(wanted) and there(java):
        return
    stamp.remove()
    _check(house, jars, java, cache, progress)
    stamp.put(wanted)


def unpacked(java: Java) -> Path:
    """The folder that DJL unpacks its native libraries into, and shares with other programs that use it."""
    cache = os.environ.get("ENGINE_CACHE_DIR") or os.environ.get("DJL_CACHE_DIR") or java.user_home / ".djl.ai"
    return Path(cache) / "pytorch"


def there(java: Java) -> bool:
    return any(unpacked(java).glob("*/*"))


def _check(house: House, jars: Jars, java: Java, cache: Path, progress: Progress) -> None:
    log = house.logs / "engine.log"
    said: list[str] = []
    with progress.step("Native engine") as step, _watched(cache, step):
        status = process.follow([java.program, "-cp", jars.class_path, MAIN], log, said.append)
        if status != 0:
            raise Failure(f"Native engine: expected it to load, got: {' / '.join(said[-3:]) or 'no word'}; look "
                          f"into {log}, check that {cache.parent} has 500 MB of room and can be written, and start "
                          "again")
    progress.line(said[-1] if said else "Native engine: loaded")


class _watched:
    """Shows, while a block runs, by how much a folder has grown."""

    def __init__(self, folder: Path, step: Step):
        self._folder = folder
        self._step = step
        self._before = _megabytes(folder)
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="watch", daemon=True)

    def __enter__(self) -> None:
        self._watcher.start()

    def __exit__(self, *_) -> None:
        self._over.set()
        self._watcher.join()
        self._look()

    def _watch(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            self._look()

    def _look(self) -> None:
        self._step.megabytes = max(0.0, _megabytes(self._folder) - self._before)


def _megabytes(folder: Path) -> float:
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size
        except OSError:
            continue  # a file that was moved into place while we looked
    return total / 1e6
