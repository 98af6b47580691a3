"""Which Jupyter to install into: options that `install` and `uninstall` share."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from launcher import kernelspec
from launcher.failure import Failure


def arguments(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--user", action="store_true", help="for every Jupyter of this user")
    one.add_argument("--sys-prefix", action="store_true", help=f"for the Python that runs this: {sys.prefix}")
    one.add_argument("--prefix", type=Path, metavar="P", help="for the environment whose folder is P")


def data(options: argparse.Namespace) -> Path:
    """The data folder of the Jupyter that is meant."""
    if options.user:
        return user_data()
    if options.prefix is not None:
        return kernelspec.data_of(existing(options.prefix.absolute()))
    return kernelspec.data_of(Path(sys.prefix) if options.sys_prefix else active_environment())


def user_data() -> Path:
    """As Jupyter says it itself for each system."""
    if os.environ.get("JUPYTER_DATA_DIR"):
        return Path(os.environ["JUPYTER_DATA_DIR"])
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Jupyter"
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", Path.home())) / "jupyter"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "jupyter"


def existing(prefix: Path) -> Path:
    if not prefix.is_dir():
        raise Failure(f"--prefix: expected the folder of an environment, got {prefix}, which "
                      f"{'is a file' if prefix.exists() else 'does not exist'}; check the path, or make the environment first")
    return prefix


def active_environment() -> Path:
    named = os.environ.get("VIRTUAL_ENV") or os.environ.get("CONDA_PREFIX")
    if named:
        return Path(named)
    if sys.prefix != sys.base_prefix:
        return Path(sys.prefix)
    raise Failure("expected an active virtual or conda environment, got none; activate the one that is meant, or say which: "
                  "--user for all of this user's, --sys-prefix for that of this Python, --prefix P for a folder")


def require_writable(folder: Path) -> None:
    """Looks at the nearest folder that exists, before anything long begins."""
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK)):
        raise Failure(f"expected a folder that can be written, got {nearest}, which cannot; "
                      "choose another with --prefix, or --user for your own")
