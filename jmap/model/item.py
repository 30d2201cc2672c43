"""Something small with a text, and an id where others refer to it."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from jmap.model.declared import Extras
from jmap.model.fields import Id, Text
from jmap.model.statement import Head, Problem, Statement


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
