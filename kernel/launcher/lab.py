"""Opens JupyterLab on the notebooks.

The first start builds Percolate and makes a Python environment below .percolate/; later ones only open JupyterLab.
Options after -- go to JupyterLab: percolate lab -- --no-browser --port 8899
"""

from __future__ import annotations

import argparse
import json

from launcher import environment, process, ready
from launcher.house import House
from launcher.progress import Progress

HELP = "open JupyterLab on the notebooks"

# A pinned JupyterLab has no use for news of newer ones, nor for looking for language servers (which starts npm).
SETTINGS = {"@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"}}
OPTIONS = ["--LanguageServerManager.autodetect=False"]
FOLDER_OPTIONS = ("--ServerApp.root_dir", "--notebook-dir")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "percolate lab [-h] [-- JUPYTERLAB OPTIONS]"


def run(options: argparse.Namespace) -> int:
    house = House.here()
    prepared = ready.prepare(house, Progress())
    _put_settings(house)
    return process.hand_over([prepared.python, "-m", "jupyterlab", *OPTIONS, *_folder(house, options.passed_on),
                              *options.passed_on], env=prepared.variables)


def _folder(house: House, passed_on: list[str]) -> list[str]:
    """JupyterLab takes only one folder, so ours gives way."""
    own = any(option.split("=")[0] in FOLDER_OPTIONS for option in passed_on)
    return [] if own else [f"--ServerApp.root_dir={house.notebooks}"]


def _put_settings(house: House) -> None:
    """Defaults that the user's own choices, made in JupyterLab, override."""
    file = environment.place(house, environment.JUPYTER) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(SETTINGS, indent=2), encoding="utf-8")
