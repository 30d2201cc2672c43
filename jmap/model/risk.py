"""Risks: what may go wrong."""

from typing import Annotated

from jmap.model.fields import Level, Text
from jmap.model.item import Item
from jmap.model.lines import Owner
from jmap.model.statement import Line


class Risk(Item):
    """Something that may go wrong here."""

    keyword = "risk"
    example = (
        'risk no-stock "No loan routers left" {\n  likelihood medium\n  remedy "Order weekly"\n}'
    )
    likelihood: Annotated[Level | None, Line("How likely it is")] = None
    remedy: Annotated[tuple[Text, ...], Line("What to do about it")] = ()
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
