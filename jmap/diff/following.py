"""References that only follow a new id: who renames a team rewrites each line that names it, and
changes nothing by that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jmap.diff.change import Change
from jmap.model.forms import RefForm
from jmap.model.statement import spec
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True)
class _Renames:
    """The ids that parts have now, by keyword and former id: of declarations, and within each
    journey.
    """

    now: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def of(self, name: str, form: RefForm, journey: str) -> str:
        """What a reference is called after the change."""
        was = fold(name)
        found = (
            self.now.get((scope, keyword, was)) for scope in (journey, "") for keyword in form.to
        )
        return next((now for now in found if now is not None), name)


def following(changes: Iterable[Change]) -> frozenset[int]:
    """The changes, by identity, that say the same of the same things under their new ids."""
    listed = tuple(changes)
    renames = _Renames(dict(_renames(listed)))
    if not renames.now:
        return frozenset()
    return frozenset(_following(listed, renames))


def _renames(changes: Iterable[Change]) -> Iterator[tuple[tuple[str, str, str], str]]:
    for change in changes:
        if change.kind == "renamed" and change.before is not None and change.after is not None:
            scope = change.address[0].key if len(change.address) > 1 else ""
            yield (scope, change.keyword, fold(change.before)), change.after


def _following(changes: tuple[Change, ...], renames: _Renames) -> Iterator[int]:
    came: dict[Any, list[Change]] = defaultdict(list)
    for change in changes:
        if change.field and change.kind == "added":
            came[change.address, change.field].append(change)
    for change in changes:
        expected = _renamed(change, renames)
        if expected == change.before:
            continue
        if change.kind == "changed" and change.after == expected:
            yield id(change)
        if change.kind == "removed":
            # A value of several that names something else is one that went and one that came.
            waiting = came[change.address, change.field]
            for twin in [one for one in waiting if one.after == expected][:1]:
                waiting.remove(twin)
                yield from (id(change), id(twin))


def _renamed(change: Change, renames: _Renames) -> Any:
    """The value before, with the ids that are meant there after the change."""
    if not change.field or change.before is None:
        return change.before
    kind: Any = type(change.part)
    shape = spec(kind)
    journey = change.address[0].key if change.address else ""
    for head in shape.heads:
        if head.name == change.field:
            return _called(change.before, head.form, renames, journey)
    for line in shape.lines:
        if line.name == change.field:
            return _called(change.before, line.item, renames, journey)
    return change.before


def _called(value: Any, form: Any, renames: _Renames, journey: str) -> Any:
    if isinstance(form, RefForm):
        return renames.of(value, form, journey) if isinstance(value, str) else value
    if not getattr(value, "is_line", False):
        return value
    kind: Any = type(value)
    named = {
        head.name: _called(getattr(value, head.name), head.form, renames, journey)
        for head in spec(kind).heads
        if isinstance(head.form, RefForm)
    }
    return replace(value, **named) if named else value
