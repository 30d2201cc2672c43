"""Each fact has the commit that set it, whatever else happened to the files."""

import pytest

from jmap.blame.address import NotFound
from jmap.blame.blame import Unsound
from jmap.git import GitFailed
from tests.unit.blame.past import MAP, Past
from tests.unit.git.made import cloned

SLOWER = MAP.replace("26h", "30h")
ONLY_ONE = {"current 30h": ("current 26h",)}


def test_the_commit_that_changed_a_fact_has_set_it(past: Past) -> None:
    past.says(SLOWER, "Ask the callers", who="Omid", day=2)
    past.says(SLOWER.replace('"A letter comes"', '"A letter"'), "Shorten", day=3)
    said = past.set_by("refund.ask.call")

    assert said.pop("current 30h") == "Ask the callers"
    assert set(said.values()) == {"Draw the map"}
    assert past.replaced("refund.ask.call") == ONLY_ONE
    assert next(iter(said)) == 'touchpoint call "Calls the line"'
    assert "severity high" in said


def test_what_is_not_committed_is_nobodys_yet(past: Past) -> None:
    past.save(SLOWER)
    said = past.set_by("refund.ask.call")

    assert said["current 30h"] == "not yet"
    assert said["desired 4h"] == "Draw the map"
    assert past.replaced("refund.ask.call") == ONLY_ONE
    assert past.set_by("refund.ask.call", "HEAD")["current 26h"] == "Draw the map"


def test_a_file_that_is_not_committed_at_all(past: Past) -> None:
    past.save("journey other {\n  stage one {\n    touchpoint two\n  }\n}\n", "b.jmap")

    assert set(past.set_by("other.one.two").values()) == {"not yet"}


def test_an_older_revision(past: Past) -> None:
    past.says(SLOWER, "Slower", day=2)
    past.says(MAP, "Faster", day=3)

    assert past.set_by("call", "HEAD~1")["current 30h"] == "Slower"
    assert past.set_by("call", "HEAD~2")["current 26h"] == "Draw the map"


def test_a_revert_sets_the_fact_again(past: Past) -> None:
    past.says(SLOWER, "Slower", day=2)
    past.made.git("revert", "--no-edit", "HEAD")

    assert past.set_by("call")["current 26h"] == 'Revert "Slower"'
    assert past.replaced("call") == {"current 26h": ("current 30h",)}


LAID_OUT = "# A comment.\n\n" + MAP.replace("  ", "\t").replace("26h", "26 h").replace("\n\n", "\n")
PERSIAN_WORDS = (
    MAP.replace("journey ", "سفر ").replace("touchpoint ", "نقطه‌تماس ").replace("owner ", "مسئول ")
)
OTHER_ORDER = MAP.replace(
    "      current 26h\n      desired 4h", "      desired 4h\n      current 26h"
)
FIRST_WAITS = MAP.replace('"Dials"\n      do "Waits"', '"Waits"\n      do "Dials"')


@pytest.mark.parametrize("text", [LAID_OUT, PERSIAN_WORDS, OTHER_ORDER, FIRST_WAITS])
def test_how_it_is_written_is_nobodys_doing(past: Past, text: str) -> None:
    assert text != MAP
    past.says(text, "Tidy up", day=2)

    assert set(past.set_by("refund.ask.call").values()) == {"Draw the map"}
    assert set(past.set_by("refund", everything=True).values()) == {"Draw the map"}


def test_the_file_that_it_stands_in_is_nobodys_doing(past: Past) -> None:
    past.made.git("mv", "a.jmap", "b.jmap")
    past.commit("Rename the file")
    past.says(MAP, "Into a folder", "maps/old/refund.jmap")
    past.made.git("rm", "-q", "b.jmap")
    past.commit("Away with the old one")
    team, journey = MAP.split("\n\n", 1)
    past.made.git("rm", "-q", "maps/old/refund.jmap")
    past.save(team + "\n", "teams.jmap")
    past.says(f'import "teams.jmap"\n{journey}', "Split it", "refund.jmap")

    assert set(past.set_by("refund.ask.call").values()) == {"Draw the map"}
    assert set(past.set_by("team care").values()) == {"Draw the map"}


