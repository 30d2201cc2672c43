"""UTF-8 that was read as something else: telling it from letters that are meant."""

import unicodedata

from jmap.rules.pattern import Pattern

_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows-1252 shows for the bytes 0x80 to 0x9F."""
_FOLLOWING = f"[\u0080-\u00bf{_WINDOWS}]"
_LATIN = f"[ÃÂ]{_FOLLOWING}"
_SIGN = f"[âï]{_FOLLOWING}{_FOLLOWING}"
_LETTERS = f"(?:[ØÙÚÛÐÑÎÏ]{_FOLLOWING}){{2,}}"
_READ_AS_ARABIC = '(?:[طظعغ][^\\s"«»]){4,}'
"""UTF-8 of Persian words, read as Windows-1256: every other letter is one of a few."""
HINT = Pattern("[ÃÂâïØÙÚÛÐÑÎÏ\ufffd]|\\?\\?|[طظعغ][^\\s][طظعغ]")
"""What a text with such letters holds; most have none of it."""
MANGLED = Pattern(f"{_LETTERS}|{_SIGN}|{_LATIN}|{_READ_AS_ARABIC}")
_QUOTES = "‘’“”…–—\u00a0»"
"""What may well follow a capital letter with an accent."""


def meant(found: str) -> str | None:
    """What a run of characters was before it was read in the wrong encoding; none where it is
    nothing, or where it may be meant as it stands.
    """
    if found[0] in "ÃÂ" and found[1] in _QUOTES:
        return None
    codec = "cp1256" if "\u0600" <= found[0] <= "\u06ff" else "cp1252"
    try:
        read = bytes(_byte(char, codec) for char in found).decode("utf-8")
    except ValueError:
        return None
    return read if all(_fits(char) for char in read) else None


def _byte(char: str, codec: str) -> int:
    """The byte that was read as a character. Raises ``ValueError`` where there is none."""
    if "\u0080" <= char <= "\u009f":
        return ord(char)  # The five bytes that Windows-1252 has no character for.
    return char.encode(codec)[0]


def _fits(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LMPSN" or kind in ("Zs", "Cf")
