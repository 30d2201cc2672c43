"""Forms of Persian words that are written with a half-space, and here with a space or nothing."""

import re

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import HALF_SPACE
from jmap.rules.knowledge.persian_forms import APART, TOGETHER
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import INFO, STRICT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, and_more

_APART = frozenset("اآأإدذرزژوؤ")
"""Letters that join nothing behind them: a half-space there could not be seen."""


class MissingHalfSpace(PersianWriting):
    """A Persian verb, plural or comparative lacks its half-space: «می شود», «کتاب ها», «بزرگ ترین».

    With a space the two parts may stand on two lines, and a search for the word misses it; written
    as one, the word is hard to read. Only forms that are certain are judged: the commonest verbs
    and adjectives, and endings that are no words themselves.
    """

    severity = INFO
    tags = ("text", "persian")
    profiles = (STRICT,)
    pattern = Pattern(f"{APART}|{TOGETHER}")
    mends = "write the half-space"
    safe = False
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس راهنما در "وب‌سایت" "بزرگ‌ترین پرسش‌ها را می‌خواند"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس راهنما در "وب‌سایت" "بزرگ ترین پرسش ها را می خواند"
  }
}
"""

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """The space, or the place between the two parts."""
        group = match.lastgroup or ""
        if match[group] == HALF_SPACE:
            return None
        joins = text.shown[match.start(group) - 1] not in _APART
        return Slip(match.start(group), match.end(group), HALF_SPACE if joins else "")

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        form = _form(text, first)
        how = "with a half-space" if first.new else "as one word"
        return Finding(
            f"`{form.replace('|', text.raw[first.start : first.end])}` is written "
            f"{how}{and_more(slips)}",
            f"write `{form.replace('|', first.new or '')}`",
        )


def _form(text: Words, slip: Slip) -> str:
    """The two words of a form with a bar between them."""
    before = re.split(r"[\s\"«»(]", text.shown[: slip.start].rstrip(HALF_SPACE))[-1]
    behind = re.split(r"[\s\"«»).,:!?،؛؟]", text.shown[slip.end :].lstrip(HALF_SPACE))[0]
    return f"{before}|{behind}"
