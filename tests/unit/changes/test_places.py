"""Where changes show: in the new files, at what is nearest."""

from dataclasses import replace
from pathlib import Path

import pytest

from jmap.diff.judged import judged
from jmap.loading import load
from jmap.reports.changes.compared import Compared, Shown
from jmap.reports.changes.places import Places
from tests.tools.changes import compared
from tests.tools.runner import commands
from tests.unit.changes.maps import AFTER, BEFORE, refund
from tests.unit.cli.test_diff import commit, diff, git, save

JOURNEY = """
team care "Care"
journey j "J" {
  stage one "One" {
    touchpoint a "A" {
      do "first"
      do "second"
      current 3
      desired 5
    }
  }
  stage two "Two" {
    touchpoint b "B"
  }
}
"""


def shown(part: Compared) -> dict[str, str]:
    """The path and line of each change, by what changed; the old ones with a sign."""
    places = Places(part)
    found = {}
    for one in part.changes:
        place = places.of(one.change)
        assert place is not None
        said = f"{place.place.path}:{place.place.line}"
        key = " ".join(filter(None, (one.change.kind, one.where, one.change.field)))
        found[key] = f"old {said}" if place.old else said
    return found


def changed(old: str, new: str) -> dict[str, str]:
    assert old in JOURNEY
    return shown(compared(JOURNEY, JOURNEY.replace(old, new)))


def test_a_value_shows_on_its_own_line() -> None:
    assert changed("current 3", "current 2") == {"changed j.one.a current": "map.jmap:8"}


def test_one_of_several_values_shows_on_its_own_line() -> None:
    assert changed('do "second"', 'do "quite another"\n      do "second"') == {
        "added j.one.a do": "map.jmap:7"
    }


def test_a_value_that_is_gone_shows_where_it_was_said() -> None:
    assert changed("      current 3\n", "") == {"changed j.one.a current": "map.jmap:5"}


def test_one_of_several_values_that_is_gone_shows_at_its_part() -> None:
    assert changed('      do "first"\n', "") == {"removed j.one.a do": "map.jmap:5"}


def test_a_title_shows_at_the_head() -> None:
    assert changed('stage two "Two"', 'stage two "Another"') == {
        "changed j.two title": "map.jmap:12"
    }


def test_a_part_that_came_shows_where_it_is() -> None:
    assert changed('touchpoint b "B"', 'touchpoint b "B"\n    touchpoint c "C"') == {
        "added j.two.c": "map.jmap:14"
    }


def test_a_part_that_is_gone_shows_at_what_held_it() -> None:
    assert changed('    touchpoint b "B"\n', "") == {"removed j.two.b": "map.jmap:12"}
    assert changed('  stage two "Two" {\n    touchpoint b "B"\n  }\n', "") == {
        "removed j.two": "map.jmap:3"
    }


def test_what_stood_in_a_file_of_its_own_shows_there() -> None:
    assert changed('team care "Care"\n', "") == {"removed care": "old map.jmap:2"}


def test_a_part_that_moved_shows_where_it_is_now() -> None:
    found = shown(
        compared(
            JOURNEY,
            JOURNEY.replace('    touchpoint b "B"\n', "").replace(
                "    touchpoint a", '    touchpoint b "B"\n    touchpoint a'
            ),
        )
    )

    assert found["moved j.one.b"] == "map.jmap:5"


def test_what_was_added_around_a_part_that_moved_shows() -> None:
    after = JOURNEY.replace('    touchpoint b "B"\n', "").replace(
        "  stage two", '  stage three "Three" {\n    touchpoint b "B"\n  }\n  stage two'
    )
    found = shown(compared(JOURNEY, after))

    assert found["added j.three"] == "map.jmap:12"
    assert found["moved j.three.b"] == "map.jmap:13"


def test_the_name_of_a_revision_is_no_part_of_the_path() -> None:
    found = shown(refund("نقشه‌ها/a b.jmap", prefix="main:/"))

    assert found["changed refund.ask.call current"] == "نقشه‌ها/a b.jmap:12"


def test_imports_and_variants_show_in_their_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jmap.toml").touch()
    files = {
        "people/teams.jmap": 'team care "Care"\n',
        "base.jmap": 'import "people/teams.jmap"\njourney base "B" {\n stage s "S" {\n'
        '  touchpoint t "T" {\n   owner care\n   current 3\n   desired 5\n  }\n }\n}\n',
        "variant.jmap": 'import "base.jmap"\njourney v "V" {\n extends base\n stage s "S" {\n'
        '  touchpoint t "T" {\n   current 4\n  }\n }\n}\n',
    }

    def part(root: str, **edits: str) -> Path:
        folder = tmp_path / root
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            said = text
            for old, new in edits.items():
                said = said.replace(old.replace("_", " "), new)
            (folder / name).write_text(said, encoding="utf-8")
        return folder

    old = load(part("old"))
    new = load(part("new", current_3="current 2", current_4="current 1", Care="Customer care"))
    assert [item.message for item in (*old.diagnostics, *new.diagnostics)] == []
    both = Compared("", old, new, judged(old.workspace, new.workspace))
    found = shown(replace(both, new_side=Shown("new", "new/")))

    assert found == {
        "changed care title": "people/teams.jmap:1",
        "changed base.s.t current": "base.jmap:6",
        "changed v.s.t current": "variant.jmap:6",
    }


def test_what_was_read_from_no_file_shows_nowhere() -> None:
    part = compared(JOURNEY, JOURNEY.replace("current 3", "current 2"))
    bare = replace(part, new=type(part.new)(part.after))

    assert [Places(bare).of(one.change) for one in part.changes] == [None]


def test_a_revision_of_git_is_shown_by_its_paths_in_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    for text in (BEFORE, AFTER):
        save(tmp_path, text, "نقشه‌ها/a b, c.jmap")
        commit(tmp_path)
    report = diff(tmp_path, "HEAD~1", "HEAD", "-f", "github")
    errors = [one for one in commands(report.out) if one.name == "error"]

    assert len(errors) == 3
    assert {one.properties["file"] for one in errors} == {"نقشه‌ها/a b, c.jmap"}
    assert diff(tmp_path, "HEAD~1", "-f", "github").out == report.out


@pytest.mark.parametrize("here", [".", "maps", ".other", ".."])
def test_a_working_tree_is_shown_by_its_paths_in_the_repository(tmp_path: Path, here: str) -> None:
    root = tmp_path / "project"
    (root / ".other").mkdir(parents=True)
    git(root, "init", "-b", "main")
    save(root, BEFORE, "maps/a.jmap")
    commit(root)
    save(root, AFTER, "maps/a.jmap")
    report = diff(root / here, "HEAD", "--path", str(root / "maps"), "-f", "github")
    errors = [one for one in commands(report.out) if one.name == "error"]

    assert len(errors) == 3
    assert {one.properties["file"] for one in errors} == {"maps/a.jmap"}
