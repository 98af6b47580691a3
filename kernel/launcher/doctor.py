"""Says what is there, what is missing, and how to mend it. The exit status is 1 where something has to be mended."""

from __future__ import annotations

import argparse

from launcher import findings
from launcher.house import House

HELP = "say what is there, what is missing, and how to mend it"


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    faults = 0
    for finding in findings.all_of(House.here()):
        print(finding, flush=True)
        faults += finding.is_fault
    return 1 if faults else 0
