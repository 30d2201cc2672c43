"""Statements of one line that hold several values: who owns it, what is felt, what is promised."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from jmap.model.fields import (
    Address,
    Amount,
    BackstageRef,
    ChannelRef,
    Confidence,
    Day,
    Id,
    LaneRef,
    Mood,
    OneLine,
    PersonaRef,
    Rating,
    Share,
    Sign,
    TeamRef,
    Text,
    Time,
    Times,
    TouchpointRef,
)
from jmap.model.forms import IdForm
from jmap.model.statement import Head


@dataclass(frozen=True, slots=True)
class Owner(OneLine):
    """Who answers for this. A backup answers when the owner cannot; ``after`` is when it is
    escalated.
    """

    example: ClassVar[str] = "owner pricing backup web after 4h"
    team: TeamRef
    backup: Annotated[TeamRef | None, Head("Who stands in", "backup")] = None
    after: Annotated[Time | None, Head("When it goes to the backup", "after")] = None


@dataclass(frozen=True, slots=True)
class Effect(OneLine):
    """What our action does to the customer's experience: + better, - worse, ± both."""

    example: ClassVar[str] = 'effect - "Feels that part of the price is hidden"'
    sign: Sign | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Feeling(OneLine):
    """How the customer feels, from -2 (very bad) to +2 (very good). Several lines are a mood that
    moves.
    """

    example: ClassVar[str] = 'feel -1 "suspicious" because "the price moved"'
    level: Mood
    word: Text | None = None
    because: Annotated[Text | None, Head("Why", "because")] = None
    persona: Annotated[PersonaRef | None, Head("Who feels it", "as")] = None
    confidence: Annotated[Confidence | None, Head("How sure we are")] = None


@dataclass(frozen=True, slots=True)
class Said(OneLine):
    """Something a customer does, thinks or says, in words."""

    text: Text
    persona: Annotated[PersonaRef | None, Head("Whose it is", "as")] = None
    confidence: Annotated[Confidence | None, Head("How sure we are")] = None


@dataclass(frozen=True, slots=True)
class Rated(OneLine):
    """Something a customer puts in, from 1 (hardly any) to 5 (a great deal)."""

    level: Rating
    persona: Annotated[PersonaRef | None, Head("Whose it is", "as")] = None


@dataclass(frozen=True, slots=True)
class Trusted(OneLine):
    """How far the customer trusts us here, from -2 to +2."""

    level: Mood
    persona: Annotated[PersonaRef | None, Head("Whose it is", "as")] = None


@dataclass(frozen=True, slots=True)
class Takes(OneLine):
    """How long it takes the customer: a duration, or a range of durations."""

    example: ClassVar[str] = "takes 1d..3d"
    time: Times
    persona: Annotated[PersonaRef | None, Head("Whose it is", "as")] = None


@dataclass(frozen=True, slots=True)
class Importance(OneLine):
    """How much this matters, from 1 to 5: to the customer, and what the company believes."""

    example: ClassVar[str] = "importance 5 company 3"
    customer: Rating
    company: Annotated[Rating | None, Head("How much the company thinks it matters", "company")] = (
        None
    )


@dataclass(frozen=True, slots=True)
class Backstage(OneLine):
    """What happens where the customer cannot see it: a system, process, team or product, and what
    it does.
    """

    example: ClassVar[str] = 'backstage pricing-engine "Adds regional fees"'
    by: BackstageRef | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Skip(OneLine):
    """A channel that deliberately does not serve a stage, and why."""

    example: ClassVar[str] = 'skip phone "Tariffs are compared in writing only"'
    channel: ChannelRef
    reason: Text


@dataclass(frozen=True, slots=True)
class Responds(OneLine):
    """A channel's promise: within what time it answers, and for what share of contacts."""

    example: ClassVar[str] = "responds 80% within 20s"
    within: Annotated[Time, Head("The time limit", "within")]
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Reviewed(OneLine):
    """When the map was last checked against reality, and how often that has to happen."""

    example: ClassVar[str] = "reviewed 2026-10-04 every 90d"
    on: Day
    every: Annotated[Time | None, Head("The longest time between two reviews", "every")] = None


