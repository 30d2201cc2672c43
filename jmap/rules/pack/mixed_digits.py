"""Numbers written with digits of two systems."""

import re
from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import LETTERS, is_persian
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Slip, Writing, and_more

_VALUES = {
    **{digit: value for value, digit in enumerate("0123456789")},
    **{digit: value for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")},
    **{digit: value for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")},
}
_LATIN, _PERSIAN, _ARABIC = "0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"
_MIX = Pattern("[0-9][.٫,٬]?[۰-۹٠-٩]|[۰-۹][.٫,٬]?[0-9٠-٩]|[٠-٩][.٫,٬]?[0-9۰-۹]")
_LATIN_LETTER = Pattern("[A-Za-z]")
_ARABIC_SCRIPT = Pattern(f"[{LETTERS}]")


class MixedDigits(Writing):
    """One number in a text is written with digits of two systems, such as ۱2.

    It comes from changing the keyboard in the middle of a number. Read from right to left and left
    to right at once, its digits may even change places on the screen, and no search finds it.

    Numbers that belong to Latin letters, such as codes of models, are left alone, and so is a text
    that gives one number in each system.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern("[0-9۰-۹٠-٩]+(?:[.٫,٬][0-9۰-۹٠-٩]+)*")
    signs = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"
    mends = "write the number with digits of one system"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "پاسخ تا ۱۲ دقیقه، پنجرهٔ Windows 11"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "پاسخ تا ۱2 دقیقه"
  }
}
"""

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """Most files have numbers, and few of them are mixed."""
        return _MIX.search(item.source.text) is not None

    def slips(self, text: Words) -> Iterator[Slip]:
        """Numbers with two systems of digits, and with no Latin letter beside them."""
        mixed = [match for match in self.pattern.finditer(text.shown) if _is_mixed(match)]
        digits = _digits(text) if mixed else ""
        for match in mixed:
            number = match[0]
            # Of Persian and Arabic digits in Persian, arabic-digits speaks.
            if digits == _PERSIAN and not any(char in _LATIN for char in number):
                continue
            written = "".join(digits[_VALUES[char]] if char in _VALUES else char for char in number)
            yield Slip(match.start(), match.end(), written)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        return Finding(
            f"the number `{text.raw[first.start : first.end]}` is written with digits of two "
            f"systems{and_more(slips)}",
            f"write `{first.new}`",
        )


def _is_mixed(match: re.Match[str]) -> bool:
    if len({_system(char) for char in match[0] if char in _VALUES}) < 2:
        return False
    around = match.string[max(match.start() - 1, 0) : match.end() + 1]
    return _LATIN_LETTER.search(around) is None


def _system(digit: str) -> str:
    return _LATIN if digit in _LATIN else _PERSIAN if digit in _PERSIAN else _ARABIC


def _digits(text: Words) -> str:
    """The digits of the language of a text."""
    if is_persian(text):
        return _PERSIAN
    return _ARABIC if _ARABIC_SCRIPT.search(text.raw) else _LATIN