def test_what_was_renamed_keeps_its_history(past: Past) -> None:
    renamed = MAP.replace('touchpoint call "Calls', 'touchpoint phone was call "Calls')
    renamed = renamed.replace("stage ask ", "stage request was ask ")
    renamed = renamed.replace("journey refund ", "journey money-back was refund ")
    past.says(renamed, "Rename", day=2)
    past.says(renamed.replace("26h", "30h"), "Slower", day=3)
    forgotten = renamed.replace("was call ", "").replace("was ask ", "").replace("was refund ", "")
    past.says(forgotten.replace("26h", "30h"), "Forget the old names", day=4)
    said = past.set_by("money-back.request.phone")

    assert said.pop("current 30h") == "Slower"
    assert set(said.values()) == {"Draw the map"}
    assert 'touchpoint phone "Calls the line"' in said


def test_what_only_calls_something_by_its_new_id_is_not_set_again(past: Past) -> None:
    text = MAP.replace("owner care\n\n", "owner care\n  contributor care\n\n", 1)
    past.says(text, "Who helped", day=2)
    renamed = text.replace("team care ", "team service was care ").replace(
        "owner care", "owner service"
    )
    past.says(renamed.replace("contributor care", "contributor service"), "Rename the team", day=3)
    after = renamed.replace("contributor care", "contributor service").replace("was care ", "")
    past.says(after, "Forget it", day=4)

    assert past.set_by("refund")["owner service"] == "Draw the map"
    assert past.set_by("refund")["contributor service"] == "Who helped"
    assert past.set_by("refund.ask.call")["owner service"] == "Draw the map"
    assert past.set_by("team service")['team service "Customer care"'] == "Draw the map"


def test_another_team_is_set_though_one_was_renamed(past: Past) -> None:
    text = MAP.replace("team care ", 'team web "Web"\nteam service was care ')
    past.says(text.replace("owner care", "owner web"), "Web does it", day=2)

    assert past.set_by("refund.ask.call")["owner web"] == "Web does it"
    assert past.replaced("refund.ask.call") == {"owner web": ("owner care",)}


def test_likeness_is_followed(past: Past) -> None:
    past.says(MAP.replace("touchpoint call ", "touchpoint phone "), "New id, nothing said", day=2)

    assert set(past.set_by("phone").values()) == {"Draw the map"}


def test_a_journey_that_looks_like_another_is_new(past: Past) -> None:
    past.says(MAP.replace("journey refund ", "journey refund-2 ").split("\n\n", 1)[1].replace(
        "owner care", ""), "Copy", "b.jmap", day=2)  # fmt: skip

    assert set(past.set_by("refund-2.ask.call").values()) == {"Copy"}
    assert set(past.set_by("refund.ask.call").values()) == {"Draw the map"}


def test_what_went_to_another_stage_keeps_its_history(past: Past) -> None:
    start, end = MAP.index("    touchpoint call"), MAP.index("  }\n\n  stage wait")
    block = MAP[start:end]
    moved = (MAP[:start] + MAP[end:]).replace(
        "    touchpoint letter", f"{block}    touchpoint letter"
    )
    past.says(moved, "To another stage", day=2)
    past.says(moved.replace("26h", "30h"), "Slower", day=3)
    said = past.set_by("refund.wait.call")

    assert said.pop("current 30h") == "Slower"
    assert set(said.values()) == {"Draw the map"}


def test_new_parts_and_values_in_lists(past: Past) -> None:
    text = MAP.replace('      do "Waits"', '      do "Waits"\n      do "Waits more"')
    text = text.replace(
        "        severity high\n      }",
        '        severity high\n      }\n\n      pain cost "It costs"',
    )
    past.says(text, "More", day=2)
    said = past.set_by("call")

    assert {line for line, subject in said.items() if subject == "More"} == {
        'do "Waits more"', 'pain cost "It costs"',
    }  # fmt: skip


def test_the_line_of_a_part(past: Past) -> None:
    past.says(MAP.replace("Calls the line", "Rings up"), "Reword", day=2)

    assert past.set_by("call")['touchpoint call "Rings up"'] == "Reword"
    assert past.replaced("call") == {
        'touchpoint call "Rings up"': ('touchpoint call "Calls the line"',)
    }


