"""That somebody lets a change pass, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowed:
    """Why a change may pass, in somebody's own words. Whatever reports show of it, they show as
    text that anybody may have written.
    """

    reason: str
    """On one line."""
    by: str = ""
    """The author of the commit that says so; empty where the map itself does."""
