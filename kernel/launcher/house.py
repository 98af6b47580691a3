"""Where things lie: in a checkout, or in a distribution, which holds the jars ready built and no sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class House:
    """A checkout or a distribution of Percolate; everything the launcher makes lies below `state`."""

    root: Path

    @staticmethod
    def here() -> "House":
        """The checkout or distribution this launcher belongs to."""
        return House(Path(__file__).resolve().parent.parent.parent)

    @property
    def has_sources(self) -> bool:
        return (self.root / "pom.xml").is_file()

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
        """The folder of the kernel's jars, below `cells`, `kernel` and `kotlin`: where the Maven build lays them out, or as they came."""
        return self.root / "kernel" / "app" / "target" / "percolate" if self.has_sources else self.root / "jars"
