"""Somebody's text as a message repeats it."""

_LONGEST = 40


def shorten(text: str) -> str:
    """At most 40 characters of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "…"
