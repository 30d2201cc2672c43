"""The configuration of a workspace: ``jmap.toml`` at its root, or ``[tool.jmap]`` in the
``pyproject.toml`` there.

Here a file becomes typed values and complaints with their places. What the names in it mean, rules
and tags and settings, is looked up by whoever uses them.
"""

from jmap.config.reading import read_content, read_file, read_settings
from jmap.config.settings import EFFECTS, FAIL_LEVELS, Choice, Gate, Override, Settings

__all__ = [
    "EFFECTS",
    "FAIL_LEVELS",
    "Choice",
    "Gate",
    "Override",
    "Settings",
    "read_content",
    "read_file",
    "read_settings",
]
