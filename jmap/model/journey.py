"""Journeys: stages, the touchpoints in them, and the paths that customers take through them."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from jmap.model.declarations import Declared
from jmap.model.fields import (
    Address,
    ChannelRef,
    Confidence,
    Id,
    JourneyRef,
    PersonaRef,
    ProductRef,
    QuestionRef,
    Scale,
    Text,
)
from jmap.model.ideas import Measure, Measured, Opportunity, Pain, Question, Risk
from jmap.model.lines import (
    Backstage,
    Benchmark,
    Churn,
    Contributor,
    Effect,
    Evidence,
    Feedback,
    Feeling,
    Goal,
    Importance,
    Link,
    Note,
    Objective,
    Owner,
    Rated,
    Reviewed,
    Said,
    Skip,
    Step,
    Takes,
    Tested,
    Trusted,
)
from jmap.model.statement import Head, Line, Problem, Statement


class Experience(Statement):
    """What the customer lives through: the same lines for a touchpoint and for a whole stage."""

    do: Annotated[tuple[Said, ...], Line("Something the customer does", example='do "Reads"')] = ()
    think: Annotated[
        tuple[Said, ...], Line("Something the customer thinks", example='think "Why?"')
    ] = ()
    say: Annotated[tuple[Said, ...], Line("Something customers said, word for word")] = ()
    feel: Annotated[tuple[Feeling, ...], Line("How the customer feels, -2 to +2")] = ()
    trust: Annotated[tuple[Trusted, ...], Line("How far the customer trusts us, -2 to +2")] = ()
    effort: Annotated[tuple[Rated, ...], Line("How much work it is for the customer, 1 to 5")] = ()
    commitment: Annotated[
        tuple[Rated, ...], Line("How far the customer binds themselves, 1 to 5")
    ] = ()
    takes: Annotated[tuple[Takes, ...], Line("How long it takes the customer")] = ()
    needs: Annotated[tuple[Text, ...], Line("What the customer needs here", "need")] = ()
    pains: Annotated[tuple[Pain, ...], Line("Something that hurts the customer")] = ()
    opportunities: Annotated[tuple[Opportunity, ...], Line("An idea to make it better")] = ()
    risks: Annotated[tuple[Risk, ...], Line("Something that may go wrong")] = ()
    measures: Annotated[tuple[Measure, ...], Line("A metric here")] = ()
    feedback: Annotated[tuple[Feedback, ...], Line("How we hear from customers here")] = ()
    evidence: Annotated[tuple[Evidence, ...], Line("What this rests on")] = ()
    notes: Annotated[tuple[Note, ...], Line("An entry in a custom lane", "note")] = ()


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
    moment_of_truth: Annotated[bool, Line("Here the customer decides what to think of us")] = False
    status: Annotated[
        Literal["live", "planned", "gap", "retired"] | None, Line("Whether it exists")
    ] = None
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
    action: Annotated[tuple[Text, ...], Line("What we do")] = ()
    effect: Annotated[tuple[Effect, ...], Line("What that does to the customer")] = ()
    importance: Annotated[Importance | None, Line("How much it matters, 1 to 5")] = None
    confidence: Annotated[Confidence | None, Line("How sure we are of all this")] = None
    fine: Annotated[Text | None, Line("Why nothing needs to change here")] = None
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


class Stage(Declared, Experience):
    """A part of the journey as the customer sees it: a column of the map."""

    keyword = "stage"
    example = 'stage choose "Choose a tariff" {\n  owner pricing\n}'
    scope: ClassVar[Literal["workspace", "journey", ""]] = "journey"
    goals: Annotated[tuple[Goal, ...], Line("What the customer wants of this stage", "goal")] = ()
    story: Annotated[tuple[Text, ...], Line("What happens, told as a story")] = ()
    owner: Annotated[Owner | None, Line("Who answers for the stage")] = None
    exit: Annotated[Text | None, Line("What is true when the customer moves on")] = None
    becomes: Annotated[
        Text | None, Line("What the customer turns into: lead, customer, member")
    ] = None
    skips: Annotated[tuple[Skip, ...], Line("A channel left out on purpose", "skip")] = ()
    churn: Annotated[tuple[Churn, ...], Line("Customers who leave here")] = ()
    opens: Annotated[JourneyRef | None, Line("A journey that shows this stage in detail")] = None
    touchpoints: Annotated[tuple[Touchpoint, ...], Line("A moment of contact")] = ()


class Path(Declared):
    """One way through the touchpoints, step by step; a negative path is what happens when things
    go wrong.
    """

    keyword = "path"
    example = 'path happy "Orders online" {\n  step compare\n  step order\n}'
    scope: ClassVar[Literal["workspace", "journey", ""]] = "journey"
    negative: Annotated[bool, Head("Things go wrong on this path")] = False
    persona: Annotated[PersonaRef | None, Head("Whose path it is", "for")] = None
    trigger: Annotated[Text | None, Line("What sets it off")] = None
    steps: Annotated[tuple[Step, ...], Line("The next touchpoint", "step")] = ()


class Journey(Declared):
    """What a customer goes through to reach a goal, from start to end."""

    keyword = "journey"
    example = 'journey internet "Ordering home internet" {\n  for dana\n  state current\n}'
    language: Annotated[Id | None, Line("The language of its texts: en, fa, …")] = None
    personas: Annotated[tuple[PersonaRef, ...], Line("Whose journey it is", "for")] = ()
    extends: Annotated[
        JourneyRef | None, Line("A journey of which this restates only what changes")
    ] = None
    state: Annotated[Literal["current", "future"] | None, Line("As it is, or as it should be")] = (
        None
    )
    level: Annotated[Literal["macro", "mid", "micro"] | None, Line("How close the map looks")] = (
        None
    )
    mode: Annotated[
        Literal["normal", "peak", "crisis"] | None, Line("The times it is drawn for")
    ] = None
    visit: Annotated[Literal["first", "returning"] | None, Line("A first visit or a later one")] = (
        None
    )
    status: Annotated[
        Literal["draft", "validated", "live", "retired"] | None,
        Line("How far the map can be trusted"),
    ] = None
    scenario: Annotated[tuple[Text, ...], Line("The problem the customer is solving")] = ()
    questions: Annotated[tuple[Question, ...], Line("Something the customer wants to know")] = ()
    goals: Annotated[tuple[Goal, ...], Line("What the customer wants to have reached", "goal")] = ()
    expects: Annotated[tuple[Text, ...], Line("What the customer takes for granted")] = ()
    reasons: Annotated[tuple[Text, ...], Line("Why customers get in touch", "reason")] = ()
    vision: Annotated[Text | None, Line("The experience we are working towards")] = None
    objectives: Annotated[
        tuple[Objective, ...], Line("What the organisation wants", "objective")
    ] = ()
    starts: Annotated[Text | None, Line("What begins the journey")] = None
    ends: Annotated[Text | None, Line("What ends it")] = None
    product: Annotated[tuple[ProductRef, ...], Line("The product or service it is about")] = ()
    owner: Annotated[Owner | None, Line("Who answers for the whole journey")] = None
    authors: Annotated[tuple[Text, ...], Line("Who drew the map", "author")] = ()
    contributors: Annotated[tuple[Contributor, ...], Line("Who helped", "contributor")] = ()
    reviewed: Annotated[
        Reviewed | None, Line("When it was last checked, and how often it must be")
    ] = None
    tested: Annotated[tuple[Tested, ...], Line("A walk through it, and what that found")] = ()
    scale: Annotated[
        Scale | None, Line("The scale of plain scores; 1..5 where nothing is said")
    ] = None
    evidence: Annotated[tuple[Evidence, ...], Line("What the map rests on")] = ()
    measures: Annotated[tuple[Measure, ...], Line("A metric of the whole journey")] = ()
    notes: Annotated[tuple[Note, ...], Line("An entry in a custom lane", "note")] = ()
    links: Annotated[tuple[Link, ...], Line("A story or requirement", "link")] = ()
    tags: Annotated[tuple[Id, ...], Line("A word to filter by", "tag")] = ()
    stages: Annotated[tuple[Stage, ...], Line("A part of the journey")] = ()
    paths: Annotated[tuple[Path, ...], Line("A way through the touchpoints")] = ()

    @property
    def touchpoints(self) -> Iterator[Touchpoint]:
        """All touchpoints, stage by stage."""
        return (touchpoint for stage in self.stages for touchpoint in stage.touchpoints)

    def problems(self) -> Iterator[Problem]:
        """A score off the journey's scale is a slip of the pen."""
        return iter(())
