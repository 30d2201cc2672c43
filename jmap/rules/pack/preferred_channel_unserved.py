"""Channels that a persona prefers and the journey does not offer."""

from collections.abc import Iterable, Iterator

from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.persona import Persona
from jmap.model.stage import Stage
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.offer import ChannelName, offer_of
from jmap.rules.knowledge.reference import shown
from jmap.rules.rule import DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.views.sentences import listed


class PreferredChannelUnserved(Rule[Journey]):
    """A persona of the journey prefers a channel on which nothing happens in the whole journey.

    Somebody who would rather write is offered a call, does not take it, and is lost without a
    complaint. Either the journey meets these customers where they are, or the map says why it does
    not: skip chat "…".

    Another channel of the same kind is an answer too. Silent where a touchpoint does not name its
    channel, where most stages have no touchpoint yet, and where a channel in quotes may be the one
    that is meant. The strict profile looks at each stage: there one channel that the persona likes
    is enough.
    """

    tags = ("channels", "personas")
    profiles = (DEFAULT,)
    each_stage = Setting(
        False, "Whether each stage must offer a channel that the persona prefers.",
        profiles={STRICT: True},
    )  # fmt: skip
    good = """
channel chat "Live chat" { kind chat }
channel website "Website" { kind web }
persona dana "Dana Okafor" { prefers chat }
journey internet "Ordering home internet" {
  for dana
  stage choose "Choose" {
    touchpoint ask on chat "Ask"
  }
  stage order "Order" {
    skip chat "A contract needs a form"
    touchpoint form on website "Form"
  }
}
"""
    bad = """
channel chat "Live chat" { kind chat }
channel website "Website" { kind web }
persona dana "Dana Okafor" { prefers chat }
journey internet "Ordering home internet" {
  for dana
  stage choose "Choose" {
    touchpoint compare on website "Comparison page"
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        personas = [
            (nth, persona)
            for nth, name in enumerate(item.personas)
            if (persona := scene.persona(name)) and persona.prefers
        ]
        if not personas or item.status == "retired":
            return
        whole = offer_of(item.stages, scene)
        for nth, persona in personas:
            lacking = [name for name in persona.prefers if whole.lacks(name, scene)]
            if lacking:
                yield _of_journey(persona, nth, lacking)
            if self.each_stage:
                rest = [name for name in persona.prefers if name not in lacking]
                for stage in item.stages:
                    yield from _of_stage(stage, persona, rest, scene)


def _of_journey(persona: Persona, nth: int, lacking: list[ChannelName]) -> Finding:
    names = [shown(name) for name in lacking]
    there, which = ("there", "it") if len(names) == 1 else ("on either", "one of them")
    if len(names) > 2:
        there = "on any of them"
    return Finding(
        f"`{persona.id}` prefers {listed(names)}, and nothing happens {there} in this journey",
        f'add a touchpoint on {which}, or say in a stage why not: skip {_written(lacking[0])} "…"',
        field="personas",
        nth=nth,
        also=tuple(
            Also(persona, f"prefers {said}", "prefers", persona.prefers.index(name))
            for said, name in zip(names, lacking, strict=True)
        ),
    )


def _of_stage(
    stage: Stage, persona: Persona, names: list[ChannelName], scene: Scene
) -> Iterator[Finding]:
    offer = offer_of([stage], scene)
    lacking = [name for name in names if offer.lacks(name, scene)]
    if not lacking or any(offer.serves(name, scene) for name in names):
        return
    yield Finding(
        f"`{stage.id}` offers `{persona.id}` no channel that they prefer: "
        f"{listed([shown(name) for name in lacking], 'or')}",
        f'add a touchpoint there, or say why not: skip {_written(lacking[0])} "…"',
        item=stage,
    )


def _written(name: ChannelName) -> str:
    return f'"{name.name}"' if isinstance(name, AdHoc) else name
