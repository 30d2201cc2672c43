"""The GitHub action: every step is run, with git and jmap, and GitHub on the loopback."""

import json
import re
from pathlib import Path

import pytest

from tests.tools.runner import commands
from tests.unit.ci.github import TOKEN, GitHub
from tests.unit.ci.history import BETTER, BROKEN, FOUND, HOSTILE, MAP, WORSE, History
from tests.unit.ci.job import Ended, Job

SIGN = "<!-- jmap: what changes for customers -->\n"
FAILED = "### The maps could not be compared"


def pulled(history: History, job: Job, *texts: str, **inputs: str) -> Ended:
    """The run for a pull request."""
    job.happens(history.pull_request(*texts))
    history.checkout(job.workspace)
    return job.run(**{"check": "false", "pages_artifact": "", **inputs})


def test_everything_is_told(history: History, job: Job, hub: GitHub) -> None:
    ended = pulled(history, job, WORSE, fail_on="worse")

    assert ended.status == 1
    assert ended.outputs | {"comment-id": ""} == {
        "changes": "1", "worse": "1", "better": "0", "allowed": "0", "comment-id": ""
    }  # fmt: skip
    assert ended.outputs["comment-id"] == str(hub.comments[0]["id"])
    body = hub.comments[0]["body"]
    assert body.startswith(SIGN)
    assert "Calls the line" in body
    assert "**This change does not pass**: `fail-on: worse`" in body
    assert "[the run](https://github.example/acme/maps/actions/runs/99)" in body
    assert body.removeprefix(SIGN) == ended.summary.removesuffix("\n")
    assert all(one.authorization == f"Bearer {TOKEN}" for one in hub.asked)


def test_annotations_name_files_from_the_root_of_the_repository(history: History, job: Job) -> None:
    ended = pulled(history, job, WORSE, path="maps", check="true")
    noted = [one for one in commands(ended.log) if "file" in one.properties]

    assert noted
    assert {one.properties["file"] for one in noted} == {"maps/refund.jmap"}
    assert any(one.properties.get("line") == "7" for one in noted if one.name == "error")


def test_without_annotations(history: History, job: Job) -> None:
    ended = pulled(history, job, FOUND, annotations="false", check="true")

    assert not [one for one in commands(ended.log) if "file" in one.properties]
    assert "maps/refund.jmap" in ended.log


def test_the_working_directory_is_where_paths_start(history: History, job: Job) -> None:
    ended = pulled(history, job, WORSE, working_directory="maps", path="refund.jmap")

    assert ended.outputs["worse"] == "1"
    noted = {one.properties.get("file") for one in commands(ended.log) if one.name == "error"}
    assert noted == {"maps/refund.jmap"}


def test_the_gate_is_last(history: History, job: Job) -> None:
    ended = pulled(
        history, job, WORSE, fail_on="worse", pages_artifact="pages", changes_artifact="changes"
    )
    told = ["Keep the pages", "Hand on the changes", "Comment on the pull request"]

    assert ended.ran[-4:] == [*told, "Let it pass or not"]
    pages = Path(ended.uploads["pages"])
    assert (pages / "site" / "index.html").is_file()
    assert b"<html" in (pages / "changes.html").read_bytes()
    document = json.loads(Path(ended.uploads["changes"]).read_bytes())
    assert document["counts"]["worse"] == 1


def test_without_a_gate_a_change_for_the_worse_is_told_and_passes(
    history: History, job: Job, hub: GitHub
) -> None:
    ended = pulled(history, job, WORSE)

    assert ended.status == 0
    assert ended.outputs["worse"] == "1"
    assert "does not pass" not in hub.comments[0]["body"]


