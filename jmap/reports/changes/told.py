"""What is told of a comparison, as plain data: all that a comment of a pull request is made from.

The JSON report is this and nothing else, so that a comment can be made where the maps are not. What
is read back may come from anybody: every text, number and list has a bound, and nothing unknown is
taken. Lists end at their first fault, so that what is wrong with a document is never larger than
the document.
"""

from collections import Counter
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jmap.reports.place import Place

VERSION: Literal[1] = 1
BYTES = 8 * 1024 * 1024
"""Largest document that is written or read: whatever is in it, reading takes less than 1 GiB."""
CHANGES = 10_000
"""Most changes that are told; the others are counted."""
LINES = 1_000
"""Most lines of source that are told of one side of a change; the others are counted."""
STANDINGS = 1_000
"""Most standings: one for each journey, and for each persona whose feelings differ."""
MOODS = 1_000
"""Most moods of one side of a standing."""
NOTES = 100
"""Most notes on the comparison itself."""
LONG = 10_000
"""Longest text, in characters."""
SHORT = 200
"""Longest name or word."""

Text = Annotated[str, Field(max_length=LONG)]
Word = Annotated[str, Field(max_length=SHORT, pattern=r"^[a-z0-9_-]*$")]
Count = Annotated[int, Field(ge=0, le=100_000_000)]
Effect = Literal["worse", "better", "neutral"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
"""The heaviest first."""


def fit(text: str) -> str:
    """A text as it may stand in what is told: one that any program can read, and cut where it is
    too long.
    """
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= LONG else text[: LONG - 1] + "…"


class Plain(BaseModel):
    """Plain data of one shape, whoever wrote it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,
        use_attribute_docstrings=True,
    )


class ToldPlace(Plain):
    """Where a change shows in the source: lines and columns from 1, the end exclusive."""

    path: Text
    """From the root of the repository, or from where jmap was run; with slashes."""
    line: Annotated[int, Field(ge=1, le=100_000_000)]
    column: Annotated[int, Field(ge=1, le=100_000_000)]
    end_line: Annotated[int, Field(ge=1, le=100_000_000)]
    end_column: Annotated[int, Field(ge=1, le=100_000_000)]
    old: bool = False
    """Whether this is a place in the old file, because the new ones have none."""

    @property
    def shown(self) -> Place:
        """The place for a platform that shows the new files: of what only the old one says, the
        start of it.
        """
        if self.old:
            return Place(self.path, 1, 1, 1, 1)
        return Place(self.path, self.line, self.column, self.end_line, self.end_column)


class ToldAllowed(Plain):
    """Who lets a change for the worse pass, and why."""

    reason: Text
    by: Text = ""
    """The author of the commit, or nothing where a map says it."""


class ToldChange(Plain):
    """One change, in its own words and in the customer's."""

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    kind: Literal["added", "removed", "moved", "renamed", "changed"]
    workspace: Text = ""
    """Its folder, where there are several."""
    address: Text = ""
    """The ids down to the part, joined by dots."""
    statement: Word = ""
    """The keyword of the part."""
    title: Text = ""
    """What people call the part."""
    field: Word = ""
    was: Text = ""
    """What a renamed part was called."""
    origin: Text = ""
    """The address that a moved part had, where it stands in another part now."""
    before: Annotated[tuple[Text, ...], Field(max_length=LINES, fail_fast=True)] = ()
    """The lines of source that are gone."""
    after: Annotated[tuple[Text, ...], Field(max_length=LINES, fail_fast=True)] = ()
    """The lines of source that are new."""
    lines_left_out: Count = 0
    """How many lines more there are, on both sides together."""
    place: Count | None = None
    """The place in its list of an added or moved part, from 0."""
    guess: bool = False
    """Whether likeness alone says that before and after are the same."""
    effect: Effect
    reason: Text = ""
    """What it does to customers, in the language of the comment."""
    said: Text = ""
    """The same, as it is said behind the title of the part."""
    shared: Text = ""
    """What of it holds for several parts at once, as it is said behind their titles."""
    name: Word = ""
    """The name of the weight, such as `gap-widened`."""
    owner: Text = ""
    """The title of the team that answers for the part, or for what it stands in."""
    alone: bool = False
    """Whether that team answers for what is new and has nobody who stands in, where others have."""
    owner_before: Text = ""
    """The title of the team that answered before, where that was another one."""
    journey: Text = ""
    stage: Text = ""
    touchpoint: Text = ""
    """The titles of what the part stands in, or is."""
    moment: bool = False
    """Whether it is a moment of truth."""
    personas: Annotated[tuple[Text, ...], Field(max_length=100, fail_fast=True)] = ()
    """The titles of those whom it is about; all customers where it is empty."""
    size: Count = 0
    """How much it weighs beside others of its effect: the largest is told first."""
    told_by: Text = ""
    """The fingerprint of the change whose sentence tells this one as well; empty for most."""
    source: ToldPlace | None = None
    allowed: ToldAllowed | None = None


class ToldCounts(Plain):
    """How many changes there are of each effect, those that are left out as well."""

    worse: Count
    better: Count
    neutral: Count
    allowed: Count
    """How many of those for the worse are allowed."""

    @property
    def all(self) -> int:
        """How many changes there are."""
        return self.worse + self.better + self.neutral


class ToldStand(Plain):
    """How customers stand in a journey on one side."""

    large: Count = 0
    """How many large gaps there are."""
    medium: Count = 0
    small: Count = 0
    moods: Annotated[
        tuple[Annotated[int, Field(ge=-2, le=2)] | None, ...],
        Field(max_length=MOODS, fail_fast=True),
    ] = ()
    """The mood that each touchpoint leaves, -2 to 2; none where it says none."""


class ToldStanding(Plain):
    """How customers of a journey, or one persona, stand before and after."""

    journey: Text
    """Its title."""
    persona: Text = ""
    """The title of one persona; empty for all, and for those whom nobody names among several."""
    before: ToldStand
    after: ToldStand
    less_wanted: Count = 0
    """How often customers are said to want less there, in the journey or in what it extends."""


class Told(Plain):
    """All that is told of a comparison. Its version and counts are always there: what tells no
    number is not a comparison without changes.
    """

    version: Literal[1]
    before: Text = ""
    after: Text = ""
    """What was compared: revisions, or paths."""
    notes: Annotated[tuple[Text, ...], Field(max_length=NOTES, fail_fast=True)] = ()
    """What whoever approves should know of the comparison itself."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,35}$")] = "en"
    """The language of the first journey that changed."""
    counts: ToldCounts
    left_out: Count = 0
    """How many changes are counted but not told here."""
    changes: Annotated[tuple[ToldChange, ...], Field(max_length=CHANGES, fail_fast=True)] = ()
    """In the order of the maps."""
    standings_left_out: Count = 0
    standings: Annotated[tuple[ToldStanding, ...], Field(max_length=STANDINGS, fail_fast=True)] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        """What is counted and not told is left out: no change vanishes between the numbers."""
        if self.counts.all != len(self.changes) + self.left_out:
            raise ValueError("the counts are not those of the changes")
        found = Counter(one.effect for one in self.changes)
        counts = (self.counts.worse, self.counts.better, self.counts.neutral)
        if any(found[effect] > n for effect, n in zip(EFFECTS, counts, strict=True)):
            raise ValueError("there are more changes than are counted")
        if self.counts.allowed > self.counts.worse:
            raise ValueError("more is allowed than gets worse")
        return self
