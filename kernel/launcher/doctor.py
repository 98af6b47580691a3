"""Says what is there, what is missing, and how to mend it."""

from __future__ import annotations

import argparse
import platform
import sys
from typing import Callable

from launcher import environment, jars, kernelspec, tools
from launcher.failure import Failure
from launcher.house import House

HELP = "say what is there and what is missing"


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    house = House.here()
    needed = [_line("Python", _python), _line("Java", _java), _line("Maven", lambda: str(tools.maven()))]
    for name, there in _made(house).items():
        print(f"{name:12} {'made' if there else 'made at the next start'}")
    return 0 if all(needed) else 1


def _line(name: str, look: Callable[[], str]) -> bool:
    try:
        print(f"{name:12} {look()}")
        return True
    except Failure as failure:
        print(f"{name:12} MISSING  {failure}")
        return False


def _python() -> str:
    environment.require_venv()
    return f"{platform.python_version()} at {sys.executable}"


def _java() -> str:
    java = tools.java()
    return f"{java.version} at {java.home}, engine for {java.platform}"


def _made(house: House) -> dict[str, bool]:
    place = environment.place(house, environment.JUPYTER)
    return {
        "Jars": jars.built(house) is not None,
        "Environment": environment.made(house, environment.JUPYTER) is not None,
        "Kernel": (kernelspec.folder(place) / "kernel.json").is_file(),
        "Engine": any((house.engine_cache / "pytorch").glob("*/*")),
    }
