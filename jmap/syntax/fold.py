"""How words and digits are read: spellings that look the same to a reader are the same to the
language.
"""

import unicodedata

_FOLDED = {
    0x200C: None,  # zero width non-joiner, the Persian half-space
    0x200D: None,  # zero width joiner
    0x064A: "ی",  # Arabic yeh
    0x0649: "ی",  # alef maksura
    0x0643: "ک",  # Arabic kaf
}
_DIGITS = {
    **{ord(digit): str(value) for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")},
    **{ord(digit): str(value) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")},
    ord("٫"): ".",
    ord("٬"): None,
    ord("_"): None,
    ord("−"): "-",
    ord("٪"): "%",
}


def fold(word: str) -> str:
    """The form of a word by which it is compared: NFC, no half-spaces, Persian yeh and kaf."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.translate(_FOLDED))


def latin_digits(number: str) -> str:
    """A number as typed, with ASCII digits, sign and point, and without digit groups."""
    return number.translate(_DIGITS)
