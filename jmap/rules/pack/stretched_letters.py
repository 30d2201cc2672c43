"""Words that are stretched with the letter joiner for print."""

import re

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import LETTERS, MARKS
from jmap.rules.pattern import Pattern
from jmap.rules.rule import INFO, STRICT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, Writing, and_more, around


class StretchedLetters(Writing):
    """A word is stretched with ـ (tatweel) between its letters.

    Stretching belongs to the printed page. In a text it is a character like others: a search for
    the word does not find it, and it is read aloud oddly. At the edge of a word, where it shows a
    letter alone as in «هـ»، it is fine.
    """

    severity = INFO
    tags = ("text", "persian")
    profiles = (STRICT,)
    pattern = Pattern(f"(?<=[{LETTERS}{MARKS}])\u0640+(?=[{LETTERS}{MARKS}])")
    signs = "\u0640"
    mends = "take the stretching out"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "سلام، سال ۱۴۴۷ هـ. ق." {
    نقطه‌تماس پیام در "پیامک" "سلام و خوشامد"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پیام در "پیامک" "ســـلام و خوشامد"
  }
}
"""

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """The stretching, which goes without a trace."""
        return Slip(match.start(), match.end(), "")

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        place = around(text, slips[0])
        return Finding(
            f"`{place}` is stretched with `ـ`{and_more(slips)}",
            f"write `{place.replace('ـ', '')}`",
        )
