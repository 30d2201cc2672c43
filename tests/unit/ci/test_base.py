"""Which commit is compared with, and how a shallow checkout gets it."""

import json
from typing import Any

import pytest

from tests.unit.ci.history import BETTER, NEUTRAL, WORSE, History
from tests.unit.ci.job import Job


def found(job: Job, **inputs: str) -> dict[str, Any]:
    """What the step finds out."""
    job.run(pages_artifact="", comment="false", check="false", **inputs)
    known: dict[str, Any] = json.loads((job.own / "state.json").read_text(encoding="utf-8"))
    return known


@pytest.mark.parametrize("depth", [1, 2, 0])
def test_a_trial_merge_is_compared_with_what_it_is_merged_into(
    history: History, job: Job, depth: int
) -> None:
    event = history.pull_request(NEUTRAL, WORSE, meanwhile=BETTER)
    job.happens(event)
    history.checkout(job.workspace, depth=depth)
    known = found(job)

    assert known["base"] == event["pull_request"]["base"]["sha"]
    # What happened on `main` in the meantime is nobody's doing here.
    assert (known["worse"], known["better"]) == (1, 0)


def test_the_base_that_the_event_tells_may_be_behind(history: History, job: Job) -> None:
    """It is the one of when the branch was pushed; the trial merge is made later."""
    before = history.git("rev-parse", "main")
    event = history.pull_request(WORSE, meanwhile=BETTER)
    event["pull_request"]["base"]["sha"] = before
    job.happens(event)
    history.checkout(job.workspace)

    assert found(job)["base"] == history.git("rev-parse", "main")


@pytest.mark.parametrize("depth", [1, 0])
def test_a_checkout_of_the_branch_itself(history: History, job: Job, depth: int) -> None:
    parted = history.git("rev-parse", "main")
    event = history.pull_request(NEUTRAL, WORSE, meanwhile=BETTER)
    job.happens(event)
    history.checkout(job.workspace, "refs/pull/7/head", depth)
    known = found(job)

    assert known["base"] == parted
    assert (known["worse"], known["better"]) == (1, 0)


@pytest.mark.parametrize("depth", [1, 0])
def test_a_checkout_without_the_pull_request_is_no_comparison(
    history: History, job: Job, depth: int
) -> None:
    """As `pull_request_target` leaves it: both sides would be the same commit."""
    job.happens(history.pull_request(WORSE))
    history.checkout(job.workspace, "refs/heads/main", depth)
    ended = job.run(pages_artifact="", check="false")

    assert ended.status == 2
    assert "does not hold the pull request" in ended.summary
    assert ended.outputs["changes"] == ""


@pytest.mark.parametrize("depth", [1, 0])
def test_a_push(history: History, job: Job, depth: int) -> None:
    before = history.git("rev-parse", "main")
    history.save(WORSE)
    job.happens({"before": before, "after": history.git("rev-parse", "main")})
    history.checkout(job.workspace, "refs/heads/main", depth)
    known = found(job)

    assert known["base"] == before
    assert known["worse"] == 1


def test_a_merge_queue(history: History, job: Job) -> None:
    before = history.git("rev-parse", "main")
    history.save(WORSE)
    job.happens({"merge_group": {"base_sha": before}})
    history.checkout(job.workspace, "refs/heads/main")

    assert found(job)["base"] == before


@pytest.mark.parametrize("event", [{}, {"before": "0" * 40}, {"schedule": "@daily"}])
def test_where_there_is_no_base_nothing_is_said_to_be_unchanged(
    history: History, job: Job, event: dict[str, str]
) -> None:
    job.happens(event)
    history.checkout(job.workspace, "refs/heads/main")
    ended = job.run(pages_artifact="", check="false")

    assert ended.status == 0
    assert "nothing to compare with" in ended.log
    assert "nothing to compare with" in ended.summary
    assert ended.outputs["changes"] == ""


@pytest.mark.parametrize("name", ["main", "v1", "HEAD~1"])
def test_a_base_that_is_named(history: History, job: Job, name: str) -> None:
    history.git("tag", "v1")
    before = history.git("rev-parse", "main")
    history.git("checkout", "-q", "-b", "mine")
    history.save(WORSE)
    job.happens({})
    history.checkout(job.workspace, "refs/heads/mine", 0 if name == "HEAD~1" else 1)

    assert found(job, base=name)["base"] == before


@pytest.mark.parametrize(
    "name", ["--upload-pack=touch pwned", "-x", "a b", "nowhere", "a\nb", "$(touch pwned)", "..%"]
)
def test_a_base_that_is_none_fails_the_comparison(history: History, job: Job, name: str) -> None:
    job.happens({})
    history.checkout(job.workspace, "refs/heads/main")
    ended = job.run(base=name, pages_artifact="", check="false")

    assert ended.status == 2
    assert "could not be compared" in ended.summary
    assert not list(job.folder.rglob("pwned"))


def test_a_commit_that_is_gone_fails_the_comparison(history: History, job: Job) -> None:
    job.happens({"before": "1" * 40})
    history.checkout(job.workspace, "refs/heads/main")
    ended = job.run(pages_artifact="", check="false")

    assert ended.status == 2
    assert ended.outputs["worse"] == ""
    assert "could not be compared" in ended.summary


def test_a_named_base_counts_from_where_the_two_parted(history: History, job: Job) -> None:
    history.git("checkout", "-q", "-b", "mine")
    history.save(WORSE)
    history.git("checkout", "-q", "main")
    history.save(BETTER)
    job.happens({})
    history.checkout(job.workspace, "refs/heads/mine")
    known = found(job, base="main")

    assert (known["worse"], known["better"]) == (1, 0)
