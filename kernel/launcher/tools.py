"""Java, Maven and the platform: found, or a sentence that says what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from launcher.failure import Failure

OLDEST_JAVA = 17
OLDEST_MAVEN = (3, 6, 3)

# Where a native PyTorch is published for, by the words Java uses for system and processor.
PLATFORMS = {
    ("linux", "amd64"): "linux-x86_64",
    ("linux", "aarch64"): "linux-aarch64",
    ("mac os x", "aarch64"): "osx-aarch64",
    ("windows", "amd64"): "win-x86_64",
}

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Java:
    """A JDK: its home, its version, the platform it runs on, and what it takes for the user's home (not HOME)."""

    home: Path
    version: str
    system: str
    processor: str
    user_home: Path

    @property
    def program(self) -> Path:
        return self.home / "bin" / _executable("java")

    @property
    def platform(self) -> Optional[str]:
        """The classifier of the native engine, or None where none is published."""
        system = "windows" if self.system.lower().startswith("windows") else self.system.lower()
        return PLATFORMS.get((system, self.processor.lower()))


def java(chosen: Optional[Path] = None) -> Java:
    """The JDK that is chosen, by its folder or its java program, else that of JAVA_HOME, else the one on the PATH."""
    found = _describe(_java_program() if chosen is None else _chosen_program(chosen))
    if int(found.version.split(".")[0]) < OLDEST_JAVA:
        raise Failure(f"Java: expected version {OLDEST_JAVA} or newer, got {found.version} in {found.home}; "
                      "install a newer JDK, or set JAVA_HOME to one")
    if not (found.home / "bin" / _executable("javac")).exists():
        raise Failure(f"Java: expected a JDK, got a runtime without a compiler in {found.home}; "
                      "install the JDK package of the same version, or set JAVA_HOME to a JDK")
    if found.platform is None:
        raise Failure(f"Platform: expected one that a native PyTorch is published for, got {found.system} on "
                      f"{found.processor}; Percolate runs on Linux (x86-64, ARM 64), macOS (ARM 64) and "
                      "Windows (x86-64)")
    return found


def maven() -> Path:
    """The Maven on the PATH."""
    program = shutil.which("mvn")
    if program is None:
        raise Failure(f"Maven: expected {_dotted(OLDEST_MAVEN)} or newer, got no mvn on the PATH; "
                      "install Maven, or add its bin folder to the PATH")
    said = ANSI.sub("", _say([program, "-version"]))
    version = re.search(r"Apache Maven (\d+)\.(\d+)\.(\d+)", said)
    if version is None:
        raise Failure(f"Maven: expected its version, got {_first_line(said)!r} from {program} -version; "
                      "repair or reinstall Maven")
    if tuple(map(int, version.groups())) < OLDEST_MAVEN:
        raise Failure(f"Maven: expected {_dotted(OLDEST_MAVEN)} or newer, got {_dotted(version.groups())} at {program}; "
                      "install a newer Maven and put it first on the PATH")
    return Path(program)


def _chosen_program(chosen: Path) -> Path:
    program = chosen / "bin" / _executable("java") if chosen.is_dir() else chosen
    if not program.is_file():
        raise Failure(f"--java: expected a JDK's folder or its java program, got {chosen}; check the path")
    return program.absolute()


def _java_program() -> Path:
    home = os.environ.get("JAVA_HOME")
    if home:
        program = Path(home) / "bin" / _executable("java")
        if not program.exists():
            raise Failure(f"JAVA_HOME: expected the folder of a JDK, got {home}, which has no bin/java; "
                          "set it to a JDK, or unset it to take the one on the PATH")
        return program
    found = shutil.which("java")
    if found is None:
        raise Failure(f"Java: expected a JDK from {OLDEST_JAVA} on, got no java on the PATH and no JAVA_HOME; "
                      "install a JDK (for example Temurin), or set JAVA_HOME to one")
    return Path(found)


def _describe(program: Path) -> Java:
    said = _say([program, "-XshowSettings:properties", "-version"])
    properties = dict(re.findall(r"^\s*([\w.]+) = (.*?)\s*$", said, re.MULTILINE))
    try:
        return Java(Path(properties["java.home"]), properties["java.version"].replace("1.8.", "8.", 1),
                    properties["os.name"], properties["os.arch"], Path(properties["user.home"]))
    except KeyError:
        raise Failure(f"Java: expected its version and home, got {_first_line(said)!r} from {program}; "
                      "install a JDK, or set JAVA_HOME to one") from None


def _say(command: list) -> str:
    try:
        done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
    except OSError as error:
        return str(error)
    return done.stdout.decode("utf-8", "replace")


def _first_line(said: str) -> str:
    return next((line.strip() for line in said.splitlines() if line.strip()), "nothing")


def _dotted(version) -> str:
    return ".".join(map(str, version))


def _executable(name: str) -> str:
    return name + (".exe" if os.name == "nt" else "")
