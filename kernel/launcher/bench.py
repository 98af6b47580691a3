"""Measures Percolate side by side with others in one run.

`training` trains next to PyTorch, `tensor` does single operations next to it, `kernel` lets kernels answer next to ipykernel
and to any that is named; `memory` tells whether a session's memory stays flat.
"""

from __future__ import annotations

import argparse

from launcher import bench_kernel, bench_memory, bench_tensor, bench_training

HELP = "measure training or tensor operations next to PyTorch, the kernels next to ipykernel, or a session's memory"
MEASURED = {"training": bench_training, "tensor": bench_tensor, "kernel": bench_kernel,
            "memory": bench_memory}


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, module in MEASURED.items():
        one = what.add_parser(name, help=module.HELP, description=module.__doc__,
                              formatter_class=argparse.RawDescriptionHelpFormatter)
        module.arguments(one)


def run(options: argparse.Namespace) -> int:
    return MEASURED[options.what].run(options)
