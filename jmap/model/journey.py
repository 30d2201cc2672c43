"""Journeys: what a customer goes through to reach a goal."""

from collections.abc import Iterator
from typing import Annotated, Literal

from jmap.model.declared import Declared
from jmap.model.fields import Benefit, Id, JourneyRef, PersonaRef, ProductRef, Scale, Text
from jmap.model.lines import (
    Churn,
    Contributor,
    Evidence,
    Goal,
    Link,
    Note,
    Objective,
    Owner,
    Reviewed,
    Tested,
)
from jmap.model.measure import Measure
from jmap.model.path import Path
from jmap.model.question import Question
from jmap.model.stage import Stage
from jmap.model.statement import Line
from jmap.model.touchpoint import Touchpoint


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
    benefits: Annotated[tuple[Benefit, ...], Line("What the organisation gains", "benefit")] = ()
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
    churn: Annotated[tuple[Churn, ...], Line("Customers who leave on the way")] = ()
    measures: Annotated[tuple[Measure, ...], Line("A metric of the whole journey")] = ()
    notes: Annotated[tuple[Note, ...], Line("An entry in a custom lane", "note")] = ()
    links: Annotated[tuple[Link, ...], Line("A story or requirement", "link")] = ()
    tags: Annotated[tuple[Id, ...], Line("A word to filter by", "tag")] = ()
    stages: Annotated[tuple[Stage, ...], Line("A part of the journey", ordered=True)] = ()
    paths: Annotated[tuple[Path, ...], Line("A way through the touchpoints")] = ()

    @property
    def touchpoints(self) -> Iterator[Touchpoint]:
        """All touchpoints, stage by stage."""
        return (touchpoint for stage in self.stages for touchpoint in stage.touchpoints)
