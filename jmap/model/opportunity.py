"""Opportunities: ideas that would make things better."""

from typing import Annotated, Literal

from jmap.model.fields import Benefit, Day, PainRef, Points, Share, TenPoints
from jmap.model.item import Item
from jmap.model.lines import Enabler, Owner
from jmap.model.statement import Line


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
    benefits: Annotated[tuple[Benefit, ...], Line("What the organisation gains", "benefit")] = ()
    enablers: Annotated[tuple[Enabler, ...], Line("What it needs first", "enabler")] = ()
