"""``jmap diff`` where the folders that are workspaces are others before and after: what is told is
what changed for customers, and in a note where the maps belong now.
"""

import json
from pathlib import Path

import pytest

from tests.unit.cli.test_commands import FAILED, FINDINGS, FINE
from tests.unit.cli.test_diff import commit, diff, git, save

GATE = '[diff]\nfail-on = ["worse"]\n'
TEAMS = (
    'team care "Customer care"\nteam web "Web team"\nchannel line {\n  responds 90% within 5m\n}\n'
)


def trip(name: str, current: str = "26h", teams: str = "/teams.jmap") -> str:
    return (
        f'import "{teams}"\njourney {name} "The {name} trip" {{\n  stage ask "Ask" {{\n'
        f'    touchpoint {name}-call "Calls" on line {{\n      owner care\n'
        f"      current {current}\n      desired 4h\n    }}\n  }}\n}}\n"
    )


def write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        save(folder, text, name)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-b", "main")
    return tmp_path


ONE = {"teams.jmap": TEAMS, "maps/a.jmap": trip("a"), "maps/b.jmap": trip("b"), "c.jmap": trip("c")}
OWN = {
    "maps/jmap.toml": GATE,
    "maps/teams.jmap": TEAMS,
    "maps/a.jmap": trip("a"),
    "maps/b.jmap": trip("b"),
}
CAME = 'the maps in "maps" are a workspace of their own now (maps/jmap.toml); before, they'
GONE = (
    'the maps in "maps" were a workspace of their own; now they belong to the one in the top folder'
)
SLOWER = "  - current 26h\n  + current 30h\n    worse[gap-widened]"


def test_a_folder_becomes_a_workspace(repository: Path) -> None:
    write(repository, {**ONE, "jmap.toml": GATE})
    commit(repository)
    write(repository, {"maps/jmap.toml": "", "maps/teams.jmap": TEAMS})
    quiet = diff(repository)
    save(repository, trip("b", "30h"), "maps/b.jmap")
    slower = diff(repository)
    again = diff(repository, "HEAD", "--path", "maps")

    assert (quiet.status, quiet.out) == (FINE, "no changes\n")
    assert CAME in quiet.err
    assert "altered in maps/jmap.toml (fail-on worse → not set)" in quiet.err
    assert slower.out.startswith(f"maps\n\ntouchpoint b.ask.b-call  Calls\n{SLOWER}")
    assert slower.out.endswith("\n1 change: 1 worse for customers\n")
    assert again.out == slower.out.removeprefix("maps\n\n")
    assert (slower.status, again.status) == (FINDINGS, FINDINGS)
    assert CAME in again.err


def test_a_folder_is_a_workspace_no_more(repository: Path) -> None:
    write(repository, OWN)
    commit(repository)
    (repository / "maps/jmap.toml").unlink()
    for name in ("a", "b"):
        save(repository, trip(name, teams="teams.jmap"), f"maps/{name}.jmap")
    quiet = diff(repository)
    save(repository, trip("b", "30h", "teams.jmap"), "maps/b.jmap")
    slower = diff(repository)

    assert (quiet.status, quiet.out) == (FINE, "no changes\n")
    assert GONE in quiet.err
    assert slower.status == FINDINGS
    assert f"touchpoint b.ask.b-call  Calls\n{SLOWER}" in slower.out
    assert "1 change: 1 worse" in slower.out


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [("maps/jmap.toml", "jmap.toml", GONE), ("jmap.toml", "maps/jmap.toml", CAME)],
)
def test_the_configuration_moves(repository: Path, old: str, new: str, note: str) -> None:
    write(
        repository, {**OWN, **{f"maps/{one}.jmap": trip(one, teams="teams.jmap") for one in "ab"}}
    )
    if old == "jmap.toml":
        (repository / "maps/jmap.toml").rename(repository / old)
    commit(repository)
    git(repository, "mv", old, new)
    ended = diff(repository)

    assert (ended.status, ended.out) == (FINE, "no changes\n")
    assert note in ended.err
    assert "altered" not in ended.err


