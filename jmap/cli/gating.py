"""The gate at the end of a comparison: what the old side's configuration makes of the changes, what
maps and commits let pass, and whether anything is left that fails.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from jmap.cli.sides import Side, Sides
from jmap.cli.terminal import style
from jmap.config import Settings, read_content, read_file, read_settings
from jmap.diff.altered import altered
from jmap.diff.gate import Policy, faults
from jmap.diff.judged import Judged
from jmap.git import Repository
from jmap.git.commits import Commit, commits
from jmap.loading import Loaded
from jmap.locale import label
from jmap.paths import CONFIG, SHARED, shown_path
from jmap.reports.changes.compared import Compared, Shown
from jmap.reports.visible import visible
from jmap.rules.passes import KEY, Word, complaints_of, passed
from jmap.views.language import first_language

_WORDS = 1_000
"""Most trailers of commits that are heeded."""
_SAID = 20
"""Most complaints about allowances that are told; the others are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    today: date
    fail_on: tuple[str, ...] | None = None
    config: str | None = None
    """A file in place of the configurations of both sides."""
    onto: Side | None = None
    """What the new side is to be merged into, if that is not the old side: its gate counts."""


@dataclass(frozen=True, slots=True)
class Gated:
    """A comparison as its gate sees it."""

    compared: tuple[Compared, ...]
    failing: bool
    """Whether something changed that must not pass."""
    sound: bool
    """Whether the configuration that the new side has, or the one that was named, can be read."""
    notes: str
    """What to say of allowances and configurations, beside the report."""


def gated(both: Sides, result: Sequence[Compared], asked: Asked) -> Gated:
    """Judges the changes of every workspace. Raises ``GitFailed`` where commits cannot be read."""
    return _Gating(both, asked).all(result)


