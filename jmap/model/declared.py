"""Something with an id that other statements refer to."""

from typing import Annotated, ClassVar, Literal

from jmap.model.fields import Id, Text
from jmap.model.lines import Extra
from jmap.model.statement import Head, Line, Statement

Extras = Annotated[tuple[Extra, ...], Line("A fact of the house, kept and never interpreted", "x-")]


class Declared(Statement):
    """Something with an id that other statements refer to."""

    scope: ClassVar[Literal["workspace", "journey", ""]] = "workspace"
    id: Annotated[Id, Head("What other statements call it")]
    was: Annotated[Id | None, Head("The id it had before it was renamed", "was")] = None
    title: Annotated[Text | None, Head("What people read")] = None
    extras: Extras = ()

    @property
    def label(self) -> str:
        """The title, or the id where there is none."""
        return self.title or self.id
