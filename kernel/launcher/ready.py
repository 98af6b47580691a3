"""Everything a notebook needs, prepared: the jars, the Python environment, the kernel in it, the native engine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from launcher import engine, environment, jars, kernelspec, lock, tools
from launcher.house import House
from launcher.progress import Progress


@dataclass(frozen=True)
class Ready:
    """What a command that runs notebooks starts from: the environment's Python and the variables to start it with."""

    python: Path
    variables: dict[str, str]


def prepare(house: House, progress: Progress) -> Ready:
    """Does what is not done; what can be known to be missing is said before anything long begins."""
    with lock.held(house.state / "lock", progress):
        java = tools.java()
        if jars.built(house) is None and house.has_sources:
            tools.maven()
        if environment.made(house, environment.JUPYTER) is None:
            environment.require_venv()
        built = jars.build(house, java, progress)
        python = environment.prepare(house, environment.JUPYTER, progress)
        engine.prepare(house, built, java, progress)
        kernelspec.prepare(house, built, java, kernelspec.data_of(environment.place(house, environment.JUPYTER)), progress)
        return Ready(python, _variables(house))


def _variables(house: House) -> dict[str, str]:
    """Jupyter keeps all it writes below `.percolate/`: the user's own Jupyter is neither read nor written."""
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    return {**environment.variables(), **{name: str(house.state / folder) for name, folder in own.items()}}
