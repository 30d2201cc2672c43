"""Pull requests as they come: the first map, the last one, none at all, and folders that become
something else. What is compared is what the workflow names, whatever the change made of it.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.runner import commands
from tests.unit.ci.github import GitHub
from tests.unit.ci.history import BETTER, BROKEN, MAP, WORSE, History
from tests.unit.ci.job import Ended, Job

SIGN = "<!-- jmap: what changes for customers -->\n"
FAILED = "### The maps could not be compared"
DROPPED = "nothing tells any more what customers live through"
PERSIAN = """سفر تعمیر "تعمیر یخچال" {
  مرحله صف "صف انتظار" {
    نقطه‌تماس خط "خط تلفن" {
      اکنون ۹۶ ثانیه
      مطلوب ۲۰ ثانیه
    }
  }
}
"""


def judged(history: History, job: Job, change: Callable[[], object], **inputs: str) -> Ended:
    """The run for a pull request, with everything in it."""
    job.happens(history.pull(change))
    history.checkout(job.workspace)
    return job.run(**inputs)


def young(tmp_path: Path) -> History:
    """A repository without a map."""
    made = History(tmp_path / "young")
    made.save("hello", "README.md")
    return made


@pytest.mark.parametrize("inputs", [{"path": "maps"}, {"path": "maps/refund.jmap"}, {}])
@pytest.mark.parametrize("gate", ["worse", "removed"])
def test_all_maps_are_taken_away(
    history: History, job: Job, hub: GitHub, inputs: dict[str, str], gate: str
) -> None:
    history.save("hello", "README.md")
    ended = judged(history, job, lambda: history.git("rm", "-rq", "maps"), fail_on=gate, **inputs)

    assert ended.status == 1, ended.log
    assert ended.outputs["worse"] == "1"
    assert DROPPED in hub.comments[0]["body"]
    assert "**This change does not pass**" in hub.comments[0]["body"]
    assert FAILED not in ended.summary
    assert (job.own / "pages" / "changes.html").is_file()
    assert not (job.own / "pages" / "site").exists()


def test_the_working_directory_is_taken_away(history: History, job: Job, hub: GitHub) -> None:
    history.save("hello", "README.md")
    ended = judged(
        history, job, lambda: history.git("rm", "-rq", "maps"),
        working_directory="maps", fail_on="worse",
    )  # fmt: skip

    assert ended.status == 1, ended.log
    assert DROPPED in hub.comments[0]["body"]


@pytest.mark.parametrize(
    "inputs",
    [{"path": "maps"}, {"working_directory": "maps"}, {"path": "maps/refund.jmap"}],
    ids=["path", "working directory", "file"],
)
def test_a_link_in_the_place_of_a_folder_hides_nothing(
    history: History, job: Job, hub: GitHub, inputs: dict[str, str]
) -> None:
    """Both sides of the folder that it leads to are alike."""
    history.save(BETTER, "elsewhere/refund.jmap")

    def change() -> None:
        history.git("rm", "-rq", "maps")
        (history.folder / "maps").symlink_to("elsewhere")

    ended = judged(history, job, change, fail_on="worse", **inputs)

    assert ended.status == 2
    assert FAILED in hub.comments[0]["body"]
    assert "leads over a link, maps:" in hub.comments[0]["body"]


def test_a_repository_without_maps_waits_for_the_first(
    tmp_path: Path, job: Job, hub: GitHub
) -> None:
    """Who adds the workflow first is not stopped by it."""
    history = young(tmp_path)
    ended = judged(
        history, job, lambda: history.save("more", "README.md"), changes_artifact="changes"
    )

    assert ended.status == 0, ended.log
    assert "no map here yet" in ended.summary
    assert hub.comments == []
    assert ended.outputs["changes"] == ""
    # The second workflow is told that nothing changes.
    assert json.loads(Path(ended.uploads["changes"]).read_bytes())["counts"]["worse"] == 0


def test_the_first_map_that_is_taken_back(tmp_path: Path, job: Job, hub: GitHub) -> None:
    history = young(tmp_path)
    hub.comment(f"{SIGN}**3 changes.**")
    judged(history, job, lambda: history.save("more", "README.md"))

    assert "no map here yet" in hub.comments[0]["body"]
    assert "3 changes" not in hub.comments[0]["body"]


def test_a_push_to_a_repository_without_maps(tmp_path: Path, job: Job) -> None:
    history = young(tmp_path)
    job.happens({"before": "0" * 40})
    history.checkout(job.workspace, "refs/heads/main")

    assert job.run().status == 0


@pytest.mark.parametrize("inputs", [{"path": "mpas"}, {"working_directory": "mpas"}])
def test_a_folder_that_never_was_is_a_slip(
    history: History, job: Job, hub: GitHub, inputs: dict[str, str]
) -> None:
    ended = judged(history, job, lambda: history.save(WORSE), fail_on="worse", **inputs)

    assert ended.status == 2
    assert FAILED in hub.comments[0]["body"]
    assert "`mpas` holds no map, neither before this change nor after it" in ended.log


def test_a_pull_request_that_touches_no_map(history: History, job: Job, hub: GitHub) -> None:
    ended = judged(history, job, lambda: history.save("more", "README.md"), check="false")

    assert ended.status == 0
    assert ended.outputs["changes"] == "0"
    assert hub.comments == []
    assert not [one for one in commands(ended.log) if one.name == "error"]


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_failed_comparison_of_persian_maps_is_told_in_persian(
    history: History, job: Job, hub: GitHub, side: str
) -> None:
    broken = PERSIAN.replace("مرحله", "مرحلله").replace("{", "", 1)
    history.save(broken if side == "before" else PERSIAN, "maps/repair.jmap")
    text = PERSIAN if side == "before" else broken
    ended = judged(history, job, lambda: history.save(text, "maps/repair.jmap"))

    assert ended.status == 2
    body = hub.comments[0]["body"].removeprefix(SIGN)
    assert body.startswith('<div dir="rtl">\n\n### نقشه‌ها مقایسه نشدند\n\n**معلوم نیست')
    assert "could not be compared" not in body
    assert "maps/repair.jmap" in body
    assert "[اجرا](https://github.example/" in body


def test_persian_maps_beside_do_not_make_it_persian(
    history: History, job: Job, hub: GitHub
) -> None:
    for number in range(3):
        history.save(PERSIAN.replace("تعمیر ", f"تعمیر{number} "), f"maps/{number}.jmap")
    judged(history, job, lambda: history.save(BROKEN))

    assert FAILED in hub.comments[0]["body"]


def test_the_comment_names_the_commit_that_was_pushed(
    history: History, job: Job, hub: GitHub
) -> None:
    """Nobody knows the one of the trial merge."""
    event = history.pull_request(WORSE)
    job.happens(event)
    history.checkout(job.workspace)
    job.run(check="false", pages_artifact="")
    sides = (
        f"`{history.git('rev-parse', 'main')[:12]} → {event['pull_request']['head']['sha'][:12]}`"
    )

    assert sides in hub.comments[0]["body"]


def test_two_uses_in_one_job_know_nothing_of_each_other(
    history: History, job: Job, hub: GitHub
) -> None:
    history.save(BETTER, "others/refund.jmap")

    def change() -> None:
        history.save(BROKEN)
        history.save(MAP, "others/refund.jmap")

    first = judged(history, job, change, path="others", comment_key="others")
    second = job.run(path="maps", comment_key="maps", changes_artifact="changes")
    handed_on = Path(second.uploads["changes"]).exists()
    third = job.run(path="others", comment_key="others")

    assert [one.status for one in (first, second, third)] == [0, 2, 0]
    assert not handed_on
    told = {one["body"].split("\n")[0]: one["body"] for one in hub.comments}
    assert len(told) == 2
    assert FAILED in told["<!-- jmap: what changes for customers (maps) -->"]
    assert FAILED not in told["<!-- jmap: what changes for customers (others) -->"]


def test_a_configuration_that_is_wrong_hands_nothing_on(
    history: History, job: Job, hub: GitHub
) -> None:
    """The changes are known then, but not whether they may pass."""

    def change() -> None:
        history.save("[diff]\nfail-on = 3\n", "jmap.toml")
        history.save(WORSE)

    ended = judged(history, job, change, changes_artifact="changes")

    assert ended.status == 2
    assert FAILED in hub.comments[0]["body"]
    assert "jmap.toml" in hub.comments[0]["body"]
    assert not Path(ended.uploads["changes"]).exists()
    assert not (job.own / "pages" / "changes.html").exists()


def test_changes_that_cannot_be_drawn_are_told_all_the_same(
    history: History, job: Job, hub: GitHub
) -> None:
    """One comparison makes all reports; one that cannot be made takes no other with it."""
    (job.own / "pages").mkdir(parents=True)
    python = job.own / "venv" / "bin" / "python"
    python.write_text(
        python.read_text(encoding="utf-8").replace(
            "exec", 'case "$*" in *html=*) echo "no picture" >&2; exit 2;; esac\nexec'
        ),
        encoding="utf-8",
    )
    ended = judged(history, job, lambda: history.save(WORSE), fail_on="none", check="false")

    assert ended.status == 2
    assert "Calls the line" in hub.comments[0]["body"]
    assert ended.outputs["worse"] == "1"
    assert "the changes could not be drawn: no picture" in ended.log
