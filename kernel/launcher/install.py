"""Puts the kernel percolate-java into another Jupyter environment.

Without --prefix that is the active virtual or conda environment, or the one of the Python that runs this; a Python of the
system or the user is left alone unless it is named.
The kernel is copied whole: it goes on working when this checkout is moved or deleted.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from launcher import jars, kernelspec, lock, tools
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress

HELP = "put the kernel into another Jupyter environment"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prefix", type=Path, metavar="P",
                        help="the environment's folder; the kernel goes to P/share/jupyter/kernels/percolate-java")


def run(options: argparse.Namespace) -> int:
    house = House.here()
    progress = Progress()
    prefix = (options.prefix or active_environment()).absolute()
    _require_writable(prefix)
    with lock.held(house.state / "lock", progress):
        java = tools.java()
        built = jars.build(house, java, progress)
        kernelspec.install(house, built, java, prefix, progress)
    progress.line(f"Installed into {kernelspec.folder(prefix)}")
    return 0


def active_environment() -> Path:
    named = os.environ.get("VIRTUAL_ENV") or os.environ.get("CONDA_PREFIX")
    if named:
        return Path(named)
    if sys.prefix != sys.base_prefix:
        return Path(sys.prefix)
    raise Failure("install: expected an active virtual or conda environment, got none; activate the one that the kernel shall "
                  "go into, or name its folder: ./percolate install --prefix P")


def _require_writable(prefix: Path) -> None:
    """Looks at the nearest folder that exists, before anything long begins."""
    nearest = next(folder for folder in (prefix, *prefix.parents) if folder.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK)):
        raise Failure(f"--prefix: expected a folder that can be written, got {nearest}, which cannot; "
                      "name another with --prefix, or activate the environment that the kernel shall go into")
