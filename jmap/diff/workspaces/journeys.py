"""Each journey with what it was, in whichever workspace it stood."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jmap.diff.identity import former_key, keys_of
from jmap.diff.workspaces.linkage import Ends, Held, Linkage
from jmap.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Journeys:
    """The journeys before and after that are compared in one pair of workspaces."""

    before: list[Journey] = field(default_factory=list)
    after: list[Journey] = field(default_factory=list)


def shared(linkage: Linkage) -> dict[Ends, Journeys]:
    """Brings every journey into one pair: with what it was, else where its file is."""
    sharing = _Sharing(linkage, {ends: Journeys() for ends in linkage.ends})
    sharing.share()
    return sharing.found


@dataclass(frozen=True, slots=True)
class _One:
    """A journey of a workspace."""

    name: str
    key: str
    journey: Journey
    file: str | None


@dataclass(frozen=True, slots=True)
class _Sharing:
    linkage: Linkage
    found: dict[Ends, Journeys]

    def share(self) -> None:
        before, after = ([*_journeys(side)] for side in (self.linkage.old, self.linkage.new))
        pairing = self._paired(before, after)
        for at, one in enumerate(before):
            now = pairing.get(at)
            ends = self._gone_to(one) if now is None else (one.name, after[now].name)
            self.found[ends].before.append(one.journey)
        since = {now: at for at, now in pairing.items()}
        for at, one in enumerate(after):
            was = since.get(at)
            ends = self._come_from(one) if was is None else (before[was].name, one.name)
            self.found[ends].after.append(one.journey)

    def _paired(self, before: list[_One], after: list[_One]) -> dict[int, int]:
        """Which journey is which one now: of several of a name, the one in the same file."""
        known: dict[str, list[int]] = {}
        for at, one in enumerate(before):
            known.setdefault(one.key, []).append(at)
        found = [
            (self._nearness(before[at], one, key), at, now)
            for now, one in enumerate(after)
            for key in dict.fromkeys((one.key, former_key(one.journey)))
            for at in known.get(key or "", ())
            if (before[at].name, one.name) in self.found
        ]
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, at, now in sorted(found, key=lambda each: each[0], reverse=True):
            if at not in pairs and now not in taken:
                pairs[at] = now
                taken.add(now)
        return pairs

    def _nearness(self, one: _One, other: _One, key: str | None) -> tuple[bool, ...]:
        ends = (one.name, other.name)
        return (
            other.key == key,
            one.file is not None and one.file == other.file,
            self.linkage.is_home(ends),
            self.linkage.came_from(ends) or self.linkage.went_to(ends),
        )

    def _gone_to(self, one: _One) -> Ends:
        """Where a journey would be now: where its file is, else where most of its workspace is."""
        home = self.linkage.homes_after[one.name]
        ends = (one.name, self.linkage.new.homes.get(one.file or "", home))
        return ends if ends in self.found else (one.name, home)

    def _come_from(self, one: _One) -> Ends:
        """Where a journey would have been."""
        home = self.linkage.homes_before[one.name]
        ends = (self.linkage.old.homes.get(one.file or "", home), one.name)
        return ends if ends in self.found else (home, one.name)


def _journeys(side: Held) -> Iterator[_One]:
    for name, loaded in side.loaded.items():
        listed = loaded.workspace.journeys
        for key, journey in zip(keys_of(listed), listed, strict=True):
            yield _One(name, key, journey, side.file_of(name, journey))
