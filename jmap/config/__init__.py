"""The configuration of a workspace: ``jmap.toml`` at its root, or ``[tool.jmap]`` in the
``pyproject.toml`` there.

Here a file becomes typed values and complaints with their places. What the names in it mean, rules
and tags and settings, is looked up by whoever uses them.
"""

from jmap.config.reading import read_file, read_settings
from jmap.config.settings import FAIL_LEVELS, Choice, Override, Settings

__all__ = ["FAIL_LEVELS", "Choice", "Override", "Settings", "read_file", "read_settings"]
