"""Measures Percolate side by side with others in one run.

`training` trains next to PyTorch, `kernel` lets kernels answer next to ipykernel and to any that is named.
"""

from __future__ import annotations

import argparse

from launcher import bench_kernel, bench_training

HELP = "measure training next to PyTorch, or the kernels next to ipykernel"
MEASURED = {"training": bench_training, "kernel": bench_kernel}


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, module in MEASURED.items():
        one = what.add_parser(name, help=module.HELP, description=module.__doc__,
                              formatter_class=argparse.RawDescriptionHelpFormatter)
        module.arguments(one)


def run(options: argparse.Namespace) -> int:
    return MEASURED[options.what].run(options)
