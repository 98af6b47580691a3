"""Runs one cell over and over in a kernel and tells the memory of its process. Run by the Python of an environment.

Started as "endurance.py KERNEL", it reads lines of JSON, {"setup": CODE, "cell": CODE, "times": NUMBER}, starts a kernel for
each, and answers with {"megabytes": {SHARE: RESIDENT, ...}, "seconds": SECONDS}, the shares of the times in percent.
"""

from __future__ import annotations

import json
import sys
import time

from latency import Kernel

SHARES = (0, 1, 10, 50, 100)


def run(kernel: Kernel, setup: str, cell: str, times: int) -> dict:
    kernel.run(setup)
    kernel.run(cell)  # what the first one loads is no growth
    looks = {times * share // 100: share for share in SHARES}
    megabytes = {}
    begun = time.perf_counter()
    for number in range(times + 1):
        if number in looks:
            megabytes[looks[number]] = round(kernel.resident_megabytes())
        if number < times:
            kernel.run(cell)
    return {"megabytes": megabytes, "seconds": time.perf_counter() - begun}


def main() -> None:
    print("{}", flush=True)
    for line in sys.stdin:
        with Kernel(sys.argv[1]) as kernel:
            print(json.dumps(run(kernel, **json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
