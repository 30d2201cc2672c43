"""Comments of a pull request where GitHub has its moods: limits, faults, and other hands."""

from dataclasses import replace

import pytest

from tests.tools.runner import commands
from tests.unit.ci.github import GitHub, serving
from tests.unit.ci.history import MAP, WORSE, History
from tests.unit.ci.job import Ended, Job, machine

SIGN = "<!-- jmap: what changes for customers -->\n"
HERE = "/repos/acme/maps/issues"


@pytest.fixture
def commented(history: History, job: Job) -> Job:
    """A job that has compared, with nothing but the comment to write anew."""
    job.happens(history.pull_request(WORSE))
    history.checkout(job.workspace)
    return job


def run(job: Job) -> Ended:
    return job.run(check="false", pages_artifact="")


@pytest.mark.parametrize("status", [429, 403, 500, 502, 503])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_fault_that_passes(commented: Job, hub: GitHub, status: int, method: str) -> None:
    hub.stumbles, hub.stumbles_at = [status], method
    ended = run(commented)

    assert "Calls the line" in hub.comments[0]["body"]
    assert len(hub.comments) == 1
    assert not [one for one in commands(ended.log) if one.name == "warning"]


def test_an_update_that_stumbles(commented: Job, hub: GitHub) -> None:
    known = hub.comment(f"{SIGN}before")
    hub.stumbles, hub.stumbles_at = [502, 429], "PATCH"
    run(commented)

    assert hub.written() == [f"PATCH {HERE}/comments/{known}"] * 3
    assert "Calls the line" in hub.comments[0]["body"]


def test_a_fault_that_stays_does_not_decide(commented: Job, hub: GitHub) -> None:
    hub.refuses = 503
    ended = run(commented)

    assert ended.status == 0
    assert len(hub.asked) == 6
    assert any(one.name == "warning" and "503" in one.data for one in commands(ended.log))


@pytest.mark.parametrize(
    "headers", [{"Retry-After": "3600"}, {"X-RateLimit-Remaining": "0"}], ids=["told", "used up"]
)
def test_a_limit_that_lasts_is_not_waited_for(
    commented: Job, hub: GitHub, headers: dict[str, str]
) -> None:
    hub.refuses, hub.headers = 403, headers
    ended = run(commented)

    assert ended.status == 0
    assert len(hub.asked) == 2
    assert "too many requests" in ended.log
    # It is no lack of a permission.
    assert "permissions" not in ended.log


def test_a_comment_that_was_made_though_the_answer_was_lost(
    commented: Job, hub: GitHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = GitHub._comments

    def lost(self: GitHub, one: object, here: slice) -> object:
        answer = made(self, one, here)  # type: ignore[arg-type]
        if getattr(one, "method", "") == "POST":
            return 502, {}
        return answer

    monkeypatch.setattr(GitHub, "_comments", lost)
    ended = run(commented)

    assert len(hub.comments) == 1
    assert [one.split(" ")[0] for one in hub.written()] == ["POST", "PATCH"]
    assert ended.outputs["comment-id"] == str(hub.comments[0]["id"])


def test_a_comment_that_somebody_has_deleted(commented: Job, hub: GitHub) -> None:
    run(commented)
    hub.comments.clear()
    run(commented)

    assert len(hub.comments) == 1
    assert "Calls the line" in hub.comments[0]["body"]


def test_a_comment_that_is_deleted_in_this_moment(
    commented: Job, hub: GitHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.comment(f"{SIGN}before")
    made = GitHub._comments

    def deleted(self: GitHub, one: object, here: slice) -> object:
        if getattr(one, "method", "") == "PATCH":
            self.comments.clear()
        return made(self, one, here)  # type: ignore[arg-type]

    monkeypatch.setattr(GitHub, "_comments", deleted)
    ended = run(commented)

    assert len(hub.comments) == 1
    assert "Calls the line" in hub.comments[0]["body"]
    assert "permissions" not in ended.log


def test_a_run_that_is_run_again(commented: Job, hub: GitHub) -> None:
    first, second = run(commented), run(commented)

    assert len(hub.comments) == 1
    assert first.outputs == second.outputs


def test_the_api_of_a_server_of_ones_own(history: History, job: Job) -> None:
    """Such as GitHub Enterprise: its API is below a path of the server."""
    own = GitHub(below="/api/v3")
    with serving(own):
        made = replace(job, environment={**job.environment, "GITHUB_API_URL": f"{own.url}/api/v3"})
        made.happens(history.pull_request(WORSE))
        history.checkout(made.workspace)
        run(made)

    assert own.written() == [f"POST {HERE}/7/comments"]


def test_jobs_of_two_paths_have_a_comment_each(history: History, job: Job, hub: GitHub) -> None:
    """The path itself will do for a key."""
    paths = ("maps/refunds", "maps/returns")
    for path in paths:
        history.save(MAP, f"{path}/a.jmap")
    event = history.pull(lambda: [history.save(WORSE, f"{path}/a.jmap") for path in paths])
    for number, path in enumerate(paths * 2):
        one = machine(job.folder / str(number), hub.url)
        one.happens(event)
        history.checkout(one.workspace)
        one.run(path=path, comment_key=path, check="false", pages_artifact="")

    assert [one.split(" ")[0] for one in hub.written()] == ["POST", "POST", "PATCH", "PATCH"]
    assert len({one["body"].split("\n")[0] for one in hub.comments}) == 2
