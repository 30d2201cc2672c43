"""The bar that picks touchpoints out: what it offers, and the short tags that tie parts of the page
to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jmap.renderers.html.sheet import Sheet
from jmap.views.filters import Facet, Trait, facets

_FEW = 2
"""From so many touchpoints on there is something to pick."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose; `tag` is what the parts of the page that have it are marked with."""

    key: str
    title: str
    count: int
    tag: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet with its options."""

    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """The bar of a page and all its maps."""

    touchpoints: int
    choices: tuple[Choice, ...]
    _tags: dict[tuple[str, str], str]

    @property
    def useful(self) -> bool:
        """Whether there is anything to pick from."""
        return self.touchpoints >= _FEW

    def person(self, name: str) -> str:
        """The tag of a persona by the name that stands at a curve; empty where nothing asks."""
        personas = (choice for choice in self.choices if choice.name == "persona")
        options = (option for choice in personas for option in choice.options)
        return next((option.tag for option in options if option.title == name), "")

    def tags(self, traits: Iterable[Trait]) -> str:
        """The tags of a part with these traits, without those that nothing asks for."""
        found = (self._tags.get((trait.facet, trait.key)) for trait in traits)
        return " ".join(tag for tag in found if tag)


def filters(sheets: Sequence[Sheet]) -> Filters:
    """The bar for the maps of a page."""
    found = [traits for sheet in sheets for traits in sheet.traits.values()]
    choices = tuple(_choice(facet) for facet in facets(found))
    tags = {
        (choice.name, option.key): option.tag for choice in choices for option in choice.options
    }
    return Filters(len(found), choices, tags)


def _choice(facet: Facet) -> Choice:
    options = (
        Option(value.key, value.title, value.count, f"{facet.name[0]}{at}")
        for at, value in enumerate(facet.values)
    )
    return Choice(facet.name, tuple(options))
