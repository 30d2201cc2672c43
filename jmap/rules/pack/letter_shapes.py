"""Shapes of letters in place of the letters."""

import unicodedata
from collections.abc import Iterator

from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import SHAPES, TO_PERSIAN, is_persian
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT
from jmap.rules.script import Words
from jmap.rules.writing import Slip, Writing, and_more, around


class LetterShapes(Writing):
    """A text is made of the shapes that letters take on paper, not of the letters themselves.

    Persian and Arabic letters change their shape by their neighbours. Text that is copied from a
    PDF or an old program may hold each shape as a character of its own: it looks right, no search
    finds it, and it falls apart where another font is used. Signs that are one character by
    nature, such as ﷼ and ﷺ, are fine.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern(f"[{SHAPES}]+")
    mends = "write the letters themselves"
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پرداخت در "وب‌سایت" "بازگشت پول، ۲۰۰۰ ﷼"
  }
}
"""
    bad = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس پرداخت در "وب‌سایت" "ﺑﺎﺯﮔﺸﺖ پول"
  }
}
"""

    def slips(self, text: Words) -> Iterator[Slip]:
        """Runs of shapes, and their letters: the Persian ones where the text is Persian."""
        runs = list(self.pattern.finditer(text.shown))
        persian = bool(runs) and is_persian(text, elsewhere=True)
        for run in runs:
            letters = unicodedata.normalize("NFKC", run[0])
            yield Slip(
                run.start(), run.end(), letters.translate(TO_PERSIAN) if persian else letters
            )

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        return Finding(
            f"`{around(text, slips[0])}` is made of shapes of letters{and_more(slips)}",
            f"write the letters: `{slips[0].new}`",
        )