@dataclass(frozen=True, slots=True)
class Tested(OneLine):
    """A walk through the journey in the customer's shoes, and what it found."""

    example: ClassVar[str] = 'tested 2026-09-01 walkthrough "The form timed out twice"'
    on: Day
    kind: Literal["walkthrough", "mystery-shopping", "usability-test", "interview"] | None = None
    found: Text | None = None


@dataclass(frozen=True, slots=True)
class Goal(OneLine):
    """What the customer wants to have reached, in the customer's words."""

    example: ClassVar[str] = 'goal "A working line on moving day"'
    text: Text
    kind: Literal["buy", "trial", "answer", "resolve", "other"] | None = None


@dataclass(frozen=True, slots=True)
class Objective(OneLine):
    """What the organisation wants of this journey, and the line of its strategy that this
    serves.
    """

    example: ClassVar[str] = 'objective "Halve repeat calls" serves "Easy to deal with"'
    text: Text
    serves: Annotated[Text | None, Head("The line of the strategy", "serves")] = None


@dataclass(frozen=True, slots=True)
class Driver(OneLine):
    """Something customers hold important for staying loyal, from 1 to 5."""

    example: ClassVar[str] = 'driver "The price never surprises me" importance 5'
    text: Text
    importance: Annotated[Rating | None, Head("How important it is", "importance")] = None


@dataclass(frozen=True, slots=True)
class Contributor(OneLine):
    """A team, and if wanted a person of it, that helped to draw the map."""

    example: ClassVar[str] = 'contributor billing "Sam Reyes"'
    team: TeamRef
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class Fact(OneLine):
    """Any other fact about a persona, under a name of your own."""

    example: ClassVar[str] = 'fact home "Top-floor flat, rented"'
    name: Id
    text: Text


@dataclass(frozen=True, slots=True)
class Evidence(OneLine):
    """What a statement rests on, and where to find it."""

    example: ClassVar[str] = 'evidence "12 interviews, May 2026" "research/may.md"'
    text: Text
    at: Address | None = None


@dataclass(frozen=True, slots=True)
class Link(OneLine):
    """A story, requirement or ticket that belongs to this."""

    example: ClassVar[str] = 'link "WEB-412 Save the basket" "https://example.org/WEB-412"'
    text: Text
    at: Address


@dataclass(frozen=True, slots=True)
class Note(OneLine):
    """An entry in a custom lane of the map."""

    example: ClassVar[str] = 'note legal "Consent is recorded here"'
    lane: LaneRef | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Step(OneLine):
    """The next touchpoint of a path, and what happens there this time."""

    example: ClassVar[str] = 'step install "Second visit"'
    touchpoint: TouchpointRef
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Churn(OneLine):
    """Customers who leave here: why, and how many of how many."""

    example: ClassVar[str] = 'churn 588/4200 "Hang up before an answer"'
    amount: Amount | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Benchmark(OneLine):
    """Somebody who does this better, perhaps in another trade, and how well."""

    example: ClassVar[str] = 'benchmark "Parcel delivery, one-hour slots" 1h source "their site"'
    who: Text
    amount: Amount | None = None
    source: Annotated[Text | None, Head("Where the figure comes from", "source")] = None


@dataclass(frozen=True, slots=True)
class Feedback(OneLine):
    """How we hear from customers here: asked directly, or learned from what they do."""

    example: ClassVar[str] = 'feedback direct "Survey by text message" real-time'
    kind: Literal["direct", "indirect"] | None = None
    text: Text | None = None
    real_time: bool = False


@dataclass(frozen=True, slots=True)
class Enabler(OneLine):
    """What an opportunity needs first: a system, training, or a change of culture."""

    example: ClassVar[str] = 'enabler training "Two hours on the new script"'
    kind: Literal["system", "training", "culture"]
    text: Text | None = None


class _ExtraIdForm(IdForm):
    """The word of an ``x-…`` line."""


@dataclass(frozen=True, slots=True)
class Extra(OneLine):
    """A fact of the house that the language has no word for: kept, printed and exported, never
    interpreted.
    """

    example: ClassVar[str] = 'x-cost-centre "4711"'
    name: Annotated[str, _ExtraIdForm(), StringConstraints(pattern=r"^x-\S+$")]
    text: Text | None = None
