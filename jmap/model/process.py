"""Processes: procedures behind the scenes."""

from typing import Annotated

from jmap.model.declared import Declared
from jmap.model.lines import Owner
from jmap.model.statement import Line


class Process(Declared):
    """A procedure that a touchpoint meets behind the scenes."""

    keyword = "process"
    example = 'process credit-check "Credit check"'
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
