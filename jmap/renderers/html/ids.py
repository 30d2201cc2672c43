"""The ids of a page: an address of the model wherever it is free, unique always."""

from dataclasses import dataclass, field

from jmap.paint.characters import visible


@dataclass(slots=True)
class Ids:
    """Gives out ids, in the order of the page."""

    _taken: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def take(self, wanted: str) -> str:
        """The wanted id, or the first free one made from it with a number."""
        plain = "_".join(visible(wanted).split())
        if plain not in self._taken:
            self._taken.add(plain)
            return plain
        number = self._last.get(plain, 1) + 1
        while f"{plain}:{number}" in self._taken:
            number += 1
        self._last[plain] = number
        self._taken.add(f"{plain}:{number}")
        return f"{plain}:{number}"
