"""Places for a test: a checkout of its own, a PATH of its own, and programs written for it."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from launcher.house import House
from launcher.progress import Progress

JAVA = """cat >&2 <<END
    java.home = {home}
    java.version = {version}
    os.arch = {processor}
    os.name = {system}
    user.home = {home}
END"""


@unittest.skipIf(os.name == "nt", "the programs written for these tests are shell scripts")
class PlaceTest(unittest.TestCase):
    """A test with an empty checkout at `house` and a PATH that holds nothing but a shell's own tools and `bin`."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="percolate-test-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.house = House(self.folder / "checkout")
        self.house.root.mkdir()
        self.file("pom.xml", "<project/>")
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for tool in ("cat", "mkdir", "sleep", "rm"):
            (self.bin / tool).symlink_to(shutil.which(tool))
        path = mock.patch.dict(os.environ, {"PATH": str(self.bin), "HOME": str(self.folder)})
        path.start()
        self.addCleanup(path.stop)
        os.environ.pop("JAVA_HOME", None)
        self.said = io.StringIO()
        self.progress = Progress(self.said)

    def program(self, path: Path, text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    def file(self, name: str, text: str = "") -> Path:
        file = self.house.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def jdk(self, version: str = "17.0.15", system: str = "Linux", processor: str = "amd64") -> Path:
        """A JDK's folder whose java says what it is told to."""
        home = self.folder / f"jdk-{version}"
        self.program(home / "bin" / "java", JAVA.format(home=home, version=version, processor=processor, system=system))
        self.program(home / "bin" / "javac", "")
        return home
