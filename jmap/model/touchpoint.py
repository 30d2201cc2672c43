"""Touchpoints: where stage and channel cross."""

from typing import Annotated, ClassVar, Literal

from jmap.model.declared import Declared
from jmap.model.experience import Experience
from jmap.model.fields import Address, ChannelRef, Confidence, Id, JourneyRef, QuestionRef, Text
from jmap.model.lines import Backstage, Benchmark, Churn, Effect, Importance, Link, Owner
from jmap.model.measure import Measured
from jmap.model.statement import Head, Line


class Touchpoint(Declared, Measured, Experience):
    """One moment in which customer and organisation meet: the cell of the map, where stage and
    channel cross.
    """

    keyword = "touchpoint"
    example = 'touchpoint compare on website "Comparison page" {\n  current 2\n  desired 5\n}'
    scope: ClassVar[Literal["workspace", "journey", ""]] = "journey"
    channel: Annotated[ChannelRef | None, Head("Where it happens", "on")] = None
    kind: Annotated[
        Literal["event", "interaction", "friction"] | None,
        Line("A key event, an interaction, or friction"),
    ] = None
    mode: Annotated[
        Literal["digital", "physical"] | None,
        Line("Online or in person, on a channel of both"),
    ] = None
    moment_of_truth: Annotated[bool, Line("Here the customer decides what to think of us")] = False
    status: Annotated[
        Literal["live", "planned", "gap", "retired"] | None, Line("Whether it exists")
    ] = None
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
    action: Annotated[tuple[Text, ...], Line("What we do", ordered=True)] = ()
    effect: Annotated[tuple[Effect, ...], Line("What that does to the customer")] = ()
    importance: Annotated[Importance | None, Line("How much it matters, 1 to 5")] = None
    confidence: Annotated[Confidence | None, Line("How sure we are of all this")] = None
    fine: Annotated[Text | None, Line("Why nothing needs to change here")] = None
    churn: Annotated[tuple[Churn, ...], Line("Customers who leave here")] = ()
    answers: Annotated[
        tuple[QuestionRef, ...], Line("A question of the customer that this answers")
    ] = ()
    backstage: Annotated[
        tuple[Backstage, ...], Line("What happens out of the customer's sight")
    ] = ()
    support: Annotated[tuple[Backstage, ...], Line("What the backstage relies on")] = ()
    skills: Annotated[tuple[Text, ...], Line("What staff must be able to do", "skill")] = ()
    resources: Annotated[tuple[Text, ...], Line("What staff work with", "resource")] = ()
    guideline: Annotated[tuple[Text, ...], Line("How staff should behave")] = ()
    personalise: Annotated[tuple[Text, ...], Line("How it is fitted to this customer")] = ()
    resolution: Annotated[Text | None, Line("How it ends well")] = None
    benchmark: Annotated[tuple[Benchmark, ...], Line("Somebody who does it better")] = ()
    links: Annotated[tuple[Link, ...], Line("A story or requirement", "link")] = ()
    image: Annotated[Address | None, Line("A picture, as a path")] = None
    tags: Annotated[tuple[Id, ...], Line("A word to filter by", "tag")] = ()
    opens: Annotated[JourneyRef | None, Line("A journey that shows this in detail")] = None
