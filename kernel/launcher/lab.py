"""Opens JupyterLab on the notebooks.

The first start builds Percolate and makes a Python environment below .percolate/; later ones only open JupyterLab.
Options after -- go to JupyterLab: percolate lab -- --no-browser --port 8899
"""

from __future__ import annotations

import argparse
import json
import os

from launcher import environment, process, ready
from launcher.house import House
from launcher.progress import Progress

HELP = "open JupyterLab on the notebooks"

# A pinned JupyterLab has no use for news of newer ones, nor for looking for language servers (which starts npm).
SETTINGS = {"@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"}}
OPTIONS = ["--LanguageServerManager.autodetect=False"]
FOLDER_OPTIONS = ("--ServerApp.root_dir", "--notebook-dir")
ROOT_OPTIONS = ("--allow-root", "--ServerApp.allow_root")
HIDDEN = ["__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~"]  # what Jupyter hides by itself
NO_NOTEBOOKS = ["pom.xml", "src", "target", "browser", "conformance"]  # of a checkout, beside the notebooks


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "percolate lab [-h] [-- JUPYTERLAB OPTIONS]"


def run(options: argparse.Namespace) -> int:
    house = House.here()
    prepared = ready.prepare(house, Progress())
    _put_settings(house)
    return process.hand_over([prepared.python, "-m", "jupyterlab", *OPTIONS, *folder(house, options.passed_on),
                              *root(options.passed_on), *options.passed_on], env=prepared.variables)


def folder(house: House, passed_on: list[str]) -> list[str]:
    """JupyterLab takes only one folder, so ours gives way. What in ours is no notebook is not listed."""
    if any(option.split("=")[0] in FOLDER_OPTIONS for option in passed_on):
        return []
    return [f"--ServerApp.root_dir={house.notebooks}", f"--ContentsManager.hide_globs={[*HIDDEN, *NO_NOTEBOOKS]}"]


def root(passed_on: list[str]) -> list[str]:
    """JupyterLab refuses to start as root unless it is told to; in a container there is often no other user."""
    if not is_root() or any(option.split("=")[0] in ROOT_OPTIONS for option in passed_on):
        return []
    print("Started as root, so JupyterLab gets --allow-root: its cells may change anything on this machine.", flush=True)
    return ["--allow-root"]


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _put_settings(house: House) -> None:
    """Defaults that the user's own choices, made in JupyterLab, override."""
    file = environment.place(house, environment.JUPYTER) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(SETTINGS, indent=2), encoding="utf-8")
