"""The table of how customers stand before and after: gaps, and moods as bars."""

from collections.abc import Iterator, Sequence

from jmap.reports.changes.phrases import Phrases
from jmap.reports.changes.told import Told, ToldStanding

_BARS = {-2: "▁", -1: "▃", 0: "▄", 1: "▆", 2: "█", None: "·"}
_NOTHING = "–"
_LONGEST = 60
"""Most bars of one row."""
_ROWS = 24
"""Most rows."""
_TURNED = {"rtl": "\u2067", "ltr": "\u2066"}
_END = "\u2069"


def standing_rows(told: Told, phrases: Phrases) -> list[str]:
    """The rows of the table in Markdown, its heading first; none where all stands as before."""
    rows = [row for one in told.standings for row in _rows(one, phrases)]
    if not rows:
        return []
    heading = f"| | {phrases.say('comment-before')} | {phrases.say('comment-after')} |"
    shown = rows[:_ROWS]
    if shown != rows:
        more = phrases.say("comment-and-more", count=phrases.number(len(rows) - _ROWS))
        shown.append(f"| … {more} | | |")
    return [heading, "| --- | --- | --- |", *shown]


def bars(moods: Sequence[int | None], phrases: Phrases) -> str:
    """A bar for each touchpoint, in the direction in which the map is read, wherever it stands."""
    if all(mood is None for mood in moods):
        return _NOTHING
    drawn = "".join(_BARS[mood] for mood in moods[:_LONGEST])
    more = "…" if len(moods) > _LONGEST else ""
    return f"{_TURNED[phrases.direction]}{drawn}{more}{_END}"


def _rows(one: ToldStanding, phrases: Phrases) -> Iterator[str]:
    gaps = (
        ("comment-large", one.before.large, one.after.large),
        ("comment-medium", one.before.medium, one.after.medium),
    )
    lowered = one.less_wanted
    for key, before, after in gaps:
        if before != after:
            now = phrases.number(after)
            if after < before and lowered:
                less = phrases.say("comment-less-wanted", count=phrases.number(lowered))
                now, lowered = f"{now} ({less})", 0
            yield _row(one, phrases.say(key), (phrases.number(before), now), phrases)
    if one.before.moods != one.after.moods:
        yield _row(one, _mood(one, phrases), _drawn(one, phrases), phrases)


def _mood(one: ToldStanding, phrases: Phrases) -> str:
    if not one.persona:
        return phrases.say("comment-mood")
    return phrases.say("comment-mood-of", who=phrases.title(one.persona))


def _drawn(one: ToldStanding, phrases: Phrases) -> tuple[str, str]:
    return (bars(one.before.moods, phrases), bars(one.after.moods, phrases))


def _row(one: ToldStanding, what: str, sides: tuple[str, str], phrases: Phrases) -> str:
    return f"| {phrases.title(one.journey)}: {what} | {' | '.join(sides)} |"
