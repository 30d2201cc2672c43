"""The table of all changes, and what of it a comment has room for."""

from collections.abc import Iterator, Sequence
from heapq import heapify, heapreplace

from jmap.diff.weights import ON_PAPER
from jmap.paint.markdown import BREAK
from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.sentences import allowance
from jmap.reports.changes.told import ToldChange

_LINES = 12
"""Most lines of source on one side of a row."""


def heading(phrases: Phrases) -> list[str]:
    """The two lines above the rows."""
    keys = ("comment-where", "comment-before", "comment-after", "comment-weighs")
    return [f"| {' | '.join(map(phrases.say, keys))} |", "| --- | --- | --- | --- |"]


def row(one: ToldChange, phrases: Phrases) -> str:
    """One change: where, what is gone, what is new, and what that does to customers."""
    address = phrases.sentence(".".join(filter(None, (one.workspace, one.address))))
    where = BREAK.join(filter(None, (phrases.title(one.title), address)))
    sides = (_lines(side, phrases) for side in (one.before, one.after))
    cells = [f"{where}{_kind(one, phrases)}", *sides, _weight(one, phrases)]
    return f"| {' | '.join(cells)} |"


def fair(changes: Sequence[ToldChange], rows: Sequence[str], room: int) -> list[int]:
    """The places of the rows that fit into some bytes, in order. Every journey gets an equal part
    of the room, and in it what is worse, better and neither; the heaviest of each come first.
    """
    waiting = _waiting(changes)
    # By the bytes of the journey, then of its effect: whoever had least is next.
    taken = dict.fromkeys(waiting, 0)
    queue = [(0, 0, at, key) for at, key in enumerate(waiting)]
    heapify(queue)
    journeys = dict.fromkeys((journey for journey, _ in waiting), 0)
    kept: list[int] = []
    while queue and room > 0:
        total, own, at, key = queue[0]
        if total != journeys[key[0]]:
            heapreplace(queue, (journeys[key[0]], own, at, key))
            continue
        place = waiting[key].pop(0)
        size = len(rows[place].encode()) + 1
        if size <= room:
            kept.append(place)
            room -= size
        taken[key] += size
        journeys[key[0]] += size
        if waiting[key]:
            heapreplace(queue, (journeys[key[0]], taken[key], at, key))
        else:
            _drop(queue)
    return sorted(kept)


Key = tuple[tuple[str, str], str]


def _waiting(changes: Sequence[ToldChange]) -> dict[Key, list[int]]:
    """The places of changes by journey and effect, the heaviest first."""
    found: dict[Key, list[int]] = {}
    for place in sorted(range(len(changes)), key=lambda at: -changes[at].size):
        one = changes[place]
        found.setdefault(((one.workspace, one.journey), one.effect), []).append(place)
    return found


def _drop(queue: list[tuple[int, int, int, Key]]) -> None:
    queue[0] = queue[-1]
    queue.pop()
    heapify(queue)


def _lines(lines: Sequence[str], phrases: Phrases) -> str:
    shown = [phrases.sentence(line) for line in lines[:_LINES]]
    if len(lines) > _LINES:
        left = phrases.number(len(lines) - _LINES)
        shown.append(phrases.say("comment-lines-left", count=left))
    return BREAK.join(shown)


def _kind(one: ToldChange, phrases: Phrases) -> str:
    said = [*_happened(one, phrases)]
    if one.guess:
        said.append(phrases.say("comment-guess"))
    return f" ({phrases.say('weigh-comma').join(said)})" if said else ""


def _happened(one: ToldChange, phrases: Phrases) -> Iterator[str]:
    if one.kind == "moved":
        yield phrases.say("comment-moved")
    elif one.kind == "renamed":
        yield phrases.say("comment-renamed-from", was=phrases.title(one.was))
    elif not one.field:
        yield phrases.say("comment-removed" if one.kind == "removed" else "comment-added")


def _weight(one: ToldChange, phrases: Phrases) -> str:
    effect = "paper" if one.name in ON_PAPER else one.effect
    if effect == "neutral":
        return ""
    key = f"comment-effect-{effect}"
    said = f"{phrases.say(key)}: {phrases.sentence(one.said)}"
    return " · ".join([said, phrases.title(one.name), *allowance(one, phrases)])