def test_both_sides_of_a_merge(past: Past) -> None:
    past.made.git("checkout", "-qb", "side")
    past.says(SLOWER, "Slower", who="Omid", day=2)
    past.made.git("checkout", "-q", "main")
    past.says(MAP.replace("severity high", "severity low"), "Not so bad", day=3)
    past.made.git("merge", "-q", "--no-edit", "side")
    said = past.set_by("call")

    assert said["current 30h"] == "Slower"
    assert said["severity low"] == "Not so bad"
    assert said["desired 4h"] == "Draw the map"


def test_a_merge_that_says_something_of_its_own(past: Past) -> None:
    past.made.git("checkout", "-qb", "side")
    past.says(SLOWER, "Slower", day=2)
    past.made.git("checkout", "-q", "main")
    past.says(MAP.replace("26h", "28h"), "A bit slower", day=3)
    past.made.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    past.says(MAP.replace("26h", "29h"), "In the middle", day=4)

    assert past.set_by("call")["current 29h"] == "In the middle"
    assert past.replaced("call") == {"current 29h": ("current 28h",)}


def test_a_merge_that_takes_one_side(past: Past) -> None:
    past.made.git("checkout", "-qb", "side")
    past.says(SLOWER, "Slower", day=2)
    past.made.git("checkout", "-q", "main")
    past.says(MAP.replace("26h", "28h"), "A bit slower", day=3)
    past.made.git("merge", "-q", "-s", "ours", "--no-edit", "side")
    past.commit("Nothing at all")

    assert past.set_by("call")["current 28h"] == "A bit slower"
    assert past.set_by("call", "HEAD")["current 28h"] == "A bit slower"


def test_a_commit_with_errors_is_passed_over(past: Past) -> None:
    broken = past.says(MAP.replace("26h", "30h").replace("owner care", "owner nobody"), "Oops")
    past.says(SLOWER, "Mend", day=3)
    found = past.blame("call")

    assert past.set_by("call")["current 30h"] == "Mend"
    assert past.set_by("call")["owner care"] == "Draw the map"
    assert [one.id for one in found.passed_over] == [broken]
    ended = past.run("call")
    assert ended.status == 0
    assert ended.err.count(broken[:9]) == 1


def test_errors_elsewhere_do_not_matter(past: Past) -> None:
    past.says("journey {", "Broken", "other.jmap", day=2)
    past.says(SLOWER, "Slower", day=3)

    assert past.set_by("refund.ask.call")["current 30h"] == "Slower"
    assert past.blame("refund.ask.call").passed_over == ()


def test_errors_where_it_stands_now(past: Past) -> None:
    past.save(MAP.replace("kind interaction", "kind intraction"))
    with pytest.raises(Unsound):
        past.blame("call")
    ended = past.run("call")

    assert ended.status == 2
    assert "intraction" in ended.err
    assert ended.out == ""


def test_what_a_variant_takes_over_is_its_bases_doing(past: Past) -> None:
    variant = """import "a.jmap"

journey refund-future "Refunds to come" {
  extends refund
  state future

  stage ask {
    touchpoint call {
      current 1h
    }
  }
}
"""
    past.says(SLOWER, "Slower", day=2)
    past.says(variant, "What shall be", "b.jmap", day=3)
    past.says(MAP.replace("4h", "3h"), "They want more", day=4)
    found = past.blame("refund-future.ask.call")
    said = past.set_by("refund-future.ask.call")

    assert said["current 1h"] == "What shall be"
    assert said["desired 3h"] == "They want more"
    assert said['do "Dials"'] == "Draw the map"
    bases = {one.fact.lines[0]: one.base for one in found.facts}
    assert bases["desired 3h"] == "refund"
    assert bases["current 1h"] == ""
    assert past.set_by("refund-future")["state future"] == "What shall be"
    # The end of an address means the one of the base.
    assert past.blame("call").found.dotted == "refund.ask.call"


def test_a_stage_says_its_own_facts_unless_all_are_asked_for(past: Past) -> None:
    assert list(past.set_by("refund.ask")) == ['stage ask "Ask"']
    assert "current 26h" in past.set_by("refund.ask", everything=True)
    assert next(iter(past.set_by("refund"))) == 'journey refund "Getting a refund"'
    assert not any("touchpoint" in line or "stage" in line for line in past.set_by("refund"))


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("call", "refund.ask.call"),
        ("ask.call", "refund.ask.call"),
        ("refund.call", "refund.ask.call"),
        ("refund.queue", "refund.ask.call.queue"),
        ("pain queue", "refund.ask.call.queue"),
        ("touchpoint call", "refund.ask.call"),
        ("care", "care"),
    ],
)
def test_a_part_is_found_by_the_end_of_its_address(past: Past, address: str, meant: str) -> None:
    assert past.blame(address).found.dotted == meant


