"""All summaries of a site together: every journey and everything that has a page of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from jmap.site.slugs import slug_of, slugs
from jmap.site.summary import Declaration, JourneyLine, MoodLine, Named, Summary
from jmap.views.language import Direction, direction_of

PAGED = ("persona", "channel", "team")
"""The kinds of things that have a page each, beside journeys."""


@dataclass(frozen=True, slots=True)
class Told:
    """A summary, and the workspace that its file belongs to."""

    place: str
    """The workspace's folder, relative to what all of them have in common."""
    path: str
    """The file, for putting summaries in order."""
    summary: Summary


@dataclass(frozen=True, slots=True)
class Tour:
    """A journey of the site."""

    place: str
    line: JourneyLine
    slug: str

    @property
    def path(self) -> str:
        """Its page."""
        return f"journeys/{self.slug}.html"

    @property
    def picture(self) -> str:
        """Its picture."""
        return f"journeys/{self.slug}.svg"


@dataclass(frozen=True, slots=True)
class Subject:
    """A persona, channel or team, declared or named in quotes."""

    place: str
    kind: str
    key: str
    label: str
    slug: str
    declared: Declaration | None
    language: str
    """The language of its texts: that of the first journey that names it; empty if none does."""

    @property
    def path(self) -> str:
        """Its page."""
        return f"{self.kind}s/{self.slug}.html"


@dataclass(frozen=True)
class Atlas:
    """Everything that a site is about."""

    told: tuple[Told, ...]

    @cached_property
    def tours(self) -> tuple[Tour, ...]:
        """All journeys, by workspace, file and place in it."""
        lines = [(one.place, line) for one in self.told for line in one.summary.journeys]
        names = slugs((place, line.key, line.id) for place, line in lines)
        return tuple(Tour(place, line, names[place, line.key]) for place, line in lines)

    @cached_property
    def language(self) -> str:
        """The language of the site's own words: that of most journeys; the first of equals."""
        found = Counter(tour.line.printed for tour in self.tours)
        return min(found, key=lambda code: (-found[code], code), default="en")

    @property
    def direction(self) -> Direction:
        """Which way the site is read."""
        return direction_of(self.language)

    @cached_property
    def declared(self) -> dict[tuple[str, str, str], Declaration]:
        """Everything declared, by workspace, kind and key."""
        return {
            (one.place, item.kind, item.key): item
            for one in self.told
            for item in one.summary.declared
        }

    @cached_property
    def subjects(self) -> dict[tuple[str, str, str], Subject]:
        """Everything that has a page beside journeys: the declared ones first, then by name."""
        wanted: dict[tuple[str, str, str], str] = {}
        languages: dict[tuple[str, str, str], str] = {}
        for (place, kind, key), item in self.declared.items():
            if kind in PAGED:
                wanted[place, kind, key] = item.label
        for tour in self.tours:
            for named in mentioned(tour.line):
                where = (tour.place, named.kind, named.key)
                wanted.setdefault(where, named.label)
                languages.setdefault(where, tour.line.language)
        names = self._names(wanted)
        return {
            where: Subject(
                *where,
                label=label,
                slug=names[where],
                declared=self.declared.get(where),
                language=languages.get(where, ""),
            )
            for where, label in wanted.items()
        }

    def base(self, tour: Tour) -> Tour | None:
        """The journey that another one extends, where that is on the site."""
        return self._by_key.get((tour.place, tour.line.extends))

    def subject(self, tour: Tour, named: Named | None) -> Subject | None:
        """What a journey means by a name."""
        return None if named is None else self.subjects.get((tour.place, named.kind, named.key))

    def of_kind(self, kind: str) -> Iterator[Subject]:
        """All of one kind."""
        return (one for one in self.subjects.values() if one.kind == kind)

    def renamed(self, place: str, summary: Summary) -> dict[str, str]:
        """What a file's pages must know of file names: those that are not the plain ones."""
        found: dict[str, str] = {}
        for line in summary.journeys:
            slug = self._by_key[place, line.key].slug
            if slug != slug_of(line.id):
                found[f"journey:{line.key}"] = slug
            for named in mentioned(line):
                subject = self.subjects[place, named.kind, named.key]
                if subject.slug != slug_of(plain_name(named)):
                    found[f"{named.kind}:{named.key}"] = subject.slug
        return found

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Tour]:
        return {(tour.place, tour.line.key): tour for tour in self.tours}

    def _names(self, wanted: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], str]:
        found: dict[tuple[str, str, str], str] = {}
        for kind in PAGED:
            keys = [(place, key) for place, other, key in wanted if other == kind]
            made = slugs((place, key, key.removeprefix('"')) for place, key in keys)
            found |= {(place, kind, key): name for (place, key), name in made.items()}
        return found


def plain_name(named: Named) -> str:
    """The id or the name in quotes that file names are made from."""
    return named.key.removeprefix('"')


def mentioned(line: JourneyLine) -> Iterable[Named]:
    """Every persona, channel and team that a journey names, once each."""
    rest = [*line.personas, line.owner]
    rest += [stage.owner for stage in line.stages]
    rest += [pain.owner for pain in line.pains]
    rest += [idea.owner for idea in line.opportunities]
    rest += [name for gap in line.gaps for name in (gap.channel, gap.owner, gap.backup)]
    rest += [mood.persona for mood in line.moods]
    return dict.fromkeys(named for named in rest if named is not None)


def felt_by(line: JourneyLine, persona: str) -> tuple[MoodLine, ...]:
    """What a persona feels on a journey, by key.

    Feelings that name nobody are those of each persona that the journey is drawn for and that has
    none under its own name.
    """
    own = tuple(mood for mood in line.moods if mood.persona and mood.persona.key == persona)
    if own or persona not in {named.key for named in line.personas}:
        return own
    return tuple(mood for mood in line.moods if mood.persona is None)


def gathered(told: Iterable[Told]) -> Atlas:
    """The atlas of summaries, in whatever order they come."""
    return Atlas(tuple(sorted(told, key=lambda one: (one.place, one.path))))
