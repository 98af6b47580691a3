"""Starts a kernel and measures how it answers; run by the Python of an environment, where jupyter_client is.

A line on stdin names a kernel and what to measure, `percolate-java first,add,memory`; a line of JSON answers it.
"""

from __future__ import annotations

import json
import os
import queue
import statistics
import sys
import time
from pathlib import Path

import zmq
from jupyter_client import KernelManager

CONNECT_MILLIS = 5
PATIENCE_SECONDS = 180
CELLS = 50
COMPLETIONS = 20
SETTLED_SECONDS = 30
BEFORE_SECONDS = 1.0  # how long a cell has run when it is asked beside, or interrupted

LANGUAGES = {
    "python": {
        "declaration": "number = 5",
        "complete": "text = 'a'\ntext.up",
        "busy": "import time\nend = time.time() + 4\nwhile time.time() < end: pass",
        "printing": "for i in range(100000): print(i)",
        "endless": "while True: pass",
    },
    "java": {
        "declaration": "int numberNUMBER = 5;",
        "complete": "String text = \"a\";\ntext.toUp",
        "busy": "long endNUMBER = System.currentTimeMillis() + 4000; while (System.currentTimeMillis() < endNUMBER) {}",
        "printing": "for (int i = 0; i < 100000; i++) System.out.println(i);",
        "endless": "while (true) {}",
        "training": "var data = digits(); sequential(input(1, 8, 8), flatten(), dense(64).relu(), dense(10))"
                    ".train(data).epochs(60).quiet().fit();",
    },
    "kotlin": {
        "declaration": "val numberNUMBER = 5",
        "complete": "val text = \"a\"\ntext.upper",
        "busy": "val endNUMBER = System.currentTimeMillis() + 4000; while (System.currentTimeMillis() < endNUMBER) {}",
        "printing": "for (i in 0 until 100000) println(i)",
        "endless": "while (true) {}",
        "training": "val data = digits(); sequential(input(1, 8, 8), flatten(), dense(64).relu(), dense(10))"
                    ".train(data).epochs(60).quiet().fit(); Unit",
    },
}


class Kernel:
    """A kernel of its own for one round, with a client."""

    def __init__(self, name: str):
        self._manager = KernelManager(kernel_name=name)
        self.language = (self._manager.kernel_spec.language or "").lower()
        if self.language not in LANGUAGES:
            raise ValueError(f"{name}: expected a kernel for {', '.join(LANGUAGES)}, got one for {self.language}")
        self._count = 0
        self._replies: dict[str, dict] = {}

    def __enter__(self) -> "Kernel":
        self.started = time.perf_counter()
        self._manager.start_kernel(stdout=sys.stderr, stderr=sys.stderr)
        self._client = self._manager.client()
        self._client.context.setsockopt(zmq.RECONNECT_IVL, CONNECT_MILLIS)
        self._client.start_channels(hb=False)
        self._until_heard()
        return self

    def __exit__(self, *_) -> None:
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    def _until_heard(self) -> None:
        """Asks until the output of an answer comes too: a subscription that comes late misses the first."""
        while True:
            asked = self._client.kernel_info()
            self._reply(asked)
            try:
                while self._client.get_iopub_msg(timeout=0.05)["parent_header"].get("msg_id") != asked:
                    pass
                return
            except queue.Empty:
                continue

    def text(self, name: str) -> str:
        """A cell's text; names that can be declared only once get a number."""
        self._count += 1
        return LANGUAGES[self.language][name].replace("NUMBER", str(self._count))

    def begin(self, code: str) -> str:
        return self._client.execute(code)

    def finish(self, asked: str, fails: bool = False) -> str:
        """Waits for the reply and for idle; gives the text of the result, if there is one."""
        result = ""
        content = self._reply(asked)["content"]
        if content["status"] != "ok" and not fails:
            raise ValueError(f"expected the cell to run, got {content.get('ename')}: {content.get('evalue')}")
        while True:
            message = self._client.get_iopub_msg(timeout=PATIENCE_SECONDS)
            if message["parent_header"].get("msg_id") != asked:
                continue
            if message["msg_type"] == "execute_result":
                result = message["content"]["data"]["text/plain"]
            if message["content"].get("execution_state") == "idle":
                return result

    def value(self, code: str) -> str:
        return self.finish(self.begin(code))

    def run(self, code: str) -> float:
        begun = time.perf_counter()
        self.finish(self.begin(code))
        return millis(begun)

    def complete(self, code: str) -> float:
        begun = time.perf_counter()
        self._reply(self._client.complete(code))
        return millis(begun)

    def interrupt(self) -> None:
        self._manager.interrupt_kernel()

    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self._manager.provisioner.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def _reply(self, asked: str) -> dict:
        while asked not in self._replies:  # a cell's reply may come before that to what was asked while it ran
            message = self._client.get_shell_msg(timeout=PATIENCE_SECONDS)
            self._replies[message["parent_header"].get("msg_id")] = message
        return self._replies.pop(asked)


def millis(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def add(kernel: Kernel) -> float:
    return statistics.median(kernel.run("1+1") for _ in range(CELLS))


def declaration(kernel: Kernel) -> float:
    return statistics.median(kernel.run(kernel.text("declaration")) for _ in range(10))


def completion(kernel: Kernel) -> float:
    return statistics.median(kernel.complete(kernel.text("complete")) for _ in range(COMPLETIONS))


def beside(kernel: Kernel, cell: str) -> float:
    """Completions while a cell runs; where none is answered before the cell ends, that shows."""
    asked = kernel.begin(kernel.text(cell))
    time.sleep(BEFORE_SECONDS)
    taken = statistics.median(kernel.complete(kernel.text("complete")) for _ in range(5))
    if cell == "training":
        kernel.interrupt()
    kernel.finish(asked, fails=True)
    return taken


def interrupt(kernel: Kernel) -> float:
    asked = kernel.begin(kernel.text("endless"))
    time.sleep(BEFORE_SECONDS)
    begun = time.perf_counter()
    kernel.interrupt()
    kernel.finish(asked, fails=True)
    return millis(begun)


def memory(kernel: Kernel) -> float:
    time.sleep(max(0.0, SETTLED_SECONDS - (time.perf_counter() - kernel.started)))
    return kernel.resident_megabytes()


def loaded(kernel: Kernel) -> float:
    kernel.run("tensor(1, 2, 3).sum()")
    time.sleep(2)
    return kernel.resident_megabytes()


MEASURES = {
    "add": add, "declaration": declaration, "memory": memory, "completion": completion,
    "busy": lambda kernel: beside(kernel, "busy"),
    "printing": lambda kernel: kernel.run(kernel.text("printing")), "interrupt": interrupt,
    "loaded": loaded, "training": lambda kernel: beside(kernel, "training"),
}


def measure(name: str, questions: list[str]) -> dict[str, float]:
    answers = {}
    ours = name.startswith("percolate-")
    with Kernel(name) as kernel:
        kernel.run("1+1")
        if "first" in questions:
            answers["first"] = millis(kernel.started)
        for question, of in MEASURES.items():
            on_linux = os.path.exists("/proc/self/status") or question not in ("memory", "loaded")
            if question in questions and on_linux and (ours or question not in ("training", "loaded")):
                answers[question] = of(kernel)
    return answers


def main() -> None:
    print("{}", flush=True)
    for line in sys.stdin:
        name, questions = line.split()
        print(json.dumps(measure(name, questions.split(","))), flush=True)


if __name__ == "__main__":
    main()
