"""Times single statements on command: in Python, or as cells of a kernel. Run by the Python of an environment.

Started as "statements.py python THREADS" it needs PyTorch there, as "statements.py KERNEL THREADS" jupyter_client. A line of
JSON, {"setup": CODE} or {"statement": CODE}, is answered by one: {}, or {"first": MICROS, "micros": MICROS}.
"""

from __future__ import annotations

import json
import statistics
import sys
import timeit

WARM_UP_SECONDS = 0.25
LOOP_SECONDS = 0.05
LOOPS = 5


class InPython:
    """Statements of this Python."""

    def __init__(self, threads: int):
        import torch

        torch.set_num_threads(threads)
        self.program = f"PyTorch {torch.__version__} in Python {sys.version.split()[0]}"
        self._names: dict = {}

    def set_up(self, code: str) -> None:
        exec(code, self._names)

    def seconds(self, statement: str, count: int) -> float:
        return timeit.timeit(statement, number=count, globals=self._names)


class InCells:
    """Statements of cells in Java."""

    def __init__(self, kernel: str, threads: int):
        from latency import Kernel

        self._kernel = Kernel(kernel).__enter__()
        self._kernel.run(f"percolate.engine.TorchEngine.threads({threads});")
        self.program = "Percolate in Java " + self._kernel.value('System.getProperty("java.version")').strip('"')

    def set_up(self, code: str) -> None:
        self._kernel.run(code)

    def seconds(self, statement: str, count: int) -> float:
        # One expression, or the compiler's time between two statements would count.
        return float(self._kernel.value(
            "((java.util.function.DoubleSupplier) () -> { long begun = System.nanoTime();"
            f" for (int i = 0; i < {count}; i++) {{ {statement}; }}"
            " return (System.nanoTime() - begun) / 1e9; }).getAsDouble()"))

    def close(self) -> None:
        self._kernel.__exit__()


def measure(side, statement: str) -> dict[str, float]:
    """The first call, then the median of some loops after warm-up, in microseconds for one call."""
    first = side.seconds(statement, 1)
    count, taken = 1, 0.0
    while taken < WARM_UP_SECONDS:
        count *= 2
        taken = side.seconds(statement, count)
    count = max(1, int(count * LOOP_SECONDS / taken))
    loops = [side.seconds(statement, count) / count for _ in range(LOOPS)]
    return {"first": first * 1e6, "micros": statistics.median(loops) * 1e6}


def main() -> None:
    where, threads = sys.argv[1], int(sys.argv[2])
    side = InPython(threads) if where == "python" else InCells(where, threads)
    try:
        print(json.dumps({"program": side.program}), flush=True)
        for line in sys.stdin:
            command = json.loads(line)
            answer = measure(side, command["statement"]) if "statement" in command else side.set_up(command["setup"])
            print(json.dumps(answer or {}), flush=True)
    finally:
        if where != "python":
            side.close()


if __name__ == "__main__":
    main()
