"""Makes all fixtures anew in a temporary folder and compares them with those that are committed; see README.md.

Numbers may differ by as much as the tests forgive, 1e-5 of a tensor's largest entry, everything else not at all.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMMITTED = HERE.parent / "resources"
TOLERANCE = 1e-5


def main():
    with tempfile.TemporaryDirectory() as folder:
        scripts = Path(folder) / "test" / "oracle"
        shutil.copytree(HERE, scripts)
        subprocess.run([sys.executable, scripts / "make_fixtures.py"], check=True)
        made = scripts.parent / "resources"
        kinds = sorted(kind.name for kind in made.iterdir())
        wrong = [line for kind in kinds for line in differences(made / kind, COMMITTED / kind)]
    print("\n".join(wrong) if wrong else "all as committed")
    return 1 if wrong else 0


def differences(made, committed):
    new, old = ({file.name for file in folder.glob("*.json")} for folder in (made, committed))
    yield from (f"{committed.name}/{name} is not committed" for name in sorted(new - old))
    yield from (f"{committed.name}/{name} is made no more" for name in sorted(old - new))
    for name in sorted(new & old):
        for where in unlike(json.loads((made / name).read_text()), json.loads((committed / name).read_text())):
            yield f"{committed.name}/{name}: {where} differs"


def unlike(new, old, where="the file"):
    """The parts of two documents that are not the same."""
    if isinstance(new, dict) and isinstance(old, dict) and new.keys() == old.keys():
        for key in new:
            yield from unlike(new[key], old[key], key if where == "the file" else f"{where}.{key}")
    elif not same(new, old):
        yield where


def same(new, old):
    numbers = [value if isinstance(value, list) else [value] for value in (new, old)]
    if any(isinstance(n, bool) or not isinstance(n, (int, float)) for both in numbers for n in both):
        return new == old
    largest = max((abs(n) for n in numbers[1]), default=0)
    return len(numbers[0]) == len(numbers[1]) and all(
        abs(a - b) <= TOLERANCE * max(largest, 1e-3) for a, b in zip(*numbers))


if __name__ == "__main__":
    sys.exit(main())
