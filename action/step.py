"""Runs one step of the action: ``python -I action/step.py compare``.

The interpreter is isolated, so nothing in the folder that is compared can stand in for a module.
"""

import importlib
import sys
from pathlib import Path
from typing import Protocol

STEPS = ("install", "base", "check", "compare", "draw", "comment", "publish", "gate")


class Step(Protocol):
    """A module of this package with one step in it."""

    def run(self) -> int:
        """Does the step, and returns the exit status."""
        ...


def main(arguments: list[str]) -> int:
    """Runs the step that is named."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        sys.stderr.write(f"name one of {', '.join(STEPS)}\n")
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    step: Step = importlib.import_module(f"action.{arguments[0]}")
    return step.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
