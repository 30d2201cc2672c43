"""What git could not do, as sentences for people."""

from jmap import limits

_JOINERS = "\u200c\u200d"
"""Not printable by themselves, and part of how words are written."""


class GitFailed(Exception):
    """Something that git did not give: a sentence of what is wrong, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def shown(text: str) -> str:
    """A name or path as a message repeats it: short, on one line, nothing invisible in it."""
    return f"`{printable(text)}`"


def printable(text: str) -> str:
    """Text on one line, cut where it is long, with what cannot be printed spelled out."""
    cut = text if len(text) <= limits.MESSAGE else f"{text[: limits.MESSAGE]}…"
    return "".join(
        letter if letter.isprintable() or letter in _JOINERS else _spelled(letter) for letter in cut
    )


def _spelled(letter: str) -> str:
    # What stands for a byte that is not UTF-8 is shown as that byte.
    if "\udc80" <= letter <= "\udcff":
        return f"\\x{ord(letter) - 0xDC00:02x}"
    return letter.encode("unicode_escape").decode("ascii")
