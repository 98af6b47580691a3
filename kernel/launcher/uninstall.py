"""Takes the kernels percolate-java and percolate-kotlin out of a Jupyter again, with their jars.

The options are those of install. PyTorch's libraries, unpacked in DJL's cache, are left: other programs may use them.
"""

from __future__ import annotations

import argparse

from launcher import kernelspec, target
from launcher.failure import Failure

HELP = "take the kernels out of a Jupyter again"


def arguments(parser: argparse.ArgumentParser) -> None:
    target.arguments(parser)


def run(options: argparse.Namespace) -> int:
    data = target.data(options)
    gone = kernelspec.remove(data)
    if not gone:
        raise Failure(f"uninstall: expected a kernel of Percolate below {data}, got none; say where it was installed: "
                      "--user, --sys-prefix or --prefix P")
    for place in gone:
        print(f"Removed {place}")
    return 0
