"""Declarations: who and what journeys speak of, shared between files by import."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from jmap.model.fields import (
    Address,
    Age,
    Amount,
    Better,
    ChannelRef,
    Id,
    MetricRef,
    Scale,
    SourceRef,
    TeamRef,
    Text,
    Time,
)
from jmap.model.lines import Driver, Evidence, Extra, Fact, Owner, Responds
from jmap.model.statement import Head, Line, Problem, Statement

Extras = Annotated[tuple[Extra, ...], Line("A fact of the house, kept and never interpreted", "x-")]


class Declared(Statement):
    """Something with an id that other statements refer to."""

    scope: ClassVar[Literal["workspace", "journey", ""]] = "workspace"
    id: Annotated[Id, Head("What other statements call it")]
    was: Annotated[Id | None, Head("The id it had before it was renamed", "was")] = None
    title: Annotated[Text | None, Head("What people read")] = None
    extras: Extras = ()

    @property
    def label(self) -> str:
        """The title, or the id where there is none."""
        return self.title or self.id


class Persona(Declared):
    """A customer this journey is drawn for: one person with a name and habits, not a market
    segment.
    """

    keyword = "persona"
    example = (
        'persona dana "Dana Okafor" {\n  age 29\n  job "Freelance translator"\n  prefers chat\n}'
    )
    age: Annotated[Age | None, Line("Years, or a range of years")] = None
    gender: Annotated[Text | None, Line("Gender")] = None
    job: Annotated[Text | None, Line("What the persona does for a living")] = None
    education: Annotated[Text | None, Line("Education")] = None
    segment: Annotated[Text | None, Line("The market segment, if one must be named")] = None
    about: Annotated[tuple[Text, ...], Line("Who this is, in a sentence or two")] = ()
    quote: Annotated[tuple[Text, ...], Line("Something the persona really said")] = ()
    goals: Annotated[tuple[Text, ...], Line("What the persona wants in life or work", "goal")] = ()
    needs: Annotated[tuple[Text, ...], Line("What the persona cannot do without", "need")] = ()
    pains: Annotated[tuple[Text, ...], Line("What stands in the persona's way", "pain")] = ()
    motives: Annotated[tuple[Text, ...], Line("What moves the persona to act", "motive")] = ()
    drivers: Annotated[tuple[Driver, ...], Line("What makes the persona stay", "driver")] = ()
    prefers: Annotated[tuple[ChannelRef, ...], Line("A channel the persona would choose")] = ()
    facts: Annotated[tuple[Fact, ...], Line("Any other fact", "fact")] = ()
    image: Annotated[Address | None, Line("A picture, as a path")] = None
    evidence: Annotated[tuple[Evidence, ...], Line("What this persona rests on")] = ()


class Channel(Declared):
    """A way by which customers and the organisation meet."""

    keyword = "channel"
    example = 'channel chat "Live chat" {\n  kind chat\n  responds 90% within 3m\n}'
    kind: Annotated[
        Literal[
            "phone", "email", "chat", "letter", "meeting", "web", "app", "social", "sms",
            "self-service", "other",
        ]
        | None,
        Line("What sort of channel it is"),
    ] = None  # fmt: skip
    mode: Annotated[Literal["digital", "physical"] | None, Line("Online or in person")] = None
    responds: Annotated[Responds | None, Line("The promise: 80% within 20s")] = None
    hours: Annotated[Text | None, Line("When it is open")] = None
    plan: Annotated[tuple[Text, ...], Line("How this channel is meant to please")] = ()
    guideline: Annotated[tuple[Text, ...], Line("How staff should behave in it")] = ()
    owner: Annotated[Owner | None, Line("Who answers for it")] = None


class Team(Declared):
    """Who answers for things: a unit, a person, or a partner outside the organisation."""

    keyword = "team"
    example = 'team field "Field operations" {\n  kind unit\n  lead "Regional lead"\n}'
    kind: Annotated[
        Literal["unit", "person", "partner"] | None, Line("What sort of owner it is")
    ] = None
    lead: Annotated[Text | None, Line("Who leads it")] = None
    accountable: Annotated[TeamRef | None, Line("Who inside answers for a partner")] = None
    skills: Annotated[
        tuple[Text, ...], Line("Something its people must be able to do", "skill")
    ] = ()


class System(Declared):
    """Software or equipment that a touchpoint meets behind the scenes."""

    keyword = "system"
    example = 'system crm "Customer records"'
    owner: Annotated[Owner | None, Line("Who answers for it")] = None


class Process(Declared):
    """A procedure that a touchpoint meets behind the scenes."""

    keyword = "process"
    example = 'process credit-check "Credit check"'
    owner: Annotated[Owner | None, Line("Who answers for it")] = None


class Product(Declared):
    """A product or service that journeys are about."""

    keyword = "product"
    example = 'product fibre "Fibre 500"'
    owner: Annotated[Owner | None, Line("Who answers for it")] = None


class Metric(Declared):
    """Something that is measured, defined once so that the same name means the same everywhere."""

    keyword = "metric"
    example = "metric csat {\n  kind csat\n  method top-2-box\n  scale 1..5\n  target 80%\n}"
    kind: Annotated[
        Literal["csat", "ces", "nps", "rate", "duration", "count", "score"] | None,
        Line("What sort of figure it is"),
    ] = None
    method: Annotated[Id | None, Line("The named convention, such as top-2-box or ces2-mean")] = (
        None
    )
    scale: Annotated[Scale | None, Line("Lowest and highest possible value")] = None
    better: Annotated[Better | None, Line("Whether higher or lower is better")] = None
    target: Annotated[Amount | None, Line("The value to reach")] = None
    of: Annotated[Text | None, Line("The denominator: of what it is a share")] = None
    window: Annotated[Time | None, Line("The time within which it is counted")] = None
    tolerance: Annotated[Amount | None, Line("How wide its interval may be, each side")] = None
    drives: Annotated[
        tuple[Literal["revenue", "referral", "defection", "cost"], ...], Line("What it moves")
    ] = ()
    source: Annotated[SourceRef | None, Line("Where its data comes from", "from")] = None

    def problems(self) -> Iterator[Problem]:
        """A net promoter score runs from -100 to 100, whatever the question's scale."""
        low_high = (self.scale.low, self.scale.high) if self.scale else None
        if self.kind == "nps" and low_high not in (None, (0, 10), (-100, 100)):
            yield Problem(
                "wrong-scale", "scale", "an NPS question has the scale 0..10", "write 0..10"
            )


class Source(Declared):
    """Where measured data comes from, and which column means what. Only measuring reads it."""

    keyword = "source"
    example = 'source calls "Call log" {\n  file "data/calls.csv"\n  column wait "Seconds"\n}'
    file: Annotated[Address | None, Line("The file, inside the workspace")] = None
    columns: Annotated[tuple[Fact, ...], Line("A column and its meaning", "column")] = ()
    owner: Annotated[Owner | None, Line("Who answers for the data")] = None


class Lane(Declared):
    """A row of the map for something of your own: legal, evidence, mood of staff."""

    keyword = "lane"
    example = 'lane legal "Legal"'


class Scorecard(Declared):
    """A named set of metrics that are read together."""

    keyword = "scorecard"
    example = 'scorecard service "Service desk" {\n  metric csat\n}'
    metrics: Annotated[tuple[MetricRef, ...], Line("A metric on the card", "metric")] = ()
