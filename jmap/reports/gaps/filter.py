"""Which gaps are asked for: by journey, stage, channel, owner, kind or persona."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jmap.gaps import Gap
from jmap.model.declared import Declared
from jmap.model.forms import AdHoc
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.syntax.words import words

Reference = str | AdHoc | None


@dataclass(frozen=True, slots=True)
class GapFilter:
    """Names that gaps must have: one of each kind that names any. Ids and titles will do, in any
    case and with either spelling of Persian letters; kinds are words of any language.

    ``workspace`` is where the titles of channels, teams and personas are known from.
    """

    journeys: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    workspace: Workspace = field(default_factory=Workspace, repr=False)

    def matches(self, gap: Gap) -> bool:
        """Whether a gap is asked for."""
        return (
            _meet(self.journeys, _names(gap.journey))
            and _meet(self.stages, _names(gap.stage))
            and _meet(self.channels, self._channel(gap))
            and _meet(self.owners, self._owner(gap))
            and _meet(map(_kind, self.kinds), _kind_of(gap))
            and _meet(self.personas, self._personas(gap))
        )

    def _channel(self, gap: Gap) -> Iterator[str]:
        channel = gap.touchpoint.channel if gap.touchpoint else None
        return _named(channel, self.workspace.channels)

    def _owner(self, gap: Gap) -> Iterator[str]:
        return _named(gap.owner.team if gap.owner else None, self.workspace.teams)

    def _personas(self, gap: Gap) -> Iterator[str]:
        for persona in gap.journey.personas:
            yield from _named(persona, self.workspace.personas)


def _meet(asked: Iterable[str], names: Iterable[str]) -> bool:
    wanted = {_folded(name) for name in asked}
    return not wanted or any(_folded(name) in wanted for name in names)


def _folded(name: str) -> str:
    return fold(" ".join(name.split())).casefold()


def _names(part: Declared | None) -> Iterator[str]:
    if part is not None:
        yield part.id
        yield part.label


def _named(reference: Reference, declared: Iterable[Declared]) -> Iterator[str]:
    if isinstance(reference, AdHoc):
        yield reference.name
        return
    if reference is None:
        return
    yield reference
    for item in declared:
        if fold(item.id) == fold(reference):
            yield item.label


def _kind(word: str) -> str:
    return words().canonical("choices", word)


def _kind_of(gap: Gap) -> Iterator[str]:
    if gap.touchpoint is not None and gap.touchpoint.kind is not None:
        yield gap.touchpoint.kind
