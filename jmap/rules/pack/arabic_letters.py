"""Arabic letters in Persian texts and ids."""

from collections.abc import Iterable, Iterator

from jmap.diagnostics import Edit, Fix
from jmap.rules.finding import Finding
from jmap.rules.knowledge.persian import TO_PERSIAN, arabic_stretches, nearest
from jmap.rules.pattern import Pattern
from jmap.rules.persian_writing import PersianWriting
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words
from jmap.rules.writing import Slip
from jmap.syntax.nodes import span_of

_MENDS = "write the Persian letters"


class ArabicLetters(PersianWriting):
    """A Persian text or id is written with the Arabic letters ي, ى or ك.

    They look like the Persian ی and ک on many screens and are other letters: whoever searches for
    a word does not find it, lists sort wrongly, and some fonts show dots under a final yeh. They
    come from Arabic keyboards and old files.

    Arabic words within a Persian text are left as they are: those with vowel marks, ة or articles,
    as a quotation has. So are texts of journeys in Arabic, Urdu, Kurdish and other languages of
    the same script. Ids are held to the letters of the file around them; the language reads both
    kinds as one.
    """

    tags = ("text", "persian")
    profiles = (DEFAULT,)
    pattern = Pattern("[يىك]")
    signs = "يىك"
    mends = _MENDS
    good = """
سفر تعویض "تعویض کالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "گفت‌وگو با پشتیبانی"
    نقطه‌تماس پیام در "پیامک" "پیامک «السَّلامُ عَلَيْكُم»"
  }
}
"""
    bad = """
سفر تعویض "تعويض كالا" {
  زبان fa
  مرحله درخواست "ثبت درخواست" {
    نقطه‌تماس تماس در "تلفن" "گفت‌وگو با پشتيباني"
  }
}
"""

    def check(self, item: Script, scene: Scene) -> Iterable[Finding]:
        """Texts first, then ids."""
        yield from super().check(item, scene)
        if any(sign in item.source.text for sign in self.signs):
            yield from self._ids(item, scene)

    def slips(self, text: Words) -> Iterator[Slip]:
        """The letters that do not stand in Arabic words."""
        found = list(self.pattern.finditer(text.shown))
        arabic = arabic_stretches(text.shown) if found else ()
        for match in found:
            at = match.start()
            if not any(at < stretch.end and at >= stretch.start for stretch in nearest(arabic, at)):
                yield Slip(at, match.end(), match[0].translate(TO_PERSIAN))

    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        typed = dict.fromkeys(text.raw[slip.start] for slip in slips)
        return Finding(_message(typed), _help(typed))

    def _ids(self, item: Script, scene: Scene) -> Iterator[Finding]:
        for token in item.ids:
            typed = dict.fromkeys(self.pattern.findall(token))
            if typed and self.concerns(Words(token, ""), item, scene):
                edit = Edit(span_of(token), token.translate(TO_PERSIAN))
                yield Finding(
                    f"the id `{token}` has {_named(typed)}",
                    _help(typed),
                    span=span_of(token),
                    fix=Fix(_MENDS, (edit,)),
                )


def _message(typed: Iterable[str]) -> str:
    return f"this Persian text has {_named(typed)}"


def _named(typed: Iterable[str]) -> str:
    signs = [f"`{sign}` (U+{ord(sign):04X})" for sign in typed]
    return f"the Arabic letter{'s' * (len(signs) > 1)} {' and '.join(signs)}"


def _help(typed: Iterable[str]) -> str:
    persian = dict.fromkeys(sign.translate(TO_PERSIAN) for sign in typed)
    return "write " + " and ".join(f"`{sign}` (U+{ord(sign):04X})" for sign in persian)
