"""A change: one thing that one workspace says and another does not, or says in another way."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Kind = Literal["added", "removed", "moved", "renamed", "changed"]


class Step(NamedTuple):
    """One step of the way from a workspace down to a part: a field, and which of its parts."""

    field: str
    key: str
    """The folded id, or what stands for it where a part has none."""


Address = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one part.

    ``field`` is empty where the part as a whole came, went, moved or got another id. Otherwise it
    is a field of the part, and ``before`` and ``after`` are values of that field: one of them is
    None where it came or went. In a field that may be said often they are one of its values.
    """

    kind: Kind
    address: Address
    """Where the part is after the change; where it was, if it is gone."""
    part: Any
    """The part after the change, or before it where it is gone: what ``address`` leads to."""
    field: str = ""
    before: Any = None
    after: Any = None
    at: int | None = None
    """The place that an added or moved part or value has in its list, where order matters."""
    was: str = ""
    """The key that the part had before, where that was another one."""
    origin: Address = ()
    """Where a moved part stood before, if that was in another part: in the words of before."""
    guess: bool = False
    """Whether likeness alone says that before and after are the same part or value."""

    @property
    def keyword(self) -> str:
        """The keyword of the part."""
        return getattr(self.part, "keyword", "")
