"""Where things lie in a checkout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class House:
    """A checkout of Percolate; everything the launcher makes lies below `state`."""

    root: Path

    @staticmethod
    def here() -> "House":
        """The checkout this launcher belongs to."""
        return House(Path(__file__).resolve().parent.parent.parent)

    @property
    def state(self) -> Path:
        return self.root / ".percolate"

    @property
    def logs(self) -> Path:
        return self.state / "logs"

    @property
    def stamps(self) -> Path:
        return self.state / "stamps"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def launcher(self) -> Path:
        return self.root / "kernel" / "launcher"

    @property
    def jars(self) -> Path:
        """The folder that the Maven build lays the kernel's jars out in, below `cells` and `kernel`."""
        return self.root / "kernel" / "app" / "target" / "percolate"
