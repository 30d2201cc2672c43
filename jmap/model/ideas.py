"""What hurts and what might be done: questions, pains, risks, opportunities, and what is
measured.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from jmap.model.declarations import Extras
from jmap.model.fields import (
    Amount,
    Better,
    Day,
    Id,
    Level,
    MetricRef,
    PainRef,
    Points,
    Share,
    TenPoints,
    Text,
)
from jmap.model.lines import Enabler, Evidence, Owner
from jmap.model.quantity import Quantity, common_dimension
from jmap.model.statement import Head, Line, Problem, Statement


class Item(Statement):
    """Something small with a text, and an id where others refer to it."""

    scope: ClassVar[Literal["workspace", "journey", ""]] = "journey"
    id: Annotated[Id | None, Head("What other statements call it")] = None
    was: Annotated[Id | None, Head("The id it had before it was renamed", "was")] = None
    text: Annotated[Text, Head("What it says")]
    extras: Extras = ()

    def problems(self) -> Iterator[Problem]:
        """Only what has an id can have had another one."""
        if self.was and not self.id:
            yield Problem(
                "missing-value", "was", "`was` needs the new id before it", "write the id"
            )


class Question(Item):
    """Something the customer wants to know. A touchpoint ``answers`` it."""

    keyword = "question"
    example = 'question price "What is the real monthly total?"'


class Pain(Item):
    """Something that hurts the customer here."""

    keyword = "pain"
    example = 'pain fees "Fees appear at the last step" {\n  severity high\n}'
    severity: Annotated[Level | None, Line("How much it hurts")] = None
    because: Annotated[tuple[Text, ...], Line("Why it happens, or what feeling drives it")] = ()
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
    evidence: Annotated[tuple[Evidence, ...], Line("What this rests on")] = ()


class Risk(Item):
    """Something that may go wrong here."""

    keyword = "risk"
    example = (
        'risk no-stock "No loan routers left" {\n  likelihood medium\n  remedy "Order weekly"\n}'
    )
    likelihood: Annotated[Level | None, Line("How likely it is")] = None
    remedy: Annotated[tuple[Text, ...], Line("What to do about it")] = ()
    owner: Annotated[Owner | None, Line("Who answers for it")] = None


class Opportunity(Item):
    """An idea that would make things better, with what is needed to rank it against others."""

    keyword = "opportunity"
    example = 'opportunity total "Total-cost calculator" {\n  eases fees\n  impact 5\n  effort 2\n}'
    eases: Annotated[tuple[PainRef, ...], Line("A pain that it eases")] = ()
    kind: Annotated[
        Literal["fix", "new-value"] | None, Line("Mends something, or adds something")
    ] = None
    reach: Annotated[Points | None, Line("How many customers a period meet it")] = None
    impact: Annotated[
        Points | None, Line("How much it helps each of them, on the team's scale")
    ] = None
    confidence: Annotated[Share | None, Line("How sure that is")] = None
    effort: Annotated[Points | None, Line("What it costs, such as person-months")] = None
    importance: Annotated[TenPoints | None, Line("How important customers hold it, 0 to 10")] = None
    satisfaction: Annotated[TenPoints | None, Line("How content they are with it now, 0 to 10")] = (
        None
    )
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
    due: Annotated[Day | None, Line("When it should be done")] = None
    status: Annotated[
        Literal["idea", "planned", "doing", "done", "dropped"] | None, Line("How far it is")
    ] = None
    benefits: Annotated[
        tuple[
            Literal[
                "satisfaction", "retention", "cost", "marketing", "willingness-to-pay",
                "word-of-mouth", "brand", "engagement",
            ],
            ...,
        ],
        Line("What the organisation gains", "benefit"),
    ] = ()  # fmt: skip
    enablers: Annotated[tuple[Enabler, ...], Line("What it needs first", "enabler")] = ()


class Measured(Statement):
    """The three levels of experience that gaps are computed from: what is, what is wanted, what is
    meant.
    """

    current: Annotated[Amount | None, Line("What customers get now")] = None
    desired: Annotated[Amount | None, Line("What customers want")] = None
    intended: Annotated[Amount | None, Line("What we set out to give")] = None
    better: Annotated[
        Better | None, Line("Whether higher or lower is better, where it is not plain")
    ] = None

    def problems(self) -> Iterator[Problem]:
        """All levels must be in one unit: minutes are not compared with percent."""
        levels = self.levels
        first = next(iter(levels.values()), None)
        for name, quantity in levels.items():
            if first and common_dimension([first, quantity]) is None:
                yield Problem(
                    "unit-mismatch",
                    name,
                    f"a {quantity.dimension} does not compare with a {first.dimension}",
                    f"give `current`, `desired` and `intended` as a {first.dimension}",
                )

    @property
    def levels(self) -> dict[str, Quantity]:
        """The levels that are known, by name."""
        names = ("current", "desired", "intended")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}


class Measure(Measured):
    """A metric at this place: its value now, and the values wanted and meant."""

    keyword = "measure"
    example = "measure csat {\n  current 412/640\n  desired 90%\n}"
    metric: Annotated[MetricRef, Head("What is measured")]
    period: Annotated[Text | None, Line("When or over what time it was measured")] = None
    extras: Extras = ()
