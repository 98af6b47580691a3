"""Says what is there, what is missing, and how to mend it."""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path
from typing import Callable, Optional, TypeVar

from launcher import engine, environment, jars, kernelspec, tools
from launcher.failure import Failure
from launcher.house import House

HELP = "say what is there and what is missing"
Found = TypeVar("Found")


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    house = House.here()
    needed = (
        _look("Python", _python, str),
        _look("Java", tools.java, lambda java: f"{java.version} at {java.home}, for {java.platform}"),
        _look("Maven", tools.maven, str),
    )
    java = needed[1]
    place = environment.place(house, environment.JUPYTER)
    _made("Jars", jars.built(house) is not None, house.jars)
    _made("Environment", environment.made(house, environment.JUPYTER) is not None, place)
    _made("Kernel", (kernelspec.folder(place) / "kernel.json").is_file(), kernelspec.folder(place))
    if java:
        _made("Engine", engine.there(java), engine.unpacked(java))
    return 0 if all(needed) else 1


def _look(name: str, look: Callable[[], Found], words: Callable[[Found], str]) -> Optional[Found]:
    try:
        found = look()
    except Failure as failure:
        print(f"{name:12} missing  {failure}")
        return None
    print(f"{name:12} found    {words(found)}")
    return found


def _made(name: str, there: bool, place: Path) -> None:
    print(f"{name:12} {'made     ' if there else 'not yet  '}{place}")


def _python() -> str:
    environment.require_venv()
    return f"{platform.python_version()} at {sys.executable}"
