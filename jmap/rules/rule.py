"""What a rule is: one class in one file, which says what it looks at and finds what is wrong there.

Its name, its key in the configuration, its page, its tests and what reports say of it are all taken
from the class.
"""

import inspect
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_origin

from jmap.diagnostics import Severity
from jmap.rules.finding import Finding
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

T = TypeVar("T")

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

DEFAULT = "default"
STRICT = "strict"
CONTACT_CENTRE = "contact-centre"
GOVERNMENT = "government"


class Rule(ABC, Generic[T]):
    """A rule over parts of one kind: ``class StageWithoutOwner(Rule[Stage])`` is asked about every
    stage.

    The docstring's first paragraph says in a sentence what is found; the others say why that
    matters and when it does not. ``good`` and ``bad`` are whole journey files: the tests check that
    the rule is silent about the one and speaks about the other.

    It may look at any statement class of the model (``Experience`` is asked about stages and
    touchpoints), at ``Workspace``, at ``Script`` (a file as it is written), or at ``Allowance``.
    """

    name: ClassVar[str] = ""
    """The name in messages, allowances and the configuration: that of the class, in kebab case."""
    looks_at: ClassVar[type[Any]]
    severity: ClassVar[Severity] = WARNING
    tags: ClassVar[tuple[str, ...]] = ()
    profiles: ClassVar[tuple[str, ...]] = ()
    """The profiles that it belongs to; one of ``default`` belongs to all."""
    good: ClassVar[str] = ""
    bad: ClassVar[str] = ""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()
        for base in getattr(cls, "__orig_bases__", ()):
            if get_origin(base) is Rule:
                (cls.looks_at,) = get_args(base)

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self.values: Mapping[str, Any] = values or {}
        """The settings that are not at their defaults, by attribute."""

    @abstractmethod
    def check(self, item: T, scene: Scene) -> Iterable[Finding]:
        """What is wrong with one part of the model."""

    @classmethod
    def settings(cls) -> dict[str, Setting[Any]]:
        """The settings by their keys, in the order in which the class names them."""
        return _settings(cls)

    @classmethod
    def summary(cls) -> str:
        """What it finds, in a sentence."""
        return _paragraphs(cls)[0].rstrip(".")

    @classmethod
    def reason(cls) -> tuple[str, ...]:
        """Why that matters, in paragraphs."""
        return tuple(_paragraphs(cls)[1:])


@cache
def _settings(cls: type[Any]) -> dict[str, Setting[Any]]:
    found = (item for base in reversed(cls.__mro__) for item in vars(base).values())
    return {item.key: item for item in found if isinstance(item, Setting)}


def _paragraphs(cls: type[Any]) -> list[str]:
    text = inspect.cleandoc(cls.__doc__ or cls.__name__)
    return [" ".join(part.split()) for part in text.split("\n\n")]
