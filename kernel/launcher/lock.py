"""One start prepares at a time; another waits and then finds the work done."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import Iterator

from launcher.progress import Progress

RETRY_SECONDS = 0.2


@contextlib.contextmanager
def held(path: Path, progress: Progress) -> Iterator[None]:
    """Holds the lock of a file until the block ends. The system frees it when the process dies, however that happens."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        if not _try(file):
            progress.line("Another start is preparing; waiting for it to finish.")
            while not _try(file):
                time.sleep(RETRY_SECONDS)
        yield


if os.name == "nt":
    import msvcrt

    def _try(file) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        except OSError:
            return False

else:
    import fcntl

    def _try(file) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            return False
