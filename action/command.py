"""jmap as the action installed it."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from action.place import Stopped, environment_python, root

SECONDS = 900
"""How long one run of jmap may take."""
SAID = 64 * 1024
"""Most characters kept of what it says beside its result."""
_SECRET = ("INPUT_GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit status, its result, and what it said beside that."""

    status: int
    result: bytes
    said: str

    @property
    def failed(self) -> bool:
        """Whether it could not do what it was asked, which findings and changes are not."""
        return self.status not in (0, 1)


def jmap(*arguments: str, at: Path | None = None) -> Ended:
    """Runs jmap, in the folder of the repository if no other is named.

    Raises ``Stopped`` where it is not there, or takes too long.
    """
    python = environment_python()
    if not python.exists():
        raise Stopped("jmap could not be installed: see the step that installs it")
    kept = {name: value for name, value in os.environ.items() if name not in _SECRET}
    try:
        # A list of arguments and no shell; isolated, so that no file beside it becomes a module.
        done = subprocess.run(  # noqa: S603
            [python, "-I", "-X", "utf8", "-m", "jmap", *arguments],
            cwd=at or root(), env={**kept, "NO_COLOR": "1", "JMAP_CACHE": "off"},
            capture_output=True, check=False, timeout=SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Stopped(f"jmap did not come to an end within {SECONDS // 60} minutes") from None
    said = done.stderr.decode("utf-8", "replace").strip()
    return Ended(done.returncode, done.stdout, said[:SAID])


def kept(name: str, folder: Path, content: bytes) -> Path:
    """A result in a file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(content)
    return file
