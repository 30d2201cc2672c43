"""A repository from a stranger: nothing that it says is run, and only git is started."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jmap.git import GitFailed
from tests.unit.git.made import Made, made, put_git

PROJECT = Path(__file__).parents[3]

# Reads all that jmap reads; prints programs started, sockets opened and files written.
WATCHED = """
import json, os, sys
from pathlib import Path
from jmap.git import GitFailed, Repository

seen = []

def watch(event, arguments):
    if event == "subprocess.Popen":
        seen.append([event, os.path.basename(arguments[0]), *arguments[1]])
    elif event.startswith(("os.system", "os.exec", "os.posix_spawn", "os.startfile", "socket.")):
        seen.append([event])
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_ACCMODE:
        seen.append([event, str(arguments[0])])

sys.addaudithook(watch)
read = Repository.holding(Path(sys.argv[1]))
revision = read.resolve("HEAD")
read.merge_base(revision, read.resolve("main"))
tree = read.files(revision)
failure = ""
try:
    tree = read.files(revision)
    read.contents(tree.files.values(), tree)
except GitFailed as failed:
    failure = str(failed)
try:
    read.resolve("nonsense")
except GitFailed:
    pass
print(json.dumps({"seen": seen, "failure": failure, "files": len(tree.files)}))
"""


def watched(repository: Made) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, repository.folder],
        cwd=PROJECT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture
def trap(repository: Made, tmp_path: Path) -> Path:
    """A repository that names a program wherever git takes one; each leaves a file here."""
    marks = tmp_path / "marks"
    marks.mkdir()

    def program(name: str) -> str:
        file = tmp_path / f"run-{name}"
        file.write_text(f"#!/bin/sh\ntouch '{marks}/{name}'\ncat\n", encoding="utf-8")
        file.chmod(0o755)
        return str(file)

    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "core.editor",
        "core.pager",
        "pager.rev-parse",
        "pager.ls-tree",
        "pager.cat-file",
        "core.alternateRefsCommand",
        "credential.helper",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.smudge",
        "filter.trap.clean",
        "filter.trap.process",
        "gpg.program",
        "remote.origin.uploadpack",
        "uploadpack.packObjectsHook",
    ):
        repository.git("config", key, program(key))
    for command in ("rev-parse", "ls-tree", "cat-file", "merge-base", "for-each-ref", "remote"):
        repository.git("config", f"alias.{command}", "!" + program(f"alias.{command}"))
    hooks = repository.folder / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor"):
        Path(program(f"hook.{hook}")).rename(hooks / hook)
    repository.git("config", "core.hooksPath", str(hooks))
    repository.save(".git/info/attributes", "* diff=trap filter=trap\n")
    return marks


def lose(repository: Made, url: str) -> str:
    """Takes a file's object away and says that a remote would have it."""
    repository.git("config", "remote.origin.url", url)
    repository.git("config", "remote.origin.promisor", "true")
    repository.git("config", "extensions.partialClone", "origin")
    repository.git("config", "core.repositoryFormatVersion", "1")
    repository.git("config", "protocol.allow", "always")
    repository.git("config", "protocol.ext.allow", "always")
    blob = repository.git("rev-parse", "HEAD:a.jmap")
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    return blob


def test_nothing_of_its_configuration_is_run(repository: Made, trap: Path) -> None:
    seen = watched(repository)

    assert seen["failure"] == ""
    assert seen["files"] == 1
    assert [mark.name for mark in trap.iterdir()] == []


def test_its_traps_do_work(repository: Made, trap: Path) -> None:
    repository.git("status")
    subprocess.run(
        ["git", "-C", repository.folder, "cat-file", "--textconv", "HEAD:a.jmap"], check=False
    )
    subprocess.run(["git", "-C", repository.folder, "commit", "-qam", "x"], check=False)

    marks = {mark.name for mark in trap.iterdir()}
    assert marks >= {"core.fsmonitor", "diff.trap.textconv"}


