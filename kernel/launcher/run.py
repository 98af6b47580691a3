"""Executes notebooks without a browser, each over a kernel of its own.

Writes for each the executed copy and an HTML page, and shows a line per cell. The exit status is 1 when a cell
fails; the copy then holds what ran.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from launcher import kernelspec, process, ready
from launcher.failure import Failure
from launcher.house import House
from launcher.progress import Progress

HELP = "execute notebooks without a browser"
KERNELS = (*kernelspec.NAMES, "python3")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("notebook", type=Path, nargs="+", metavar="NOTEBOOK", help="a notebook file (.ipynb)")
    parser.add_argument("--output", type=Path, metavar="DIR",
                        help="where the executed copies and pages go (.percolate/executed)")


def run(options: argparse.Namespace) -> int:
    house = House.here()
    output = (options.output or house.state / "executed").absolute()
    _require_distinct(options.notebook, output)
    plan = [{"notebook": str(notebook.absolute()), "kernel": kernel_of(notebook)} for notebook in options.notebook]
    prepared = ready.prepare(house, Progress())
    order = json.dumps({"plan": plan, "output": str(output), "logs": str(house.logs)})
    return process.hand_over([prepared.python, house.launcher / "inside" / "execute.py", order],
                             env=prepared.variables)


def kernel_of(notebook: Path) -> str:
    """The name of the kernel a notebook asks for; ours when it names none."""
    try:
        content = json.loads(notebook.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Failure(f"{notebook}: expected a notebook file, got none of that name; check the path") from None
    except OSError as error:
        raise Failure(f"{notebook}: expected a readable notebook file, got: {error.strerror}; "
                      "check the path") from None
    except ValueError:
        raise Failure(f"{notebook}: expected a notebook (JSON), got something else; "
                      "name an .ipynb file that Jupyter wrote") from None
    if not (isinstance(content, dict) and isinstance(content.get("cells"), list) and "nbformat" in content):
        raise Failure(f"{notebook}: expected a notebook of format 4 with cells, got other JSON; "
                      "open and save it in JupyterLab, which converts older formats")
    kernel = content.get("metadata", {}).get("kernelspec", {}).get("name", kernelspec.NAMES[0])
    if kernel not in KERNELS:
        raise Failure(f"{notebook}: expected the kernel {' or '.join(KERNELS)}, got {kernel!r}; "
                      "choose one of these in JupyterLab and save the notebook")
    return kernel


def _require_distinct(notebooks: list[Path], output: Path) -> None:
    """No result may overwrite a source or another result."""
    names = [notebook.name for notebook in notebooks]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise Failure(f"{twice}: expected notebooks of different names, got two of this one, whose results would "
                      "overwrite each other; run them one after the other with different --output")
    source = next((notebook for notebook in notebooks if notebook.resolve().parent == output.resolve()), None)
    if source:
        raise Failure(f"--output: expected another folder than the notebook's, got {output}, where the result would "
                      f"overwrite {source.name}; name another folder")
