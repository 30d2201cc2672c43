"""Letters that look alike: a small table for ids, of pairs that most fonts draw the same."""

from jmap.rules.pattern import Pattern
from jmap.syntax.fold import fold

_CYRILLIC = dict(zip("авекмнорстухіјѕһԁԛԝ", "abekmhopctyxijshdqw", strict=True))
_GREEK = dict(zip("ορνικτυχ", "opviktux", strict=True))
_ALIKE = str.maketrans(
    {
        **_CYRILLIC,
        **_GREEK,
        **dict.fromkeys("أإٱآ", "ا"),
        **{digit: str(value) for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")},
        **{digit: str(value) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")},
        **dict.fromkeys("۰٠0", "o"),
        **dict.fromkeys("۱١1", "l"),
        **{chr(mark): None for mark in (*range(0x64B, 0x660), 0x670, *range(0x300, 0x370))},
        **dict.fromkeys("ةۀھەہ", "ه"),
        "ؤ": "و",
        "ئ": "ی",
        "ء": None,
        "_": "-",
        "\u0640": None,
    }
)
"""One letter for each group; vowel marks go as well."""
_WORD = Pattern(r"[^\W\d_]+")
_LATIN = Pattern("[A-Za-z]")
_STRANGERS = {"Cyrillic": Pattern("[\u0400-\u04ff]"), "Greek": Pattern("[\u0370-\u03ff]")}


def skeleton(name: str) -> str:
    """What is left of an id once all that hardly shows is made equal. Two ids with one skeleton
    look alike.
    """
    # A capital I looks like a small l; the other letters are compared without their case.
    return fold(name).replace("I", "l").casefold().translate(_ALIKE)


def mixed_word(name: str) -> str:
    """A word of an id in which Latin letters stand among Cyrillic or Greek ones that look like
    Latin letters; nothing where there is none.
    """
    if name.isascii():
        return ""
    for word in _WORD.findall(name):
        for stranger in _STRANGERS.values():
            strange = stranger.findall(word.lower())
            if _LATIN.search(word) and strange and all(ord(char) in _ALIKE for char in strange):
                return str(word)
    return ""
