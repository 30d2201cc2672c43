"""Every field of every statement class: that it came, went or changed is told with its lines."""

from collections.abc import Callable
from itertools import groupby

import pytest

from jmap.reports.changes.compared import Compared
from jmap.reports.changes.telling import told
from jmap.reports.changes.text import text
from jmap.reports.style import Style
from tests.tools.changes import compared
from tests.tools.golden import Case
from tests.unit.changes.fields import pair, slots

CLASSES = {key: list(group) for key, group in groupby(slots(), lambda slot: slot.cls.__name__)}
SHOWN = 12


@pytest.mark.parametrize("name", CLASSES)
def test_each_change_is_told_with_its_lines(name: str, golden: Callable[[str], Case]) -> None:
    pages = []
    for slot in CLASSES[name]:
        for way in slot.ways:
            part = compared(*pair(slot, way))
            said = text([part], Style())
            about = f"{name}.{slot.name}: {way}"
            expect_lines(part, said, way, about)
            expect_reasons(part, about)
            assert len(told([part]).changes) == len(part.changes), about
            pages.append(f"## {slot.name}: {way}\n\n{said}")

    golden(f"fields/{name.lower()}").check("told.txt", "\n".join(pages))


def expect_lines(part: Compared, said: str, way: str, about: str) -> None:
    gone = [line for one in part.changes for line in one.lines.gone[:SHOWN]]
    new = [line for one in part.changes for line in one.lines.new[:SHOWN]]

    assert part.changes, f"{about} is no change"
    assert new or way == "removed", f"{about} shows nothing new"
    assert gone or way in ("added", "moved"), f"{about} shows nothing gone"
    for line in [*gone, *new]:
        assert line.strip() in said, about


def expect_reasons(part: Compared, about: str) -> None:
    for weight in [one.weight for one in part.changes]:
        for language in ("en", "fa"):
            for naming in ("whole", "one", "many"):
                said = weight.told(language, naming)
                assert bool(said) == bool(weight.name), about
                assert "{" not in said, about


def test_all_that_can_happen_is_tried() -> None:
    ways = {way for slot in slots() for way in slot.ways}

    assert ways == {"added", "removed", "changed", "moved"}