def test_the_comment_is_brought_up_to_date_in_place(
    history: History, job: Job, hub: GitHub
) -> None:
    theirs = {"login": "mallory", "type": "User"}
    hub.comment(f"{SIGN}Approved", theirs)
    for number in range(240):
        hub.comment(f"{number}", theirs)
    first = pulled(history, job, WORSE)
    event = json.loads((job.folder / "event.json").read_text(encoding="utf-8"))
    history.git("checkout", "-q", "slower")
    history.save(BETTER)
    fresh = Job(job.folder / "again", job.environment)
    fresh.folder.mkdir()
    event["pull_request"]["head"]["sha"] = history.git("rev-parse", "HEAD")
    history.git("checkout", "-q", "--detach", "main")
    history.git("merge", "-q", "--no-ff", "-m", "trial", "slower")
    history.git("update-ref", "refs/pull/7/merge", "HEAD")
    history.checkout(fresh.workspace)
    job.happens(event)
    fresh.environment["GITHUB_WORKSPACE"] = str(fresh.workspace)
    second = fresh.run(check="false", pages_artifact="")

    assert hub.written() == [
        "POST /repos/acme/maps/issues/7/comments",
        f"PATCH /repos/acme/maps/issues/comments/{first.outputs['comment-id']}",
    ]
    assert second.outputs["comment-id"] == first.outputs["comment-id"]
    assert second.outputs["better"] == "1"
    assert hub.comments[0]["body"] == f"{SIGN}Approved"
    assert "Reads the letter" in hub.comments[-1]["body"]


def test_two_jobs_have_a_comment_each(history: History, job: Job, hub: GitHub) -> None:
    hub.comment(f"{SIGN}of another job")
    pulled(history, job, WORSE, comment_key="refunds")

    assert len(hub.comments) == 2
    assert hub.comments[1]["body"].startswith(
        "<!-- jmap: what changes for customers (refunds) -->\n"
    )


def test_no_changes_are_said_only_where_there_was_a_comment(
    history: History, job: Job, hub: GitHub
) -> None:
    first = pulled(history, job, MAP)

    assert first.outputs["changes"] == "0"
    assert first.outputs["comment-id"] == ""
    assert hub.written() == []
    known = hub.comment(f"{SIGN}worse")
    job.run(check="false", pages_artifact="")
    assert hub.written() == [f"PATCH /repos/acme/maps/issues/comments/{known}"]
    assert "worse" not in hub.comments[0]["body"]


def test_a_gate_that_is_switched_off_is_said_where_no_map_changes(
    history: History, job: Job, hub: GitHub
) -> None:
    gate = '[diff]\nfail-on = ["%s"]\n'
    history.save(gate % "worse", "jmap.toml")
    job.happens(history.pull_request(gate % "none", name="jmap.toml"))
    history.checkout(job.workspace)
    ended = job.run(check="false", pages_artifact="")

    assert ended.outputs["changes"] == "0"
    assert "worse → none" in hub.comments[0]["body"]


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_comparison_that_failed_never_reads_as_no_changes(
    history: History, job: Job, hub: GitHub, side: str
) -> None:
    if side == "before":
        history.save(BROKEN)
    ended = pulled(history, job, MAP if side == "before" else BROKEN, fail_on="worse")

    assert ended.status == 2
    for told in (hub.comments[0]["body"], ended.summary):
        assert FAILED in told
        assert "This is not the same as no changes" in told
        assert "26 parsecs" in told
        assert "no changes." not in told.replace("same as no changes.", "").lower()
    assert {name: value for name, value in ended.outputs.items() if value} == {
        "comment-id": str(hub.comments[0]["id"])
    }
    assert not Path(job.own / "changes").exists()
    assert any("not compared" in one.data for one in commands(ended.log))


def test_a_failed_comparison_takes_the_place_of_an_earlier_comment(
    history: History, job: Job, hub: GitHub
) -> None:
    hub.comment(f"{SIGN}**No changes.**")
    pulled(history, job, BROKEN)

    assert len(hub.comments) == 1
    assert FAILED in hub.comments[0]["body"]


