"""Where a word may be broken inside without tearing a character, or the joined shape of two
letters, apart.
"""

import unicodedata

from jmap.paint.measure import is_mark, joins

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_IDEOGRAPHS = "\u2e80"
_HYPHENS = "-\u2010/\u2013\u2014"


def split(text: str) -> list[str]:
    """The characters as a reader counts them: a letter with its marks, an emoji with its parts, a
    flag.
    """
    clusters: list[str] = []
    for letter in text:
        if clusters and _continues(clusters[-1], letter):
            clusters[-1] += letter
            continue
        clusters.append(letter)
    return clusters


def breaks_joining(before: str, after: str) -> bool:
    """Whether two neighbouring clusters are drawn joined: parting them would change their shape."""
    base = next((letter for letter in reversed(before) if not is_mark(letter)), before[-1])
    return joins(base, after[0])


def chunks(word: str) -> list[str]:
    """The pieces of a word that may go on different lines without hurting: after hyphens and
    slashes, in CJK.
    """
    if word.isalnum() and word.isascii():
        return [word]
    if max(word) < _IDEOGRAPHS and not any(hyphen in word for hyphen in _HYPHENS):
        return [word]
    pieces = [""]
    clusters = split(word)
    for index, cluster in enumerate(clusters):
        if index and _may_part(clusters, index):
            pieces.append("")
        pieces[-1] += cluster
    return pieces


def _may_part(clusters: list[str], index: int) -> bool:
    before, after = clusters[index - 1], clusters[index]
    if before in _HYPHENS:
        return after[0].isalpha() and index > 1 and clusters[index - 2][0].isalpha()
    return _is_ideograph(before[0]) and _is_ideograph(after[0])


def _is_ideograph(letter: str) -> bool:
    return (
        letter >= _IDEOGRAPHS
        and unicodedata.category(letter) == "Lo"
        and unicodedata.east_asian_width(letter) == "W"
    )


def _continues(cluster: str, letter: str) -> bool:
    if letter < "\u0300":
        return False
    if letter in (_ZWNJ, _ZWJ) or _is_extender(letter):
        return True
    if cluster[-1] == _ZWJ:
        return unicodedata.category(letter) == "So"
    return _is_flag_half(letter) and len(cluster) == 1 and _is_flag_half(cluster)


def _is_extender(letter: str) -> bool:
    skin = "\U0001f3fb" <= letter <= "\U0001f3ff"
    jamo = "\u1160" <= letter <= "\u11ff"
    tag = "\U000e0020" <= letter <= "\U000e007f"
    return skin or jamo or tag or unicodedata.category(letter) in ("Mn", "Me", "Mc")


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
