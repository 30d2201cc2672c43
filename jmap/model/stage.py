"""Stages: the parts of a journey as the customer sees them."""

from typing import Annotated, ClassVar, Literal

from jmap.model.declared import Declared
from jmap.model.experience import Experience
from jmap.model.fields import JourneyRef, Text
from jmap.model.lines import Churn, Goal, Owner, Skip
from jmap.model.statement import Line
from jmap.model.touchpoint import Touchpoint


class Stage(Declared, Experience):
    """A part of the journey as the customer sees it: a column of the map."""

    keyword = "stage"
    example = 'stage choose "Choose a tariff" {\n  owner pricing\n}'
    scope: ClassVar[Literal["workspace", "journey", ""]] = "journey"
    goals: Annotated[tuple[Goal, ...], Line("What the customer wants of this stage", "goal")] = ()
    owner: Annotated[Owner | None, Line("Who answers for the stage")] = None
    exit: Annotated[Text | None, Line("What is true when the customer moves on")] = None
    becomes: Annotated[
        Text | None, Line("What the customer turns into: lead, customer, member")
    ] = None
    skips: Annotated[tuple[Skip, ...], Line("A channel left out on purpose", "skip")] = ()
    churn: Annotated[tuple[Churn, ...], Line("Customers who leave here")] = ()
    opens: Annotated[JourneyRef | None, Line("A journey that shows this stage in detail")] = None
    touchpoints: Annotated[tuple[Touchpoint, ...], Line("A moment of contact", ordered=True)] = ()