def test_a_gate_that_is_unknown_fails_the_comparison(
    history: History, job: Job, hub: GitHub
) -> None:
    ended = pulled(history, job, WORSE, fail_on="wrose`\n@acme/all")

    assert ended.status == 2
    assert FAILED in hub.comments[0]["body"]


def test_a_missing_jmap_is_told(history: History, job: Job, hub: GitHub) -> None:
    (job.own / "venv" / "bin" / "python").unlink()
    (job.folder / "bin" / "python").unlink()
    (job.folder / "bin" / "python").symlink_to("/usr/bin/env")
    job.environment["PATH"] = job.environment["PATH"].split(":", 1)[1]
    ended = pulled(history, job, WORSE)

    assert ended.status == 2
    assert FAILED in hub.comments[0]["body"]
    assert "could not be installed" in hub.comments[0]["body"]


@pytest.mark.parametrize("path", ["nowhere", "..", "/etc", "--output=x"])
def test_a_path_that_is_none_fails_the_comparison(history: History, job: Job, path: str) -> None:
    ended = pulled(history, job, WORSE, path=path)

    assert ended.status == 2
    assert FAILED in ended.summary


def test_a_path_out_of_the_repository_through_a_link(
    history: History, job: Job, tmp_path: Path
) -> None:
    (tmp_path / "secret.jmap").write_text("secret", encoding="utf-8")
    link = history.folder / "maps" / "link.jmap"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "secret.jmap")
    ended = pulled(history, job, WORSE, path="maps/link.jmap")

    assert ended.status == 2
    assert "leads over a link, maps/link.jmap" in ended.summary


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_a_comment_that_is_refused_does_not_decide(
    history: History, job: Job, hub: GitHub, status: int
) -> None:
    hub.refuses = status
    # With the time to wait it would be a limit, and no lack of a permission.
    hub.headers = hub.headers if status == 500 else {}
    ended = pulled(history, job, WORSE)

    assert ended.status == 0
    assert any(one.name == "warning" and str(status) in one.data for one in commands(ended.log))
    assert ("permissions" in ended.log) is (status in (403, 404))
    assert "Calls the line" in ended.summary


def test_the_check_decides_as_well(history: History, job: Job, hub: GitHub) -> None:
    ended = pulled(history, job, FOUND, check="true")

    assert ended.status == 1
    assert "the check found something" in ended.log
    assert hub.comments[0]["body"].startswith(SIGN)


def test_what_is_hostile_does_nothing(history: History, job: Job, hub: GitHub) -> None:
    """Names of branches, titles, bodies and maps are texts, wherever they come to stand."""
    text = HOSTILE.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    hostile = WORSE.replace('"Calls the line"', f'"{text}"')
    branch = "x;touch${IFS}pwned;$(touch${IFS}pwned)"
    job.happens(history.pull_request(hostile, branch=branch))
    history.checkout(job.workspace)
    ended = job.run(fail_on="worse", check="false", pages_artifact="")

    assert ended.status == 1
    assert not list(job.folder.rglob("pwned"))
    names = {one.name for one in commands(ended.log)}
    assert names <= {"error", "warning", "notice"}
    assert not [one for one in commands(ended.log) if one.data == "fake"]
    body = hub.comments[0]["body"]
    assert not re.search(r"(?<!\\)<script", body)
    assert "@acme" not in body
    assert len(re.findall(r"(?<!\\)<!--", body)) == 1
    assert TOKEN not in body


def test_a_hostile_map_that_cannot_be_read_does_nothing(
    history: History, job: Job, hub: GitHub
) -> None:
    hostile = 'journey x "```` @acme/all <!-- -->\n::error::fake\n##[error]fake\n````\n# loud\n'
    ended = pulled(history, job, hostile, check="true")

    assert ended.status == 2
    body = hub.comments[0]["body"]
    fence = next(line for line in body.split("\n") if line.startswith("```")).removesuffix("text")
    inside = body.split(f"{fence}text\n")[1].split(f"\n{fence}\n")[0]
    assert fence not in inside
    assert "@acme" not in body.replace(inside, "")
    assert not [one for one in commands(ended.log) if one.data.startswith("fake")]


