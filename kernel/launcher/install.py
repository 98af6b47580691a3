"""Puts the kernels percolate-java and percolate-kotlin into another Jupyter.

Without an option that is the one of the active virtual or conda environment; a Python of the system or the user is left alone
unless it is named. The kernels are copied whole: they go on working when this folder is moved or deleted. Where these very
jars are installed already for the same Java, nothing is done.

Options for their Java, such as -Xmx4g, are taken from the variable PERCOLATE_JAVA_OPTIONS whenever a kernel starts; those
that shall always hold stand in the kernel.json that is installed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from launcher import engine, findings, jars, kernelspec, lock, target, tools
from launcher.house import House
from launcher.progress import Progress

HELP = "put the kernels into another Jupyter"


def arguments(parser: argparse.ArgumentParser) -> None:
    target.arguments(parser)
    parser.add_argument("--java", type=Path, metavar="PATH",
                        help="the JDK that the kernels run on, its folder or its java program (JAVA_HOME, else the PATH's)")


def run(options: argparse.Namespace) -> int:
    house = House.here()
    progress = Progress()
    data = target.data(options)
    target.require_writable(data)
    with lock.held(house.state / "lock", progress):
        java = tools.java(options.java)
        built = jars.build(house, java, progress)
        engine.prepare(house, built, java, progress)
        current = kernelspec.is_current(built, java, data) and _starts_from_archives(data)
        if not current:
            kernelspec.install(house, built, java, data, progress)
    for name in kernelspec.NAMES:
        progress.line(f"{'Already there, unchanged:' if current else 'Installed'} {kernelspec.folder(data, name)}")
    return 0


def _starts_from_archives(data: Path) -> bool:
    """Java is asked: it may have been replaced by another build of the same version."""
    commands = {name: kernelspec.command(kernelspec.folder(data, name)) for name in kernelspec.NAMES}
    return not any(findings.kernel("installed", name, command).is_fault for name, command in commands.items())
