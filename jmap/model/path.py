"""Paths: the ways that customers take through the touchpoints."""

from typing import Annotated, ClassVar, Literal

from jmap.model.declared import Declared
from jmap.model.fields import PersonaRef, Text
from jmap.model.lines import Step
from jmap.model.statement import Head, Line


class Path(Declared):
    """One way through the touchpoints, step by step; a negative path is what happens when things
    go wrong.
    """

    keyword = "path"
    example = 'path happy "Orders online" {\n  step compare\n  step order\n}'
    scope: ClassVar[Literal["workspace", "journey", ""]] = "journey"
    negative: Annotated[bool, Head("Things go wrong on this path")] = False
    persona: Annotated[PersonaRef | None, Head("Whose path it is", "for")] = None
    trigger: Annotated[Text | None, Line("What sets it off")] = None
    steps: Annotated[tuple[Step, ...], Line("The next touchpoint", "step", ordered=True)] = ()
