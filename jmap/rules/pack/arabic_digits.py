"""Arabic digits in Persian texts."""

import re
from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import LETTERS, Stretch, arabic_stretches, nearest
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import DEFAULT
from jmap.rules.script import Words
from jmap.rules.writing import Slip

_TO_PERSIAN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


class ArabicDigits(PersianWriting):
    """A Persian text holds Arabic digits, such as ٤, ٥ and ٦ for ۴, ۵ and ۶.

    Three of them look different from the Persian ones, and all of them are other characters: a
    search for the number does not find it, and in many fonts they stand out from their line.

    Numbers beside Arabic words, such as that of a verse, and texts in other languages of the same
    script are left alone, and so are numbers outside of texts, which are read with any digits.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern("[٠-٩]+")
    signs = "٠١٢٣٤٥٦٧٨٩"
    mends = "write the Persian digits"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "پاسخ تا ۴۵ دقیقه"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "پاسخ تا ٤٥ دقیقه"
  }
}
"""

    def slips(self, text: Words) -> Iterator[Slip]:
        """Numbers, unless the words before or behind them are Arabic."""
        found = list(self.pattern.finditer(text.shown))
        arabic = arabic_stretches(text.shown) if found else ()
        for match in found:
            if not any(_beside(text, match, near) for near in nearest(arabic, match.start())):
                yield Slip(match.start(), match.end(), match[0].translate(_TO_PERSIAN))

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        number = text.raw[slips[0].start : slips[0].end]
        return Finding(
            f"this Persian text has the number `{number}` in Arabic digits",
            f"write `{slips[0].new}`",
        )


def _beside(text: Words, match: re.Match[str], words: Stretch) -> bool:
    """Whether nothing but signs stands between a number and some words."""
    if words.start > match.start():
        start, end = match.end(), words.start
    else:
        start, end = words.end, match.start()
    return 0 < end - start < _REACH and not _SOMETHING.search(text.shown, start, end)


_REACH = 4
_SOMETHING = Pattern(f"[{LETTERS}\\d]")