@pytest.mark.parametrize("knows", ["knows the variable", "is older"])
def test_what_is_lost_is_not_fetched(
    repository: Made, trap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows: str
) -> None:
    if knows == "is older":
        real = shutil.which("git")
        put_git(tmp_path, monkeypatch, f'unset GIT_NO_LAZY_FETCH; exec {real} "$@"')
    program = tmp_path / "run-ext"
    program.write_text(f"#!/bin/sh\ntouch '{trap}/ext'\n", encoding="utf-8")
    program.chmod(0o755)
    blob = lose(repository, f"ext::{program}")

    assert str(watched(repository)["failure"]) == "`a.jmap` is not in this clone"
    assert [mark.name for mark in trap.iterdir()] == []

    # Git by itself would have run it.
    subprocess.run(["git", "-C", repository.folder, "cat-file", "-p", blob], check=False)
    assert (trap / "ext").exists()


@pytest.mark.parametrize("url", ["file:///nowhere", "ssh://example.invalid/x", "/nowhere"])
def test_no_way_of_fetching_is_taken(repository: Made, trap: Path, url: str) -> None:
    lose(repository, url)

    assert "is not in this clone" in str(watched(repository)["failure"])
    assert [mark.name for mark in trap.iterdir()] == []


def test_only_git_is_started_and_nothing_written(repository: Made) -> None:
    seen = watched(repository)["seen"]

    assert isinstance(seen, list)
    assert len(seen) > 5
    # What is opened by a number is a pipe to git.
    rest = [event for event in seen if not (event[0] == "open" and event[1].isdigit())]
    assert {tuple(event[:2]) for event in rest} == {("subprocess.Popen", "git")}
    used = {word for event in seen for word in event[2:] if word in SUBCOMMANDS}
    assert used == {"rev-parse", "merge-base", "ls-tree", "cat-file", "for-each-ref"}


SUBCOMMANDS = (
    *("rev-parse", "merge-base", "ls-tree", "cat-file", "for-each-ref", "remote"),
    *("checkout", "fetch", "show", "diff", "log", "archive", "status", "config", "worktree"),
)


def test_a_thousand_files_take_two_processes(tmp_path: Path) -> None:
    new = made(tmp_path / "many")
    new.commit(*(f"team-{n % 7}/{n}.jmap" for n in range(1_000)))

    seen = watched(new)
    assert seen["files"] == 1_000
    assert seen["failure"] == ""
    events = seen["seen"]
    assert isinstance(events, list)
    started = [event for event in events if event[0] == "subprocess.Popen"]
    lists = [event for event in started if "ls-tree" in event or "cat-file" in event]
    # Listed once to warm up, then listed and read: two processes in all.
    assert len(lists) == 3


def test_the_repository_is_left_as_it_was(repository: Made) -> None:
    def state() -> dict[str, bytes]:
        return {
            str(file): file.read_bytes() for file in repository.folder.rglob("*") if file.is_file()
        }

    before = state()
    watched(repository)
    assert state() == before


def test_a_folder_as_working_tree_that_is_not_its_own(repository: Made, tmp_path: Path) -> None:
    repository.git("config", "core.worktree", str(tmp_path))

    assert repository.paths() == ["a.jmap"]


def test_variables_lead_to_no_other_repository(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = made(tmp_path / "other")
    other.commit("other.jmap")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))

    assert repository.paths() == ["a.jmap"]


def test_an_object_put_in_place_of_another_is_not_read(repository: Made) -> None:
    first = repository.git("rev-parse", "HEAD")
    second = repository.commit("b.jmap")
    repository.git("replace", second, first)

    assert repository.paths() == ["a.jmap", "b.jmap"]


def test_a_configuration_that_is_nonsense_is_said(repository: Made) -> None:
    (repository.folder / ".git" / "config").write_text("[core\n", encoding="utf-8")

    with pytest.raises(GitFailed, match="git could not do this: bad config line 1"):
        repository.paths()
