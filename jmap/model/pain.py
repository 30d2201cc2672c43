"""Pains: what hurts the customer."""

from typing import Annotated

from jmap.model.fields import Level, Text
from jmap.model.item import Item
from jmap.model.lines import Evidence, Owner
from jmap.model.statement import Line


class Pain(Item):
    """Something that hurts the customer here."""

    keyword = "pain"
    example = 'pain fees "Fees appear at the last step" {\n  severity high\n}'
    severity: Annotated[Level | None, Line("How much it hurts")] = None
    because: Annotated[tuple[Text, ...], Line("Why it happens, or what feeling drives it")] = ()
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
    evidence: Annotated[tuple[Evidence, ...], Line("What this rests on")] = ()
