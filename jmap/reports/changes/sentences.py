"""What got worse and better, in sentences: the heaviest first, and what holds for several parts
told once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.diff.weights import ON_PAPER
from jmap.reports.changes.phrases import Phrases, name
from jmap.reports.changes.told import Told, ToldChange

_LISTED = 20
"""Most sentences of one kind."""
_BYTES = 9_000
"""Most bytes of the sentences of one kind."""
_NAMED = 5
"""Most parts that one sentence names."""
_TELLS_MOMENT = ("moment-told", "moment-lost")
_CHANCE = "within-chance"
_FOLDED = 3
"""From so many figures on that are within chance one sentence tells them all."""
_SERVING = ("journey", "stage", "touchpoint", "channel")
_OWNED = (*_SERVING, "pain", "risk", "opportunity")
_OWNERLESS = ("metric", "persona", "team")
"""What nobody can be named for."""
_OF_OWNERS = ("owner-", "backup-", "escalation-", "accountable-")


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under one heading."""

    key: str
    """The phrase of its heading."""
    changes: tuple[ToldChange, ...]
    """The heaviest first."""


def sections(told: Told) -> Iterator[Section]:
    """Worse, what only looks better, better, then what is neither and yet worth knowing; what is
    allowed after the rest of what is worse.
    """
    tellers = {one.fingerprint for one in told.changes}
    changes = [one for one in told.changes if one.told_by not in tellers]
    worse = [one for one in changes if one.effect == "worse"]
    neutral = [one for one in changes if one.effect == "neutral" and one.reason]
    parts = (
        ("comment-worse", [one for one in worse if one.allowed is None]),
        ("comment-allowed", [one for one in worse if one.allowed is not None]),
        ("comment-paper", [one for one in neutral if one.name in ON_PAPER]),
        ("comment-better", [one for one in changes if one.effect == "better"]),
        ("comment-neutral", [one for one in neutral if one.name not in ON_PAPER]),
    )
    for key, changes in parts:
        if changes:
            yield Section(key, tuple(sorted(changes, key=_rank)))


def _rank(one: ToldChange) -> tuple[bool, int]:
    """What may be chance after what is none."""
    return (one.name == _CHANCE, -one.size)


def sentences(section: Section, told: Told, phrases: Phrases) -> Iterator[str]:
    """The sentences of a section as a list in Markdown."""
    yield f"**{phrases.say(section.key)}**"
    yield ""
    several = len({(one.workspace, one.journey) for one in told.changes if one.journey}) > 1
    groups = _grouped(section.changes)
    room, shown = _BYTES, 0
    for group in groups[:_LISTED]:
        line = _sentence(group, phrases, with_journey=several)
        room -= len(line.encode())
        if room < 0:
            break
        shown += 1
        yield line
    left = sum(len(group) for group in groups[shown:])
    if left:
        yield f"- … {phrases.say('comment-and-more', count=phrases.number(left))}"


def _grouped(changes: Sequence[ToldChange]) -> list[list[ToldChange]]:
    """Changes of which the same can be said, in the order of their first."""
    found: dict[tuple[object, ...], list[ToldChange]] = {}
    fold = sum(one.name == _CHANCE for one in changes) >= _FOLDED
    for one in changes:
        if fold and one.name == _CHANCE:
            found.setdefault((_CHANCE,), []).append(one)
            continue
        # Whoever loses an owner loses it everywhere; a figure is that of one journey.
        about = () if one.name.startswith(_OF_OWNERS) else (one.workspace, one.journey)
        found.setdefault((one.name, one.shared, one.allowed, *about), []).append(one)
    return list(found.values())


def _sentence(group: Sequence[ToldChange], phrases: Phrases, *, with_journey: bool) -> str:
    first = group[0]
    names = list(dict.fromkeys(map(name, group)))
    if _is_folded(group):
        return f"- {_figures(group, phrases)}: {phrases.say('comment-chance')}"
    said = _said(group)
    parts = [f"- {_titles(names, phrases)}{_within(group, phrases, with_journey=with_journey)}"]
    parts.append(f": {phrases.sentence(said)}")
    notes = [*_owner(group, phrases), *_moment(group, phrases), *allowance(first, phrases)]
    return "".join([*parts, *(f" · {note}" for note in notes)])


