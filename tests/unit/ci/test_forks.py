"""The two workflows for forks: what the second takes from the first, and what it never does."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from action.place import Stopped
from action.publish import DOCUMENT_BYTES, unpacked
from jmap.reports.changes import told
from tests.tools.runner import commands
from tests.unit.ci.github import TOKEN, GitHub, zipped
from tests.unit.ci.history import BROKEN, MAP, WORSE, History
from tests.unit.ci.job import Ended, Job

COMMENT = "action/comment/action.yml"
HEAD = "5" * 40
FAILED = "### The maps could not be compared"
BRANCH = "x;touch${IFS}pwned&state=closed#"


def ended_run(**changes: Any) -> dict[str, Any]:
    """What GitHub tells when the first workflow has ended."""
    said = {
        "id": 99, "event": "pull_request", "conclusion": "success", "head_sha": HEAD,
        "head_branch": BRANCH, "pull_requests": [],
        "head_repository": {"id": 4, "owner": {"login": "mallory"}},
    }  # fmt: skip
    return {"action": "completed", "workflow_run": {**said, **changes}}


def pull(number: int = 7, sha: str = HEAD, repository: int = 4) -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha, "repo": {"id": repository}}}


@pytest.fixture
def second(job: Job, hub: GitHub) -> Job:
    """The machine of the second workflow: it has no checkout."""
    job.workspace.mkdir()
    job.happens(ended_run())
    hub.pulls.append(pull())
    return job


def handed_on(history: History, job: Job, *texts: str, **inputs: str) -> Ended:
    """The run of the first workflow."""
    job.happens(history.pull_request(*texts))
    history.checkout(job.workspace)
    ended = job.run(
        check="false", comment="false", pages_artifact="", changes_artifact="jmap-changes", **inputs
    )
    # The second workflow runs on another machine, and has no checkout.
    shutil.rmtree(job.workspace)
    job.workspace.mkdir()
    return ended


def test_one_document_goes_from_the_one_to_the_other(
    history: History, job: Job, hub: GitHub
) -> None:
    first = handed_on(history, job, WORSE, fail_on="worse")
    assert first.status == 1
    assert first.uploads.keys() == {"jmap-changes"}
    assert hub.asked == []
    hub.hand_on(Path(first.uploads["jmap-changes"]).read_bytes())
    hub.pulls.append(pull())
    job.happens(ended_run(conclusion="failure"))
    ended = job.run(COMMENT)

    assert ended.status == 0
    body = hub.comments[0]["body"]
    assert "Calls the line" in body
    assert "**This change does not pass**" in body
    assert ended.outputs["comment-id"] == str(hub.comments[0]["id"])


def test_the_second_run_brings_the_comment_up_to_date(
    history: History, second: Job, hub: GitHub
) -> None:
    second.workspace.rmdir()
    first = handed_on(history, second, WORSE)
    hub.hand_on(Path(first.uploads["jmap-changes"]).read_bytes())
    second.happens(ended_run())
    second.run(COMMENT)
    second.run(COMMENT)

    assert [one.split(" ")[0] for one in hub.written()] == ["POST", "PATCH"]


def test_no_changes_are_not_worth_a_comment(history: History, second: Job, hub: GitHub) -> None:
    second.workspace.rmdir()
    first = handed_on(history, second, MAP)
    hub.hand_on(Path(first.uploads["jmap-changes"]).read_bytes())
    second.happens(ended_run())

    assert second.run(COMMENT).status == 0
    assert hub.written() == []


def test_a_failed_comparison_hands_nothing_on_and_is_told(
    history: History, second: Job, hub: GitHub
) -> None:
    second.workspace.rmdir()
    first = handed_on(history, second, BROKEN)
    assert first.status == 2
    assert not Path(first.uploads["jmap-changes"]).exists()
    second.happens(ended_run(conclusion="failure"))
    second.run(COMMENT)

    assert FAILED in hub.comments[0]["body"]
    assert "[the run](https://github.example/acme/maps/actions/runs/99)" in hub.comments[0]["body"]


def test_a_comparison_that_is_lost_is_told_in_the_language_that_is_asked_for(
    second: Job, hub: GitHub
) -> None:
    second.run(COMMENT, language="fa")

    body = hub.comments[0]["body"]
    assert "### نقشه‌ها مقایسه نشدند" in body
    assert "could not be compared" not in body
    assert "[اجرا](https://github.example/acme/maps/actions/runs/99)" in body


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"{}", b"[]", b"null", b'{"version": 2}', b"[" * 100_000,
        b'{"version": 1, "counts": {"worse": -1}}', b'{"version": 1, "also": "@acme/all"}',
        b'{"version": 1, "counts": {"worse": 1e999}}',
        b'{"version": 1, "counts": {"worse": 0, "better": 0, "neutral": 0, "allowed": 0}, '
        b'"also": "@acme/all"}',
        b'{"version": 1, "changes": {}}',
        json.dumps({"version": 1, "changes": [{"title": "x" * 1_000_000}]}).encode(),
    ],
    ids=[f"document {number}" for number in range(13)],
)  # fmt: skip
def test_a_document_that_is_none_is_not_repeated(second: Job, hub: GitHub, content: bytes) -> None:
    hub.hand_on(content)
    ended = second.run(COMMENT)

    assert ended.status == 0
    body = hub.comments[0]["body"]
    assert FAILED in body
    assert "@acme" not in body


@pytest.mark.parametrize(
    "archive",
    [
        b"no archive", zipped({}), zipped({"../changes.json": b"{}"}), zipped({"other.json": b""}),
        zipped({"changes.json": b"{}", "more": b""}), zipped({"changes.json": b"{}"})[:-30],
        zipped({"changes.json": b"x" * 100})[:20] + b"\0" * 200,
    ],
    ids=[f"archive {number}" for number in range(7)],
)  # fmt: skip
def test_an_archive_that_is_none(second: Job, hub: GitHub, archive: bytes) -> None:
    hub.hand_on(b"")
    hub.archive = archive
    ended = second.run(COMMENT)

    assert ended.status == 0
    assert FAILED in hub.comments[0]["body"]
    assert not list(second.folder.rglob("other.json"))


def test_a_small_archive_of_a_large_document() -> None:
    assert DOCUMENT_BYTES == told.BYTES
    bomb = zipped({"changes.json": b"0" * (DOCUMENT_BYTES + 1)})
    assert len(bomb) < 100_000

    with pytest.raises(Stopped, match="too large"):
        unpacked(bomb)


def test_an_archive_with_two_of_one_name(tmp_path: Path) -> None:
    file = tmp_path / "two.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("changes.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("changes.json", "[]")

    with pytest.raises(Stopped, match="something else"):
        unpacked(file.read_bytes())


def test_an_artifact_that_is_too_large_is_not_fetched(second: Job, hub: GitHub) -> None:
    hub.hand_on(b"{}")
    hub.artifacts[0]["size_in_bytes"] = 10**10
    second.run(COMMENT)

    assert FAILED in hub.comments[0]["body"]
    assert not [one for one in hub.asked if one.path.endswith("/zip")]


def test_a_run_that_was_run_again(second: Job, hub: GitHub) -> None:
    hub.hand_on(b"{}")
    hub.artifacts.insert(0, {**hub.artifacts[0], "id": 4})
    hub.artifacts.append({**hub.artifacts[0], "id": 6, "expired": True})
    second.run(COMMENT)

    assert [one.path for one in hub.asked if one.path.endswith("/zip")] == [
        "/repos/acme/maps/actions/artifacts/5/zip"
    ]


def test_the_token_stays_with_github(second: Job, hub: GitHub) -> None:
    hub.hand_on(b"{}")
    second.run(COMMENT)
    secrets = {one.path: one.authorization for one in hub.asked}

    assert secrets.pop("/elsewhere") is None
    assert set(secrets.values()) == {f"Bearer {TOKEN}"}


def test_github_says_which_pull_request_it_is(second: Job, hub: GitHub) -> None:
    hub.pulls[:0] = [pull(8, sha="6" * 40), pull(9, repository=5)]
    second.run(COMMENT)
    asked = next(one for one in hub.asked if one.path.endswith("/pulls"))

    assert hub.written() == ["POST /repos/acme/maps/issues/7/comments"]
    # The name of the branch is one value, and nothing in it becomes another.
    assert asked.query["head"] == f"mallory:{BRANCH}"
    assert asked.query["state"] == "open"
    assert not list(second.folder.rglob("pwned"))


@pytest.mark.parametrize("pulls", [[], [pull(sha="6" * 40)], [pull(repository=5)]])
def test_a_pull_request_that_has_moved_on(
    second: Job, hub: GitHub, pulls: list[dict[str, Any]]
) -> None:
    hub.pulls = pulls
    ended = second.run(COMMENT)

    assert ended.status == 0
    assert hub.written() == []


def test_two_pull_requests_of_one_commit(second: Job, hub: GitHub) -> None:
    hub.pulls.append(pull(8))
    ended = second.run(COMMENT)

    assert ended.status == 2
    assert hub.written() == []


@pytest.mark.parametrize(
    "event",
    [
        {}, {"workflow_run": None}, ended_run(id="99; x"), ended_run(head_sha="main"),
        {"pull_request": {"number": 7}},
    ],
)  # fmt: skip
def test_another_event(second: Job, hub: GitHub, event: dict[str, Any]) -> None:
    second.happens(event)
    ended = second.run(COMMENT)

    assert ended.status == 2
    assert hub.asked == []


def test_a_run_for_a_push(second: Job, hub: GitHub) -> None:
    second.happens(ended_run(event="push"))

    assert second.run(COMMENT).status == 0
    assert hub.asked == []


@pytest.mark.parametrize("conclusion", ["action_required", "skipped"])
def test_a_run_that_waits_for_approval(second: Job, hub: GitHub, conclusion: str) -> None:
    second.happens(ended_run(conclusion=conclusion))

    assert second.run(COMMENT).status == 0
    assert hub.asked == []


@pytest.mark.parametrize("conclusion", ["success", "failure", "timed_out", "cancelled"])
def test_what_did_not_succeed_does_not_pass(second: Job, hub: GitHub, conclusion: str) -> None:
    hub.comment("<!-- jmap: what changes for customers -->\n")
    counts = dict.fromkeys(("worse", "better", "neutral", "allowed"), 0)
    hub.hand_on(json.dumps({"version": 1, "counts": counts}).encode())
    second.happens(ended_run(conclusion=conclusion))
    second.run(COMMENT)

    body = hub.comments[0]["body"]
    assert FAILED not in body
    assert ("This change does not pass" in body) is (conclusion != "success")


def test_a_fork_that_is_gone(second: Job, hub: GitHub) -> None:
    second.happens(ended_run(head_repository=None))

    assert second.run(COMMENT).status == 0
    assert hub.written() == []


def test_a_refusal_is_a_failure(second: Job, hub: GitHub) -> None:
    hub.refuses = 403
    ended = second.run(COMMENT)

    assert ended.status == 2
    assert any(one.name == "error" and "403" in one.data for one in commands(ended.log))