def test_a_workspace_is_called_otherwise(repository: Path) -> None:
    write(repository, OWN)
    commit(repository)
    git(repository, "mv", "maps", "سفرها")
    quiet = diff(repository)
    save(repository, trip("b", "30h"), "سفرها/b.jmap")
    slower = diff(repository)

    assert (quiet.status, quiet.out) == (FINE, "no changes\n")
    assert quiet.err == 'the workspace in "maps" is in "سفرها" now\n'
    assert slower.status == FINDINGS
    assert slower.out.startswith(f"سفرها\n\ntouchpoint b.ask.b-call  Calls\n{SLOWER}")
    assert "1 change: 1 worse" in slower.out


def test_a_folder_that_came_is_compared_with_what_it_was(repository: Path) -> None:
    write(repository, OWN)
    commit(repository)
    git(repository, "mv", "maps", "journeys")
    save(repository, trip("b", "30h"), "journeys/b.jmap")
    ended = diff(repository, "HEAD", "--path", "journeys")
    inside = diff(repository / "journeys")
    commit(repository)

    for one in (ended, inside, diff(repository, "HEAD~1", "HEAD", "--path", "journeys/b.jmap")):
        assert one.status == FINDINGS
        assert f"touchpoint b.ask.b-call  Calls\n{SLOWER}" in one.out
        assert one.out.endswith("\n1 change: 1 worse for customers\n")
        assert one.err == 'the workspace in "maps" is in "journeys" now\n'
    # It is gone from where it was looked at.
    left = diff(repository, "HEAD~1", "HEAD", "--path", "maps")
    assert left.status == FINDINGS
    assert "worse[journey-dropped]" in left.out


def test_a_folder_that_came_without_a_configuration(repository: Path) -> None:
    write(repository, {**ONE, "d/d.jmap": trip("d")})
    commit(repository)
    git(repository, "mv", "maps", "journeys")
    save(repository, trip("b", "30h"), "journeys/b.jmap")
    ended = diff(repository, "HEAD", "--path", "journeys")

    assert ended.out.startswith(f"touchpoint b.ask.b-call  Calls\n{SLOWER}")
    assert ended.out.endswith("\n1 change: 1 worse for customers\n")
    save(repository, trip("b"), "maps/b.jmap")
    save(repository, trip("a"), "maps/a.jmap")
    assert "journey b  The b trip\n  added" in diff(repository, "HEAD", "--path", "journeys").out


def test_a_persian_map_is_told_of_in_persian(repository: Path) -> None:
    text = "سفر تعمیر «تعمیر» {\n  مرحله صف «صف» {\n    نقطه‌تماس خط «خط»\n  }\n}\n"
    save(repository, text, "نقشه‌ها/a.jmap")
    commit(repository)
    save(repository, "", "نقشه‌ها/jmap.toml")
    told = "نقشه‌های پوشهٔ «نقشه‌ها» از این پس مجموعه‌ای جداگانه‌اند (نقشه‌ها/jmap.toml)"

    assert told in diff(repository).err
    assert told in diff(repository, "-f", "md").out
    assert json.loads(diff(repository, "-f", "json").out)["notes"][0].startswith(told)


TWO = {
    **{f"shop/{name}": text for name, text in
       {"jmap.toml": GATE, "teams.jmap": TEAMS, "a.jmap": trip("a")}.items()},
    **{f"bank/{name}": text for name, text in
       {"jmap.toml": "", "teams.jmap": TEAMS.replace("5m", "2m").replace("Web team", "Web"),
        "a.jmap": trip("a", "9h"), "b.jmap": trip("b")}.items()},
}  # fmt: skip


