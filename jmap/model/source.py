"""Sources: where measured data comes from."""

from typing import Annotated

from jmap.model.declared import Declared
from jmap.model.fields import Address
from jmap.model.lines import Fact, Owner
from jmap.model.statement import Line


class Source(Declared):
    """Where measured data comes from, and which column means what. Only measuring reads it."""

    keyword = "source"
    example = 'source calls "Call log" {\n  file "data/calls.csv"\n  column wait "Seconds"\n}'
    file: Annotated[Address | None, Line("The file, inside the workspace")] = None
    columns: Annotated[tuple[Fact, ...], Line("A column and its meaning", "column")] = ()
    owner: Annotated[Owner | None, Line("Who answers for the data")] = None
