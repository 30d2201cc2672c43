"""Products: what journeys are about."""

from typing import Annotated

from jmap.model.declared import Declared
from jmap.model.lines import Owner
from jmap.model.statement import Line


class Product(Declared):
    """A product or service that journeys are about."""

    keyword = "product"
    example = 'product fibre "Fibre 500"'
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
