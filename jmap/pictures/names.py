"""The ids of a picture: an address of the model wherever it is free, unique always."""

from jmap.paint.characters import visible


class Names:
    """Gives out ids, in the order of the picture."""

    def __init__(self, *taken: str) -> None:
        """Some names are taken from the start."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The wanted id, or the first free one made from it with a number."""
        plain = "_".join(visible(wanted).split()) or "_"
        name, number = plain, self._last.get(plain, 1)
        while name in self._taken:
            number += 1
            name = f"{plain}:{number}"
        self._last[plain] = number
        self._taken.add(name)
        return name
