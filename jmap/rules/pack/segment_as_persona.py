"""Segments of a market in place of a persona."""

from collections.abc import Iterable

from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.persona import Persona
from jmap.model.quantity import Bounds
from jmap.rules.finding import Finding
from jmap.rules.knowledge.segment import names_segment
from jmap.rules.rule import DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.shorten import shorten

_HELP = 'give one person a name, and keep the segment beside it: segment "…"'


class SegmentAsPersona(Rule[Persona | Journey]):
    """A persona is a segment of the market: its title names nothing but a group, or its age is a
    range of many years.

    Nobody is 18 to 30 years old. A segment tells how many customers there are, a persona how one of
    them lives: only with one person in mind can a team say what she does, thinks and fears next. A
    map drawn for a segment is true of nobody in it.

    Only what is certain counts as a segment: ages, "SMB customers", "millennials" and the like. A
    role such as "patient" or "new customer" is left in peace, and so is a range of a few years.
    """

    tags = ("personas",)
    profiles = (DEFAULT,)
    span = Setting(
        20,
        "The widest range of ages that one person may stand for, in years.",
        low=0,
        profiles={STRICT: 10},
    )
    good = """
persona kaveh "Kaveh Amiri" {
  age 28
  segment "Men, 18 to 30"
  about "Lives in a suburb with his wife and a newborn; shops on his phone, at night."
}
persona mina "مینا رستگار" {
  age 35..39
  job "معلم دبستان"
}
journey order "Ordering a pushchair" {
  for kaveh
  for mina
}
"""
    bad = """
persona young-men "Men, 18 to 30" {
  about "Shop on their phones."
}
persona reader "خوانندهٔ روزنامه" {
  age 25..60
}
journey order "Ordering a pushchair" {
  for young-men
  for reader
  for "SMB customers"
}
"""

    def check(self, item: Persona | Journey, scene: Scene) -> Iterable[Finding]:
        if isinstance(item, Journey):
            yield from self._quoted(item)
        elif isinstance(item.age, Bounds) and item.age.high - item.age.low > self.span:
            yield Finding(
                f"`{item.id}` is a segment, not one person, by its age span of "
                f"{item.age.high - item.age.low:g} years ({item.age.low:g} to {item.age.high:g})",
                'write the age of one of them: age …; the segment may stand beside it: segment "…"',
                field="age",
            )
        elif names_segment(_spoken(item)):
            yield Finding(
                f'"{shorten(_spoken(item))}" is a segment of the market, not one person', _HELP
            )

    def _quoted(self, journey: Journey) -> Iterable[Finding]:
        for nth, name in enumerate(journey.personas):
            if isinstance(name, AdHoc) and names_segment(name.name):
                yield Finding(
                    f'"{shorten(name.name)}" is a segment of the market, not one person',
                    'name one person, or declare a persona and keep the segment there: segment "…"',
                    field="personas",
                    nth=nth,
                )


def _spoken(persona: Persona) -> str:
    """What people call it; an id that stands for a title is read word by word."""
    return persona.title or persona.id.replace("-", " ")
