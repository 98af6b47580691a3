"""Opens JupyterLab on the notebooks.

The first start builds Percolate and makes a Python environment below .percolate/; later ones only open JupyterLab.
Options after -- go to JupyterLab: percolate lab -- --no-browser --port 8899
"""

from __future__ import annotations

import argparse

from launcher import process, ready
from launcher.house import House
from launcher.progress import Progress

HELP = "open JupyterLab on the notebooks"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "percolate lab [-h] [-- JUPYTERLAB OPTIONS]"


def run(options: argparse.Namespace) -> int:
    house = House.here()
    prepared = ready.prepare(house, Progress())
    return process.hand_over([prepared.python, "-m", "jupyterlab", f"--ServerApp.root_dir={house.notebooks}",
                              *options.passed_on], env=prepared.variables)