def test_an_address_that_nothing_has(past: Past) -> None:
    with pytest.raises(NotFound) as caught:
        past.blame("refund.ask.cal")
    assert caught.value.hint == "did you mean `refund.ask.call`?"
    with pytest.raises(NotFound) as caught:
        past.blame("nonsense-altogether")
    assert caught.value.hint == "the journeys are: refund"
    ended = past.run("latter")
    assert ended.status == 2
    assert "did you mean `refund.wait.letter`?" in ended.err


def test_an_address_that_several_have(past: Past) -> None:
    past.says(MAP.replace("touchpoint letter", "touchpoint queue"), "Two queues", day=2)
    with pytest.raises(NotFound) as caught:
        past.blame("queue")

    assert "pain refund.ask.call.queue" in caught.value.hint
    assert "touchpoint refund.wait.queue" in caught.value.hint
    assert past.blame("pain queue").found.dotted == "refund.ask.call.queue"


def test_an_address_that_several_workspaces_have(past: Past) -> None:
    past.save("", "one/jmap.toml")
    past.save(MAP, "one/a.jmap")
    with pytest.raises(NotFound) as caught:
        past.blame("refund.ask.call")

    files = [(past.made.folder / file).as_posix() for file in ("a.jmap", "one/a.jmap")]
    assert caught.value.hint == f"say where, with --path: {', '.join(files)}"


def test_a_shallow_clone_says_where_it_ends(
    past: Past, tmp_path_factory: pytest.TempPathFactory
) -> None:
    past.says(SLOWER, "Slower", day=2)
    past.says(SLOWER.replace("4h", "3h"), "They want more", day=3)
    shallow = Past(cloned(past.made, tmp_path_factory.mktemp("shallow") / "maps", "--depth=2"))
    found = shallow.blame("call")

    cut = {
        one.fact.lines[0]: bool(one.setting.commit and one.setting.commit.cut)
        for one in found.facts
    }
    assert cut["current 30h"] is True
    assert cut["desired 3h"] is False
    assert found.cut
    assert not past.blame("call").cut
    ended = shallow.run("call")
    assert ended.status == 0
    assert "git fetch --unshallow" in ended.err
    assert f"^{past.made.git('rev-parse', 'HEAD~1')[:9]}" in ended.out


def test_where_there_is_no_git(past: Past, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(GitFailed):
        Past(type(past.made)(tmp_path_factory.mktemp("none"))).blame("call")


def test_an_unknown_revision(past: Past) -> None:
    ended = past.run("call", "mian")

    assert ended.status == 2
    assert "did you mean `main`?" in ended.err


def test_a_folder_in_the_place_of_a_revision(past: Past) -> None:
    past.save("", "one/jmap.toml")
    ended = past.run("call", "one")

    assert ended.status == 2
    assert "to look there: --path one" in ended.err


def test_a_bare_repository(past: Past, tmp_path_factory: pytest.TempPathFactory) -> None:
    past.says(SLOWER, "Slower", day=2)
    bare = Past(cloned(past.made, tmp_path_factory.mktemp("bare") / "maps", "--bare"))

    assert bare.set_by("refund.ask.call", "main")["current 30h"] == "Slower"


def test_a_folder_or_file_of_the_repository(past: Past) -> None:
    other = MAP.replace("26h", "7h")
    past.save("", "one/jmap.toml")
    past.says(other, "Another house", "one/a.jmap", day=2)
    said = [past.run("call", *rest, "--path", "one").out for rest in ([], ["HEAD"])]

    assert said[0] == said[1] == past.run("call", "--path", "one/a.jmap").out
    assert "current 7h" in said[0]
    assert "Another house" in said[0]
    assert "Draw the map" not in said[0]


def test_a_new_folder_that_is_not_committed_is_not_the_old_one(past: Past) -> None:
    past.save("", "one/jmap.toml")
    past.save(MAP, "one/a.jmap")
    ended = past.run("call", "--path", "one")

    assert "working tree" in ended.out
    assert "Draw the map" not in ended.out
    assert ended.err == ""
