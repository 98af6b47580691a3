"""What is done and need not be done again: a stamp holds the digest of what a result was made from."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable


def digest(root: Path, files: Iterable[Path]) -> str:
    """SHA-256 over the names (relative to `root`) and contents of files; their order and their times do not count."""
    whole = hashlib.sha256()
    for name, file in sorted((file.relative_to(root).as_posix(), file) for file in files):
        whole.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def digest_of(*words: object) -> str:
    """SHA-256 over some words."""
    return hashlib.sha256("\0".join(map(str, words)).encode()).hexdigest()


@dataclass(frozen=True)
class Stamp:
    """A file that is written when a result is complete, and tells later what the result was made from."""

    file: Path

    def holds(self, digest: str) -> bool:
        try:
            return self.file.read_text(encoding="ascii").strip() == digest
        except OSError:
            return False

    def put(self, digest: str) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        written = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        written.write_text(digest + "\n", encoding="ascii")
        os.replace(written, self.file)

    def remove(self) -> None:
        self.file.unlink(missing_ok=True)