@dataclass(slots=True)
class _Gating:
    both: Sides
    asked: Asked
    sound: bool = True
    failing: bool = False
    said: list[str] = field(default_factory=list)
    """Notes on workspaces, and complaints about configurations."""
    complaints: list[str] = field(default_factory=list)
    """Those about allowances."""
    _ahead: dict[str, Settings] = field(default_factory=dict)
    """The settings of the workspaces that a branch is to be merged into, by their names."""

    def all(self, result: Sequence[Compared]) -> Gated:
        changed = any(one.changes for one in result)
        found = list(_commits(self.both)) if changed else []
        words = list(_words(found))
        judged = tuple(self._judged(one, words[:_WORDS]) for one in result)
        self.complaints += complaints_of(words[:_WORDS], self.asked.today)
        if len(words) > _WORDS:
            self.complaints.append(f"only the first {_WORDS:,} {KEY} trailers are heeded")
        if self.failing and any(one.cut for one in found):
            self.complaints.append(
                f"this clone is shallow: commits that are not here may hold {KEY} trailers "
                "(git fetch --unshallow)"
            )
        return Gated(judged, self.failing, self.sound, "\n".join(self._notes()))

    def _judged(self, one: Compared, words: Sequence[Word]) -> Compared:
        self.said += [told for told in map(visible, one.notes) if told not in self.said]
        settings, note = self._settings(one)
        policy, *others = [Policy(each, self.asked.fail_on) for each in settings]
        changes: Iterable[Judged] = one.changes
        for each in (policy, *others):
            changes = each.apart(changes, one.old, one.new)
        weighed = policy.weighed(changes, one.old, one.new)
        found = passed(weighed, one.old, one.new, words, self.asked.today)
        self.complaints += found.complaints
        self.failing = self.failing or any(
            each.stops(change, one.old, one.new)
            for each in (policy, *others)
            for change in found.changes
        )
        return replace(
            one,
            changes=found.changes,
            old_side=_shown(self.both.before, self.both.repository),
            new_side=_shown(self.both.after, self.both.repository),
            notes=(*one.notes, note) if note else one.notes,
        )

    def _settings(self, one: Compared) -> tuple[tuple[Settings, ...], str]:
        """The settings that count, and what to say if the change alters them."""
        if self.asked.config is not None:
            return (self._heeded(read_file(Path(self.asked.config)), binding=True),), ""
        before = self._heeded(_of(self.both.before, one.old), binding=False)
        now = self._now(one)
        after = before if now is None else self._heeded(_of(self.both.after, now), binding=True)
        note = self._altered(one, before, after)
        if note and note not in self.said:
            self.said.append(note)
        return self._onto(one) or (before,), note

    def _altered(self, one: Compared, before: Settings, after: Settings) -> str:
        """That the gate is another one after the change, in the language of the maps; empty where
        it is not.
        """
        found = altered(before, after)
        if not found:
            return ""
        language = first_language((*one.after.journeys, *one.before.journeys))
        # Maps that went to a workspace which was there have its gate, and nobody altered that.
        stood = one.folder_before != one.name and one.name in self.both.before.loaded
        return label("gate-other" if stood else "gate-altered", language).format(
            where=self._where(before, after), parts="; ".join(each.said(language) for each in found)
        )

    def _now(self, one: Compared) -> Loaded | None:
        """The workspace as it is now; where it is none any more, what its files belong to."""
        found = self.both.after.loaded
        if one.name in found:
            return one.new
        return next((found[name] for name in found if _overlap(name, one.name)), None)

    def _onto(self, one: Compared) -> tuple[Settings, ...]:
        """The settings of what a branch is to be merged into: it may have parted from that before
        there was a gate. Where the folders of workspaces are others there, all of them count that
        lie in this one or around it; of one that is nowhere there any more, whichever there are.
        """
        side = self.asked.onto
        if side is None:
            return ()
        found = side.loaded
        before = one.name if one.folder_before is None else one.folder_before
        names = {name: None for name in (before, one.name) if name in found}
        if before not in found:
            names.update({name: None for name in found if _overlap(name, before)})
        if one.folder_before is not None:
            names = names or dict.fromkeys(found)
        for name in names:
            if name not in self._ahead:
                self._ahead[name] = self._heeded(_of(side, found[name]), binding=False)
        return tuple(self._ahead[name] for name in names)

    def _where(self, before: Settings, after: Settings) -> str:
        """The path of the configuration, as it is in the repository."""
        if after.source is not None:
            return after.source.path.removeprefix(self.both.after.prefix)
        path = before.source.path if before.source is not None else CONFIG
        return path.removeprefix(self.both.before.prefix)

    def _heeded(self, settings: Settings, *, binding: bool) -> Settings:
        """Complains of what is wrong with settings, once. What the old side has cannot be mended by
        anyone any more: what can be read of it counts.
        """
        wrong = [*settings.diagnostics, *faults(settings)]
        if wrong:
            from jmap.reports.text import diagnostics_text

            self.sound = self.sound and not binding
            text = diagnostics_text(wrong, style(sys.stderr))
            if text not in self.said:
                self.said.append(text)
        return settings

    def _notes(self) -> Iterator[str]:
        yield from (text.rstrip("\n") for text in self.said)
        told = list(dict.fromkeys(self.complaints))
        yield from (visible(text) for text in told[:_SAID])
        if len(told) > _SAID:
            yield f"… and {len(told) - _SAID} more allowances that let nothing pass"


def _shown(side: Side, repository: Repository | None) -> Shown:
    if side.revision or repository is None or repository.root is None:
        return Shown(side.name, side.prefix)
    # Files of the working tree are shown from here, or in full where they are not below.
    here, root = Path.cwd(), repository.root
    parts = here.relative_to(root).parts if here.is_relative_to(root) else ()
    return Shown(side.name, f"{shown_path(root)}/", "/".join(parts))


def _overlap(one: str, other: str) -> bool:
    parts = (PurePosixPath(one), PurePosixPath(other))
    return parts[0].is_relative_to(parts[1]) or parts[1].is_relative_to(parts[0])


def _of(side: Side, loaded: Loaded) -> Settings:
    """The settings of a workspace on one side."""
    if loaded.root is None:
        return Settings()
    if side.revision is None:
        return read_settings(loaded.root)
    for name in (CONFIG, SHARED):
        path = shown_path(loaded.root / name)
        if path in side.configs:
            return read_content(path, side.configs[path])
    return Settings()


def _commits(both: Sides) -> Iterator[Commit]:
    """The commits that lead from the old side to the new one; to a working tree, the last ones."""
    old, repository = both.before.revision, both.repository
    if old is None or repository is None:
        return
    new = both.after.revision or repository.resolve("HEAD")
    if new.commit != old.commit:
        yield from commits(repository, new, old, which="any")


def _words(found: Sequence[Commit]) -> Iterator[Word]:
    for commit in found:
        for trailer in commit.trailers:
            if trailer.key.lower() == KEY.lower():
                yield Word(trailer.value, commit.author, commit.short)
