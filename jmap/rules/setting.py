"""Settings of rules: thresholds and word lists that a workspace may choose for itself."""

from collections.abc import Mapping
from typing import Any, Generic, Self, TypeVar, overload

V = TypeVar("V")
"""A truth value, a whole number, a number, a text, or a tuple of texts."""


_LARGEST = 10**15
"""What every reader of JSON keeps exactly."""


class Setting(Generic[V]):
    """A setting as a class attribute of a rule; on a rule it is the value in force.

    ``profiles`` gives profiles their own default. The name in a configuration is that of the
    attribute, with hyphens.
    """

    def __init__(
        self,
        default: V,
        about: str,
        *,
        low: float | None = None,
        high: float | None = None,
        choices: tuple[str, ...] = (),
        profiles: Mapping[str, V] | None = None,
    ) -> None:
        self.default = default
        self.about = about
        self.low = low
        self.high = high
        self.choices = choices
        self.profiles: Mapping[str, V] = profiles or {}
        self.name = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, rule: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(self, rule: Any, owner: type[Any]) -> V: ...
    def __get__(self, rule: Any, owner: type[Any]) -> Self | V:
        if rule is None:
            return self
        value: V = rule.values.get(self.name, self.default)
        return value

    @property
    def key(self) -> str:
        """What it is called in a configuration."""
        return self.name.replace("_", "-")

    @property
    def takes(self) -> str:
        """What may be written, in a few words."""
        if self.choices:
            return " or ".join(f'"{choice}"' for choice in self.choices)
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, str):
            return "a text"
        if isinstance(self.default, tuple):
            return "a list of texts"
        kind = "a whole number" if isinstance(self.default, int) else "a number"
        return kind + self._bounds()

    @staticmethod
    def written(value: Any) -> str:
        """A value as it stands in a configuration."""
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, tuple):
            return "[" + ", ".join(f'"{one}"' for one in value) + "]"
        return f'"{value}"' if isinstance(value, str) else f"{value:g}"

    @property
    def line(self) -> str:
        """The line of a configuration that says what holds if nothing is said."""
        return f"{self.key} = {self.written(self.default)}"

    def read(self, value: Any) -> V:
        """A value of a configuration. Raises ``ValueError`` for one that is not what it takes."""
        read: V | None = self._read(value)
        if read is None:
            raise ValueError(f"takes {self.takes}")
        return read

    def _read(self, value: Any) -> Any:
        if isinstance(self.default, tuple):
            fits = isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
            return tuple(value) if fits else None
        if isinstance(self.default, bool) or isinstance(value, bool):
            return value if isinstance(value, bool) and isinstance(self.default, bool) else None
        if isinstance(self.default, str):
            fits = isinstance(value, str) and (not self.choices or value in self.choices)
            return value if fits else None
        if isinstance(self.default, int):
            return value if isinstance(value, int) and self._within(value) else None
        return float(value) if isinstance(value, int | float) and self._within(value) else None

    def _within(self, value: float) -> bool:
        low = -_LARGEST if self.low is None else self.low
        high = _LARGEST if self.high is None else self.high
        # Neither infinity nor what is no number at all lies between any two.
        return low <= value <= high

    def _bounds(self) -> str:
        if self.low is not None and self.high is not None:
            return f" from {self.low:g} to {self.high:g}"
        if self.low is not None:
            return f", {self.low:g} or more"
        return "" if self.high is None else f", {self.high:g} or less"
