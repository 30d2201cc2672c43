"""Teams: who answers for things."""

from typing import Annotated, Literal

from jmap.model.declared import Declared
from jmap.model.fields import TeamRef, Text
from jmap.model.statement import Line


class Team(Declared):
    """Who answers for things: a unit, a person, or a partner outside the organisation."""

    keyword = "team"
    example = 'team field "Field operations" {\n  kind unit\n  lead "Regional lead"\n}'
    kind: Annotated[
        Literal["unit", "person", "partner"] | None, Line("What sort of owner it is")
    ] = None
    lead: Annotated[Text | None, Line("Who leads it")] = None
    accountable: Annotated[TeamRef | None, Line("Who inside answers for a partner")] = None
    skills: Annotated[
        tuple[Text, ...], Line("Something its people must be able to do", "skill")
    ] = ()