def test_one_workspace_is_merged_into_another(repository: Path) -> None:
    write(repository, {**TWO, "bank/a.jmap": "team sales\n"})
    commit(repository)
    git(repository, "mv", "bank/b.jmap", "shop/b.jmap")
    git(repository, "rm", "-rq", "bank")
    ended = diff(repository)

    # What the journey relied on promises less now; the other workspace is as it was.
    assert "-   responds" not in ended.out
    assert "  - responds 90% within 2m\n  + responds 90% within 5m\n    worse[promise-" in ended.out
    assert '  - team web "Web"\n  + team web "Web team"\n' in ended.out
    assert "team sales\n  removed" in ended.out
    assert "journey" not in ended.out
    assert ended.status == FINE  # the gate of the bank lets that pass
    assert 'the maps in "bank" were a workspace of their own; now they belong' in ended.err


def test_a_map_goes_to_a_workspace_that_declares_other_things(repository: Path) -> None:
    write(repository, TWO)
    commit(repository)
    git(repository, "mv", "bank/b.jmap", "shop/b.jmap")
    ended = diff(repository)

    # Only what the map relies on is compared; both journeys called `a` stay what they were.
    assert ended.out.startswith("shop\n\nchannel line\n  - responds 90% within 2m\n")
    assert "1 change: 1 worse" in ended.out
    assert 'some maps of the workspace in "bank" belong to the one in "shop" now' in ended.err


def test_what_a_workspace_declared_is_gone_though_another_has_it_as_well(repository: Path) -> None:
    write(repository, {**TWO, "bank/more.jmap": "team field\n", "shop/more.jmap": "team field\n"})
    commit(repository)
    git(repository, "mv", "bank/b.jmap", "shop/b.jmap")
    (repository / "bank/more.jmap").unlink()

    assert "bank\n\nteam field\n  removed\n" in diff(repository).out


def test_workspaces_become_one(repository: Path) -> None:
    write(repository, {**TWO, "bank/a.jmap": trip("d")})
    commit(repository)
    for name in ("shop", "bank"):
        (repository / name / "jmap.toml").unlink()
        (repository / name / "teams.jmap").unlink()
    write(repository, {"jmap.toml": "", "teams.jmap": TEAMS + 'team new "New"\n'})
    ended = diff(repository)

    assert ended.out.count("  added\n") == 1
    assert "team new  New\n  added\n" in ended.out
    assert "removed" not in ended.out
    assert "journey" not in ended.out


def test_a_workspace_is_cut_into_several(repository: Path) -> None:
    write(repository, {**ONE, "jmap.toml": GATE})
    commit(repository)
    fewer = TEAMS.replace('team web "Web team"\n', 'team desk "Desk"\n')
    for name, at in (("a", "one"), ("b", "two")):
        git(repository, "mv", f"maps/{name}.jmap", f"{at}.jmap")
        write(repository, {f"{at}/jmap.toml": GATE, f"{at}/teams.jmap": fewer})
        git(repository, "mv", f"{at}.jmap", f"{at}/{name}.jmap")
    save(repository, trip("b", "30h"), "two/b.jmap")
    ended = diff(repository)

    assert ended.out.count("team desk  Desk\n  added\n") == 2  # one in each
    assert f"touchpoint b.ask.b-call  Calls\n{SLOWER}" in ended.out
    assert "3 changes: 1 worse" in ended.out
    assert ended.status == FINDINGS


def test_a_journey_is_cut_from_a_file_into_a_workspace_of_its_own(repository: Path) -> None:
    both = trip("a") + trip("b").partition("\n")[2]
    write(repository, {"jmap.toml": GATE, "teams.jmap": TEAMS, "all.jmap": both})
    commit(repository)
    write(repository, {"all.jmap": trip("a"), "own/jmap.toml": "", "own/teams.jmap": TEAMS})
    save(repository, trip("b"), "own/b.jmap")
    quiet = diff(repository)
    save(repository, trip("b", "30h"), "own/b.jmap")
    slower = diff(repository)

    assert (quiet.status, quiet.out) == (FINE, "no changes\n")
    assert 'the maps in "own" are a workspace of their own now' in quiet.err
    assert slower.status == FINDINGS
    assert "1 change: 1 worse" in slower.out


