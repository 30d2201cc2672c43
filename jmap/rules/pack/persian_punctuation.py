"""Persian punctuation with a space before it, or none behind it."""

import re

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import HALF_SPACE, LETTERS, MARKS
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import DEFAULT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, and_more, around

_LETTER = f"[{LETTERS}{MARKS}]"


class PersianPunctuation(PersianWriting):
    """A Persian text has a space before ، ؛ ؟ ! or a full stop, or a letter right behind one.

    Behind the space the line may break, and the sign then begins the next line alone; without a
    space behind it, two words run together and a comma seems to stand inside a word.

    Numbers, times, addresses, and dots that are no full stops, as in «و ...» or .ir, are left
    alone.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern(
        f"(?P<before>(?<=[{LETTERS}{MARKS}{HALF_SPACE})»]) +)"
        f'(?=[،؛؟](?![،؛؟)»])|[.!](?=[\\s"»]|$))'
        f'|(?P<behind>(?<=[^\\s،؛؟(«"][،؛؟]){HALF_SPACE}*(?={_LETTER}))'
    )
    mends = "mend the space"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "نام، شمارهٔ سفارش؛ و دلیل؟ بله، هر سه ..."
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "نام ،شمارهٔ سفارش ؟ بله،هر سه ."
  }
}
"""

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """The space before a sign, or the place behind one where it belongs."""
        new = "" if match.lastgroup == "before" else " "
        return Slip(match.start(), match.end(), new)

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        first = slips[0]
        sign = text.shown[first.end] if first.new == "" else text.shown[first.start - 1]
        if first.new == "":
            message = f"a space stands before `{sign}`{and_more(slips)}"
            return Finding(message, f"write `{sign}` right behind the word, and a space after it")
        place = around(text, Slip(max(first.start - 1, 0), first.end))
        return Finding(
            f"`{sign}` has a word right behind it in `{place}`{and_more(slips)}",
            f"write a space after `{sign}`",
        )