def test_files_beside_the_maps_are_never_run(history: History, job: Job) -> None:
    """What Python or git might take for their own."""
    pwn = "open('pwned', 'w')\n"
    for name in ("jmap.py", "json.py", "click.py", "sitecustomize.py", "action/log.py", "pip.py"):
        history.save(pwn, name)
    history.save("* filter=pwn diff=pwn\n", ".gitattributes")
    ended = pulled(history, job, WORSE)

    assert ended.outputs["worse"] == "1"
    assert not list(job.folder.rglob("pwned"))


def test_a_persian_map_has_a_persian_comment(history: History, job: Job, hub: GitHub) -> None:
    text = (
        'سفر تعمیر "تعمیر" {\n  مرحله صف "صف" {\n    نقطه‌تماس خط "خط" {\n      %s\n    }\n  }\n}\n'
    )
    history.save(text % "اکنون ۹۶ ثانیه\n مطلوب ۲۰ ثانیه")
    pulled(history, job, text % "اکنون ۱۲۰ ثانیه\n مطلوب ۲۰ ثانیه", fail_on="worse")

    body = hub.comments[0]["body"].removeprefix(SIGN)
    assert body.startswith(
        '<div dir="rtl">\n\n**این تغییر پذیرفته نمی‌شود**: `fail-on: worse`\n\n</div>\n'
    )
    assert "does not pass" not in body
    assert "[اجرا](https://github.example/" in body


def test_an_allowance_in_the_commits_of_the_branch(history: History, job: Job, hub: GitHub) -> None:
    """A shallow checkout holds none of them: they are fetched."""
    event = history.pull_request(WORSE, branch="quiet")
    ended_before = history.git("rev-parse", "refs/pull/7/merge")
    allowed = "Slower\n\nJmap-Allow: gap-widened refund.ask.call -- the law wants it"
    history.git("checkout", "-q", "-B", "quiet", "main")
    history.save(WORSE, message=allowed)
    for number in range(3):
        history.save(f"{number}", "notes.txt")
    head = history.git("rev-parse", "HEAD")
    history.git("checkout", "-q", "--detach", "main")
    history.git("merge", "-q", "--no-ff", "-m", "trial", head)
    history.git("update-ref", "refs/pull/7/merge", "HEAD")
    event["pull_request"] |= {"commits": 4, "head": {"sha": head}}
    assert history.git("rev-parse", "HEAD") != ended_before
    job.happens(event)
    history.checkout(job.workspace)
    ended = job.run(fail_on="worse", check="false", pages_artifact="")

    assert ended.status == 0, ended.log
    assert (ended.outputs["worse"], ended.outputs["allowed"]) == ("1", "1")
    assert "the law wants it" in hub.comments[0]["body"]


def test_the_first_map_of_a_repository(tmp_path: Path, job: Job, hub: GitHub) -> None:
    history = History(tmp_path / "young")
    history.save("hello", "README.md")
    ended = pulled(history, job, MAP)

    assert ended.status == 0
    assert int(ended.outputs["changes"]) > 0
    assert "Getting a refund" in hub.comments[0]["body"]


def test_the_comment_can_be_done_without(history: History, job: Job, hub: GitHub) -> None:
    ended = pulled(history, job, WORSE, comment="false")

    assert hub.asked == []
    assert "Calls the line" in ended.summary


def test_a_push_has_a_summary_and_no_comment(history: History, job: Job, hub: GitHub) -> None:
    before = history.git("rev-parse", "main")
    history.save(WORSE)
    job.happens({"before": before})
    history.checkout(job.workspace, "refs/heads/main")
    ended = job.run(fail_on="worse", check="false", pages_artifact="")

    assert ended.status == 1
    assert hub.asked == []
    assert "Calls the line" in ended.summary