def test_a_journey_goes_to_a_file_of_another_workspace(repository: Path) -> None:
    both = {one: trip(one) + trip(f"{one}2").partition("\n")[2] for one in "ab"}
    for one in "ab":
        write(repository, {f"{one}/jmap.toml": GATE, f"{one}/teams.jmap": TEAMS})
        save(repository, both[one], f"{one}/all.jmap")
    commit(repository)
    save(repository, trip("a"), "a/all.jmap")
    save(repository, both["b"] + trip("a2").partition("\n")[2], "b/all.jmap")
    ended = diff(repository)

    assert (ended.status, ended.out) == (FINE, "no changes\n")
    assert 'some maps of the workspace in "a" belong to the one in "b" now' in ended.err


def test_a_looser_copy_of_a_promise_is_worse(repository: Path) -> None:
    write(repository, {**ONE, "jmap.toml": GATE})
    commit(repository)
    write(repository, {"maps/jmap.toml": GATE, "maps/teams.jmap": TEAMS.replace("5m", "50m")})
    ended = diff(repository)

    assert ended.status == FINDINGS
    assert "worse[promise-loosened]" in ended.out
    assert "1 change: 1 worse" in ended.out


def test_an_import_that_leads_out_of_the_new_workspace(repository: Path) -> None:
    write(repository, {**ONE, "maps/a.jmap": trip("a", teams="../teams.jmap")})
    commit(repository)
    write(repository, {"maps/jmap.toml": "", "maps/teams.jmap": TEAMS})
    ended = diff(repository)

    assert (ended.status, ended.out) == (FAILED, "")
    assert "maps/a.jmap:1:8: error[outside-the-workspace]" in ended.err


def test_a_file_that_nothing_bears_on_may_have_errors(repository: Path) -> None:
    write(repository, {**ONE, "c.jmap": "blorp\n"})
    commit(repository)
    write(repository, {"maps/jmap.toml": "", "maps/teams.jmap": TEAMS})

    assert diff(repository).out == "no changes\n"


def test_a_workspace_of_new_maps_has_nothing_before_it(repository: Path) -> None:
    write(repository, {**ONE, "jmap.toml": GATE})
    commit(repository)
    write(repository, {"more/jmap.toml": "", "more/teams.jmap": TEAMS, "more/d.jmap": trip("d")})
    ended = diff(repository)

    assert "journey d  The d trip\n  added\n" in ended.out
    assert "team care  Customer care\n  added\n" in ended.out
    assert ended.err == ""


def test_a_journey_under_another_id_in_a_workspace_of_its_own(repository: Path) -> None:
    write(repository, {**ONE, "jmap.toml": GATE})
    commit(repository)
    write(repository, {"maps/jmap.toml": GATE, "maps/teams.jmap": TEAMS})
    save(repository, trip("x").replace("journey x", "journey x was a"), "maps/a.jmap")
    ended = diff(repository)

    assert "journey x  The x trip\n  renamed: it was a\n" in ended.out
    assert "removed" not in ended.out


@pytest.mark.parametrize("form", ["md", "json", "github", "sarif", "junit", "svg", "html"])
def test_every_report_tells_it(repository: Path, form: str) -> None:
    write(repository, {**ONE, "jmap.toml": GATE})
    commit(repository)
    write(repository, {"maps/jmap.toml": "", "maps/teams.jmap": TEAMS})
    save(repository, trip("b", "30h"), "maps/b.jmap")
    save(repository, trip("c", "2h"), "c.jmap")
    ended = diff(repository, "-f", form)

    assert ended.status == FINDINGS
    assert "30" in ended.out
    # A picture breaks lines.
    assert form == "svg" or "are a workspace of their own now" in ended.out
