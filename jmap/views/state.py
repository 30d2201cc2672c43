"""What the state of a journey is called on maps and pages: the key of a fixed phrase."""

STATES = {"current": "as-is", "future": "to-be"}
"""By the state, as a journey says it."""