def _is_folded(group: Sequence[ToldChange]) -> bool:
    return group[0].name == _CHANCE and len(group) >= _FOLDED


def _figures(group: Sequence[ToldChange], phrases: Phrases) -> str:
    """Several parts, each with what its figure was and is."""
    names = [name(one) for one in group]
    shown = [
        f"**{phrases.title(name(one))}** ({_figure(one, phrases, names.count(name(one)))})"
        for one in group[:_NAMED]
    ]
    more = len(group) - len(shown)
    if more:
        shown.append(phrases.say("comment-and-more", count=phrases.number(more)))
    return phrases.say("weigh-comma").join(shown)


def _figure(one: ToldChange, phrases: Phrases, namesakes: int) -> str:
    """What a figure was and is, and where, if others have its name."""
    where = [phrases.title(_place(one))] if namesakes > 1 and _place(one) else []
    return phrases.say("weigh-comma").join([*where, phrases.sentence(one.shared)])


def _said(group: Sequence[ToldChange]) -> str:
    return group[0].said if len({*map(name, group)}) == 1 else _shared(group)


def _shared(group: Sequence[ToldChange]) -> str:
    """What holds for all, and what is more to say of some."""
    shared = group[0].shared
    more = [one.said.removeprefix(shared) for one in group if one.said.startswith(shared)]
    return "".join([shared, *dict.fromkeys(more)])


def _titles(names: Sequence[str], phrases: Phrases) -> str:
    shown = [f"**{phrases.title(one)}**" for one in names[:_NAMED]]
    more = len(names) - len(shown)
    if more:
        shown.append(phrases.say("comment-and-more", count=phrases.number(more)))
    return phrases.say("weigh-comma").join(shown)


def _within(group: Sequence[ToldChange], phrases: Phrases, *, with_journey: bool) -> str:
    """Where the part stands, where its name does not tell."""
    places = {_place(one) for one in group}
    found = [place for place in places if len(places) == 1 and place]
    journeys = {one.journey for one in group}
    if with_journey and len(journeys) == 1 and group[0].journey not in ("", name(group[0])):
        found.append(group[0].journey)
    return f" ({phrases.say('weigh-comma').join(map(phrases.title, found))})" if found else ""


def _place(one: ToldChange) -> str:
    place = one.touchpoint or one.stage
    own = one.statement in ("touchpoint", "stage", "journey")
    return "" if own or place == name(one) else place


def _owner(group: Sequence[ToldChange], phrases: Phrases) -> Iterator[str]:
    owners = {(one.owner, one.owner_before) for one in group}
    first = group[0]
    if first.statement in _OWNERLESS or len(owners) > 1 or first.name.startswith(_OF_OWNERS):
        # Several answer, or the reason itself tells who does.
        return
    if first.effect == "neutral" and not _is_new(first):
        return
    owner, was = map(phrases.title, (first.owner, first.owner_before))
    if owner:
        key = "comment-owner-was" if was else "comment-owner"
        yield phrases.say(key, who=owner, was=was)
        if first.statement in _SERVING and _is_new(first) and all(one.alone for one in group):
            yield phrases.say("comment-nobody-stands-in")
    elif was:
        yield phrases.say("comment-was-owner", was=was)
    elif first.effect == "worse" or _is_new(first):
        yield phrases.say("comment-no-owner")


def _is_new(one: ToldChange) -> bool:
    """Whether somebody has to answer from now on for what was not there."""
    return one.kind == "added" and not one.field and one.statement in _OWNED


def _moment(group: Sequence[ToldChange], phrases: Phrases) -> Iterator[str]:
    if any(one.moment and one.name not in _TELLS_MOMENT for one in group):
        yield phrases.say("comment-moment")


def allowance(one: ToldChange, phrases: Phrases) -> Iterator[str]:
    """Why a change may pass, and who says so."""
    if one.allowed is None:
        return
    reason, who = phrases.sentence(one.allowed.reason), phrases.title(one.allowed.by)
    key = "comment-allowed-by" if who else "comment-allowed-because"
    yield phrases.say(key, reason=reason, who=who)
