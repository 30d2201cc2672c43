"""Latin numbers in a Persian text that writes its other numbers in Persian."""

import re
from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import INFO, STRICT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, and_more

_TO_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PERSIAN_NUMBER = Pattern("[۰-۹٠-٩]")

_NEAR = 4


class UnlikeDigits(PersianWriting):
    """A Persian text writes some of its numbers in Persian digits and some in Latin ones.

    A line such as «۸ تا 10 روز» looks unfinished, and its numbers do not line up. What belongs to
    Latin words, such as a version or a code, keeps its digits; the rule asks nothing of a text
    that writes all of its numbers in Latin digits.
    """

    severity = INFO
    tags = ("text", "persian")
    profiles = (STRICT,)
    pattern = Pattern(r"(?<![\w.,:/@#+-])[0-9]+(?:[.,][0-9]+)*(?![\w@]|[.,]\d)")
    signs = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"
    mends = "write the number in Persian digits"
    safe = False
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس فرم در "وب‌سایت" "فرم یک‌صفحه‌ای، ۸ تا ۱۰ پرسش، برای Android 14"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس فرم در "وب‌سایت" "فرم یک‌صفحه‌ای، ۸ تا 10 پرسش"
  }
}
"""

    def slips(self, text: Words) -> Iterator[Slip]:
        """Only where there are numbers of both kinds."""
        if _PERSIAN_NUMBER.search(text.raw):
            yield from super().slips(text)

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """A number with no Latin word on either side."""
        before = text.shown[max(match.start() - _NEAR, 0) : match.start()].rstrip()
        behind = text.shown[match.end() : match.end() + _NEAR].lstrip()
        if any(char.isascii() and char.isalpha() for char in before[-1:] + behind[:1]):
            return None
        written = match[0].translate(_TO_PERSIAN).replace(".", "٫").replace(",", "٬")
        return Slip(match.start(), match.end(), written)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        return Finding(
            f"`{text.raw[first.start : first.end]}` is in Latin digits, and other numbers of this "
            f"text in Persian ones{and_more(slips)}",
            f"write `{first.new}`",
        )
