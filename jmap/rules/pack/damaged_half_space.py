"""Half-spaces that were doubled, moved, or turned into other characters."""

import re

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import HALF_SPACE, LETTERS, MARKS
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import DEFAULT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, and_more, around

_LETTER = f"[{LETTERS}{MARKS}]"
_WRITTEN_OUT = "&zwnj;|&#8204;|&#[xX]200[cC];"
_OTHERS = "[\u00ac\u00ad\u200d]"
"""The sign for "not", a soft hyphen, a joiner: what old files and wrong code pages leave of it."""
_OPENING = "([{«"
_CLOSING = ".,:;!?)]}»،؛؟"
_ENDS = '"\r\n'
"""What stands at the end of a text, or of a line of it."""
_ERA = Pattern(f"[^{LETTERS}{MARKS}]ه{HALF_SPACE} ?$")
"""The letter of an era, ه‌. ش., which is shown as it stands within a word."""
_BEFORE, _BEHIND = re.escape(_OPENING + _ENDS), re.escape(_CLOSING + _ENDS)


class DamagedHalfSpace(PersianWriting):
    """A half-space of a Persian text is doubled, stands at the edge of a word, or is another
    character.

    Copying between programs does that. The word then breaks at the end of a line, is not found, or
    shows ¬ or &zwnj; in the middle. A half-space behind a letter that does not join, as in «کار‌ها»,
    is fine, and so is one between a Latin word and its Persian ending.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern(
        f"(?P<half>(?<! ) +{HALF_SPACE}[ {HALF_SPACE}]*|{HALF_SPACE}[ {HALF_SPACE}]+"
        f"|(?<=[{_BEFORE}]){HALF_SPACE}|{HALF_SPACE}(?=[{_BEHIND}]))"
        f"|(?P<other>(?<={_LETTER})(?:{_WRITTEN_OUT}|{_OTHERS})(?={_LETTER}))"
        f"|(?P<literal>{_WRITTEN_OUT})"
    )
    signs = HALF_SPACE + "\u00ac\u00ad\u200d&"
    mends = "mend the half-space"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "پیامک" "پیامک‌ها را می‌خواند"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "پیامک" "پیامک¬ها را می&zwnj;خواند"
  }
}
"""

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """One half-space between letters, none beside a blank."""
        if match.lastgroup == "half":
            return _tidied(text, match)
        if match.lastgroup == "other":
            return Slip(match.start(), match.end(), HALF_SPACE)
        beside = text.shown[match.start() - 1] + text.shown[match.end()]
        edges = sum(1 for char in beside if char.isspace() or char in _ENDS)
        # Between two blanks, or beside a sign, what was meant is not certain.
        return Slip(match.start(), match.end(), "" if edges == 1 else None)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        found = text.raw[first.start : first.end]
        place = around(text, first)
        return Finding(f"in `{place}` {_wrong(found, first)}{and_more(slips)}", _help(first))


def _tidied(text: Words, match: re.Match[str]) -> Slip | None:
    """What a half-space with the spaces around it should be; none where it is well."""
    if _ERA.search(text.shown, max(match.start() - 2, 0), match.end()):
        return None
    before, behind = text.shown[match.start() - 1], text.shown[match.end()]
    start = match.start()
    if before in _ENDS and text.token.type == "TEXT":
        start += len(match[0]) - len(match[0].lstrip(" "))  # The indentation stays.
    if before in _ENDS or behind in _ENDS or before in _OPENING or behind in _CLOSING:
        return Slip(start, match.end(), "")
    if " " in match[0]:
        return Slip(start, match.end(), " ")
    return Slip(start, match.end(), HALF_SPACE) if len(match[0]) > 1 else None


def _wrong(found: str, slip: Slip) -> str:
    if HALF_SPACE * 2 in found:
        return "the half-space is doubled"
    if HALF_SPACE in found:
        return "a half-space stands at the edge of a word"
    names = {"\u00ac": "`¬`", "\u00ad": "a soft hyphen", "\u200d": "a joiner (U+200D)"}
    return f"{names.get(found, f'`{found}`')} stands for a half-space"


def _help(slip: Slip) -> str:
    return "delete the half-space" if slip.new in ("", " ") else "write one half-space (U+200C)"
