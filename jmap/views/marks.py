"""Signs that stand beside words, so that a level is seen at a glance and not by colour."""

from jmap.gaps import Level

LEVEL_MARKS = {
    Level.GOOD: "✓",
    Level.SMALL: "◔",
    Level.MEDIUM: "◑",
    Level.LARGE: "●",
    Level.UNKNOWN: "?",
}
"""The sign of each level of a gap."""
