"""The figures along the commits of a real git repository."""

from datetime import date
from pathlib import Path

import pytest

from jmap import limits
from jmap.config import read_settings
from jmap.git import GitFailed
from jmap.history import book, measuring, state
from jmap.history.figures import Figures
from jmap.history.line import Line
from jmap.history.walk import Asked, UnknownJourney, line_of
from jmap.loading import load
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from tests.unit.git.made import Made, made
from tests.unit.history.dated import commit_on

EXAMPLES = Path(__file__).parents[3] / "examples"
TEAMS = 'team care "Customer care"\n'
MAP = """import "teams.jmap"

journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call "Calls the line" {
      owner care
      current 26h
      desired 4h
    }
    touchpoint letter "Waits for the letter" {
      current 5h
      desired 4h
    }
  }
}
"""
BETTER = MAP.replace("26h", "4h")
OTHER = MAP.replace("refund", "moving").replace("26h", "6h")
BROKEN = MAP + "}\n}\nblorp"


def save(maps: Made, message: str = "more", **texts: str) -> None:
    for name, text in texts.items():
        maps.save(f"{name}.jmap", text)
    maps.commit(message=message)


def line(maps: Made, last: str = "HEAD", **asked: object) -> Line:
    return line_of(maps.read, Asked(maps.revision(last), **asked))  # type: ignore[arg-type]


def gaps(found: Line) -> list[tuple[int, int, int]]:
    return [(one.figures.large, one.figures.medium, one.figures.small) for one in found.points]


def figures(found: Line) -> list[Figures]:
    return [one.figures for one in found.points]


@pytest.fixture
def story(maps: Made) -> Made:
    save(maps, teams=TEAMS, a=MAP, message="first")
    save(maps, b=OTHER, message="second")
    save(maps, a=BETTER, message="third")
    return maps


def test_gaps_are_counted_after_each_commit(story: Made) -> None:
    found = line(story)

    assert [one.commit.subject for one in found.points] == ["first", "second", "third"]
    assert gaps(found) == [(1, 0, 1), (1, 1, 2), (0, 1, 2)]
    last = found.points[-1]
    assert last.before == found.points[-2].figures
    assert (last.figures.touchpoints, last.figures.owned, last.figures.compared) == (4, 2, 4)


def test_only_what_a_commit_changed_is_measured(
    story: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    usual = measuring.measured

    def watched(loaded: object, plan: object, day: date) -> object:
        asked.append(loaded.files[0].path.rpartition("/")[2])  # type: ignore[attr-defined]
        return usual(loaded, plan, day)  # type: ignore[arg-type]

    monkeypatch.setattr(state, "measured", watched)
    line(story)
    assert sorted(asked) == ["a.jmap", "a.jmap", "b.jmap", "teams.jmap"]

    asked.clear()
    save(story, teams=TEAMS + 'team web "Web"\n')
    line(story, most=1)
    assert sorted(asked) == ["a.jmap", "b.jmap", "teams.jmap"]


def test_each_commit_by_itself_comes_to_the_same(story: Made) -> None:
    save(story, a=BROKEN)
    save(story, a=MAP, b=BETTER.replace("refund", "moving"))
    story.git("mv", "a.jmap", "c.jmap")
    save(story, message="renamed")
    whole = line(story)

    for point in whole.points:
        if not point.figures.broken:
            alone = line(story, point.commit.id, most=1)
            assert alone.points[-1].figures == point.figures


def test_errors_are_shown_and_do_not_stop_it(story: Made) -> None:
    save(story, a=BROKEN)
    save(story, a=MAP)
    found = line(story)

    assert [one.figures.broken for one in found.points] == [0, 0, 0, 1, 0]
    assert found.points[3].names == ("a.jmap",)
    assert gaps(found)[3] == gaps(found)[2]


def test_a_file_that_is_too_large_is_one_with_errors(
    story: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 2_000)
    save(story, a=MAP + "# long\n" * 400)
    save(story, a=MAP)
    found = line(story)

    assert [one.figures.broken for one in found.points] == [0, 0, 0, 1, 0]


def test_what_imports_a_file_with_errors_cannot_be_read_either(story: Made) -> None:
    save(story, teams="tem care {\n")
    assert line(story).points[-1].figures.broken == 3


def test_a_renamed_journey_is_one_journey(story: Made) -> None:
    save(story, a=BETTER.replace("journey refund", "journey money was refund"))
    found = line(story, journey="money")

    assert found.title == "Getting a refund"
    assert gaps(found) == [(1, 0, 1), (1, 0, 1), (0, 0, 1), (0, 0, 1)]
    with pytest.raises(UnknownJourney) as told:
        line(story, journey="refnd")
    assert sorted(told.value.known) == ["money", "moving"]


def test_one_journey_has_its_own_errors(story: Made) -> None:
    save(story, b=BROKEN)
    (last,) = line(story, journey="refund", most=1).points
    assert (last.figures.broken, last.names) == (0, ())
    (last,) = line(story, journey="moving").points[-1:]
    assert (last.figures.broken, last.names) == (1, ("b.jmap",))


def test_several_workspaces(story: Made) -> None:
    for name, text in (("jmap.toml", " "), ("teams.jmap", TEAMS), ("a.jmap", MAP)):
        story.save(f"beside/{name}", text)
    save(story)
    story.save("beside/a.jmap", BROKEN)
    save(story)
    found = line(story, journey="refund")

    # Large, medium and small: both of the journeys with that id.
    assert gaps(found)[-3:] == [(0, 0, 1), (1, 0, 2), (1, 0, 2)]
    assert found.points[-1].names == line(story).points[-1].names == ("beside/a.jmap",)


def test_a_merge_is_one_step_and_stands_for_what_it_brought(story: Made) -> None:
    story.git("checkout", "--quiet", "-b", "side")
    save(story, b=OTHER.replace("6h", "4h"), message="on the side")
    story.git("checkout", "--quiet", "-")
    save(story, c="journey x {\n}\n", message="meanwhile")
    story.git("merge", "--quiet", "--no-edit", "side")
    found = line(story)

    assert [one.commit.subject for one in found.points][-2:] == ["meanwhile", "Merge branch 'side'"]
    assert gaps(found)[-2:] == [(0, 1, 2), (0, 0, 2)]


def test_a_range_a_path_and_a_number(story: Made) -> None:
    story.save("team/x.jmap", "journey x {\n}\n")
    save(story, message="fourth")

    assert len(line(story, since=story.revision("HEAD~2")).points) == 2
    assert [one.commit.subject for one in line(story, below="team").points] == ["fourth"]
    assert [one.commit.subject for one in line(story, below="b.jmap").points] == ["second"]
    short = line(story, most=2)
    assert short.more
    assert [one.commit.subject for one in short.points] == ["third", "fourth"]
    assert not line(story).more


def test_a_shallow_clone_says_how_to_get_the_rest(story: Made, tmp_path: Path) -> None:
    clone = made(tmp_path / "clone")
    clone.git("fetch", "--quiet", "--depth=1", f"file://{story.folder}", "HEAD")
    found = line(clone, "FETCH_HEAD")

    assert len(found.points) == 1
    assert found.fetch == "git fetch --unshallow"
    assert line(story).fetch == ""


def test_rules_judge_dates_as_of_the_commit(maps: Made) -> None:
    text = 'journey x "A trip" {\n  reviewed 2026-01-01 every 30d\n}\n'
    for day in ("2026-01-05", "2026-01-10", "2026-03-01"):
        text += "# more\n"
        maps.save("x.jmap", text)
        commit_on(maps, day, day)
    found = [one.figures.findings for one in line(maps).points]

    assert found[0] == found[1] == found[2] - 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jmap.toml", "select = []\n"),
        ("pyproject.toml", "[tool.jmap]\nselect = []\n"),
    ],
)
def test_rules_are_set_as_the_last_commit_sets_them(maps: Made, name: str, text: str) -> None:
    maps.save("maps/x.jmap", 'journey x "A trip" {\n  reviewed 2026-01-01 every 30d\n}\n')
    commit_on(maps, "2026-03-01", "first")
    assert line(maps, below="maps").points[0].figures.findings > 0
    maps.save(name, text)
    commit_on(maps, "2026-03-02", "no rules, and no change of the maps")
    found = line(maps, below="maps").points

    assert [one.commit.subject for one in found] == ["first"]
    assert found[0].figures.findings == 0


