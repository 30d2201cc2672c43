"""Goals that only the organisation can have."""

from collections.abc import Iterable, Iterator

from jmap.diagnostics import Edit, Fix
from jmap.model.declared import Declared
from jmap.model.journey import Journey
from jmap.model.lines import Goal
from jmap.model.persona import Persona
from jmap.model.stage import Stage
from jmap.rules.finding import Finding
from jmap.rules.knowledge.business import in_business, serves_business
from jmap.rules.knowledge.voice import (
    company_speaks,
    insiders_speak,
    speaks_of_income,
    speaks_of_work,
)
from jmap.rules.pattern import Pattern
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.source import Span
from jmap.syntax.shorten import shorten
from jmap.syntax.words import words

_LINE = Pattern(r"(?P<start>\S+(?:\s+[^\s\"«]+)?)\s+(?P<text>\"(?:[^\"\\]|\\.)+\"|«[^«»]+»)")


class CompanyVoicedGoal(Rule[Declared]):
    """A goal or expectation of the customer says what the organisation wants.

    Nobody rings a hotline in order to raise its conversion. Once a map takes the company's aims
    for its customers' wishes, every gap is measured against the wrong thing, and what customers
    came for is nowhere on it. What the organisation wants has a place of its own: an objective.

    Looked at are the goals of journeys, stages and personas and what a journey expects; only
    phrases that are certain count, in English and in Persian. "Sell my car" is a customer's goal.
    Where the journey or its persona shows that the customers are in business themselves, such as a
    shop owner who may well want to sell more, the rule keeps silent. Of a persona little may be
    known but a name: there wishes for more sales, revenue or customers are left in peace, and only
    words such as conversion, churn, upselling or "our brand" count.
    """

    tags = ("framing", "personas")
    profiles = (DEFAULT,)
    good = """
persona farah "Farah Nouri" { goal "A home that two people can afford" }
journey sofa "Buying a sofa" {
  for farah
  goal buy "A sofa that fits through the door"
  objective "Sell more sofas online" serves "A third of sales online"
  stage part "Part with the old one" { goal "Sell the old sofa" }
  stage pay "پرداخت" { goal "کاهش هزینهٔ ارسال" }
}
"""
    bad = """
persona farah "Farah Nouri" { goal "Become a customer that buys from our brand again" }
journey sofa "Buying a sofa" {
  for farah
  objective "A third of sales online"
  goal buy "Increase online sales"
  expects "Learn about our products"
  stage choose "Choose" { goal "Upsell to premium fabrics" }
  stage pay "پرداخت" { goal "افزایش نرخ تبدیل" }
}
"""

    def check(self, item: Declared, scene: Scene) -> Iterable[Finding]:
        if isinstance(item, Journey):
            yield from self._of_journey(item, scene)
        elif isinstance(item, Stage):
            yield from self._of_stage(item, scene)
        elif isinstance(item, Persona):
            yield from self._of_persona(item)

    def _of_journey(self, journey: Journey, scene: Scene) -> Iterator[Finding]:
        for goal in journey.goals:
            if _is_voiced(goal.text, journey, scene):
                yield Finding(
                    _message(goal.text),
                    "say what the customer wants to have reached; what the organisation wants is "
                    'an objective: objective "…"',
                    item=goal,
                    fix=_fix(goal, scene),
                )
        for nth, text in enumerate(journey.expects):
            if _is_voiced(text, journey, scene):
                yield Finding(
                    _message(text),
                    "say what the customer takes for granted",
                    field="expects",
                    nth=nth,
                )

    def _of_stage(self, stage: Stage, scene: Scene) -> Iterator[Finding]:
        journey = scene.journey
        for goal in stage.goals:
            if journey is not None and _is_voiced(goal.text, journey, scene):
                yield Finding(
                    _message(goal.text),
                    "say what the customer wants of this stage; what the organisation wants stands "
                    'on the journey: objective "…"',
                    item=goal,
                )

    def _of_persona(self, persona: Persona) -> Iterator[Finding]:
        for nth, text in enumerate(persona.goals):
            if insiders_speak(text) and not in_business(persona):
                yield Finding(
                    _message(text),
                    "say what this customer wants in life or work",
                    field="goals",
                    nth=nth,
                )


def _is_voiced(text: str, journey: Journey, scene: Scene) -> bool:
    if company_speaks(text):
        return not serves_business(journey, scene)
    if not speaks_of_income(text):
        return False
    around = (journey.label, *journey.scenario)
    return not any(map(speaks_of_work, around)) and not serves_business(journey, scene)


def _message(text: str) -> str:
    return f'"{shorten(text)}" is what the organisation wants, not what its customer wants'


def _fix(goal: Goal, scene: Scene) -> Fix | None:
    """Makes an objective of it, where the line is written plainly."""
    place = scene.survey.origins.where(goal)
    if place is None:
        return None
    written = place.source.text[place.span.start : place.span.end]
    line = _LINE.fullmatch(written)
    if line is None:
        return None
    keyword = line["start"].split()[0]
    language = words().language_of("statements", keyword) or "en"
    spelled = words().spelled("statements", "objective", language)
    edit = Edit(Span(place.span.start, place.span.start + len(line["start"])), spelled)
    return Fix("make it an objective of the organisation", (edit,), safe=False)
