"""The commands and their options."""

from __future__ import annotations

import argparse
import sys

from launcher import bench, doctor, gallery, install, lab, run, uninstall
from launcher.failure import Failure

COMMANDS = {"lab": lab, "run": run, "install": install, "uninstall": uninstall, "doctor": doctor, "bench": bench,
            "gallery": gallery}

INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="percolate",
        description="A Jupyter kernel for Java and Kotlin with a deep-learning DSL.",
        epilog="Each command has its own --help. Proxies and mirrors are those of Maven and pip.",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        one = commands.add_parser(name, help=module.HELP, description=module.__doc__,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
        module.arguments(one)
    return top


def split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The launcher's own arguments, and those after `--`, which go on to the program it starts."""
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1:]


def parse(own: list[str]) -> argparse.Namespace:
    """Refuses unknown options like argparse, and says where those of JupyterLab go."""
    top = parser()
    options, unknown = top.parse_known_args(own)
    if unknown:
        hint = "; options for JupyterLab go after --" if options.command == "lab" else ""
        top.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")
    return options


def main(arguments: list[str]) -> int:
    own, passed_on = split(arguments)
    if not own:
        parser().print_help()
        return 0
    options = parse(own)
    options.passed_on = passed_on
    try:
        if passed_on and options.command != "lab":
            raise Failure(f"{options.command}: expected no options after --, got {' '.join(passed_on)}; "
                          "only lab hands them on, to JupyterLab")
        return COMMANDS[options.command].run(options)
    except Failure as failure:
        print(f"percolate: {failure}", file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, a folder that cannot be written: the system's own words are the clearest
        print(f"percolate: {error.filename or options.command}: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("percolate: interrupted; what was incomplete is made again at the next start", file=sys.stderr)
        return INTERRUPTED
