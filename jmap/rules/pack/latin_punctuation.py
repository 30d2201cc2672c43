"""Latin commas, semicolons and question marks in Persian sentences."""

import re

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import HALF_SPACE, LETTERS, MARKS
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import DEFAULT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, and_more

_PERSIAN_SIGNS = str.maketrans(",;?", "،؛؟")


class LatinPunctuation(PersianWriting):
    """Persian words are followed by a Latin comma, semicolon or question mark.

    They curve the wrong way for a line that runs from right to left, and a question mark that looks
    to the other side is the first thing a Persian reader stumbles over. Only signs between Persian
    words, and question marks behind one, are judged: not those of numbers, addresses, or lists with
    Latin words in them.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern(
        f"(?<=[{LETTERS}{MARKS}{HALF_SPACE}]) *"
        f"(?:[,;]{HALF_SPACE}*+(?=[\\s{HALF_SPACE}]*[«(]?[{LETTERS}])"
        f'|\\?(?={HALF_SPACE}*(?:[\\s"»)!]|$)))'
    )
    signs = ",;?"
    mends = "write the Persian sign"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "پیامک" "سلام، پول کجاست؟"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "پیامک" "سلام, پول کجاست?"
  }
}
"""

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """The sign with the spaces before it, and what it is in Persian."""
        sign = match[0].strip(f" {HALF_SPACE}")
        behind = "" if sign == "?" or text.shown[match.end()].isspace() else " "
        return Slip(match.start(), match.end(), sign.translate(_PERSIAN_SIGNS) + behind)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        return Finding(
            f"this Persian text has a Latin `{_sign(text, first)}`{and_more(slips)}",
            f"write `{(first.new or '').strip()}`",
        )


def _sign(text: Words, slip: Slip) -> str:
    return text.raw[slip.start : slip.end].strip(f" {HALF_SPACE}")