def test_a_day_alone_is_judged_anew(maps: Made) -> None:
    maps.save("x.jmap", 'journey x "A trip" {\n  reviewed 2026-01-01 every 30d\n}\n')
    commit_on(maps, "2026-01-05", "first")
    maps.save("y.jmap", "journey y {\n}\n")
    commit_on(maps, "2026-03-01", "another file, later")
    found = line(maps, journey="x").points

    assert [one.figures.findings - found[0].figures.findings for one in found] == [0, 1]


def test_without_commits_that_is_said(maps: Made) -> None:
    with pytest.raises(GitFailed, match="no commits"):
        line(maps)
    maps.commit("notes.txt")
    assert line(maps).points == ()


def test_a_second_run_measures_nothing(
    story: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JMAP_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(book, "fingerprint", lambda: [1])
    first = figures(line(story))
    monkeypatch.setattr(state, "measured", None)
    assert figures(line(story)) == first

    (kept,) = (tmp_path / "kept/history").iterdir()
    content = kept.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600
    for spoiled in (content[:-9], content.replace(b"[0", b"[1"), b"", b"{}"):
        kept.write_bytes(spoiled)
        with pytest.raises(TypeError):
            line(story)


def test_another_jmap_measures_anew(
    story: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JMAP_CACHE", str(tmp_path / "kept"))
    line(story)
    monkeypatch.setattr(book, "fingerprint", lambda: [2])
    monkeypatch.setattr(state, "measured", None)
    with pytest.raises(TypeError):
        line(story)


def test_nothing_is_kept_where_others_plug_in_rules(
    story: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JMAP_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(book, "offered", lambda group: group == "jmap.rules")
    line(story)
    assert not (tmp_path / "kept").exists()


def test_plans_and_what_was_given_up_do_not_count(maps: Made) -> None:
    planned = MAP.replace("{\n  stage", "{\n  state future\n  stage", 1)
    retired = MAP.replace("{\n  stage", "{\n  status retired\n  stage", 1)
    save(maps, teams=TEAMS, a=planned, b=retired.replace("refund", "gone"))
    found = line(maps).points[0].figures

    assert found - Figures(warnings=found.warnings, notes=found.notes) == Figures()


@pytest.mark.parametrize("example", ["home-internet", "parking-permit", "fridge-repair"])
def test_findings_are_those_of_checking_each_file(maps: Made, example: str) -> None:
    for path in sorted((EXAMPLES / example).iterdir()):
        maps.save(path.name, path.read_text(encoding="utf-8"))
    commit_on(maps, "2026-11-20", "all of it")
    plan = Plan(catalogue(), read_settings(maps.folder))
    found = [
        item
        for path in sorted(maps.folder.glob("*.jmap"))
        for item in examine(load(path), plan, date(2026, 11, 20))
    ]
    (point,) = line(maps).points

    assert len(found) == point.figures.findings > 0
