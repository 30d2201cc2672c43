"""What is said when git has no answer: why, and the command that helps."""

import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from jmap.git import GitFailed, Repository, running
from jmap.git.failure import shown
from tests.unit.git.made import Made, cloned, made, put_git


def disown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes git take every repository for somebody else's.

    The variable is set by a program around git: jmap itself hands no such thing on.
    """
    real = shutil.which("git")
    put_git(folder, monkeypatch, f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"')


def run_hint(repository: Made, hint: str) -> None:
    """Does what a hint says, as it stands."""
    command = "git " + hint.rpartition("git ")[2]
    repository.git(*shlex.split(command)[1:])


def test_without_git_it_says_so(repository: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))

    with pytest.raises(GitFailed, match="git is not installed") as told:
        Repository.around(repository.folder)
    assert "git-scm.com" in told.value.hint


def test_a_git_in_the_repository_is_not_taken(
    repository: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = repository.folder / "git"
    program.write_text(f"#!/bin/sh\ntouch {repository.folder}/ran\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(repository.folder)
    real = os.environ["PATH"]
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", real]))

    assert repository.paths() == ["a.jmap"]
    assert not (repository.folder / "ran").exists()


def test_a_git_that_cannot_be_started(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_git(tmp_path, monkeypatch, "")
    (tmp_path / "bin" / "git").write_bytes(b"\x7fELF nonsense")

    with pytest.raises(GitFailed, match="git cannot be started: exec format error"):
        Repository.around(repository.folder)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("mian", "did you mean `main`?"),
        ("mian~2", "did you mean `main~2`?"),
        ("relase-1", "did you mean `release-1`?"),
        ("v1", "did you mean `v1.0`?"),
        ("نقشه‌", "did you mean `نقشه‌ها`?"),
        ("redesing", "did you mean `team/redesign`?"),
        ("something-else", "see which there are: git branch --all; git tag"),
        ("0123456789", "see which there are: git branch --all; git tag"),
    ],
)
def test_an_unknown_name_is_guessed(repository: Made, name: str, hint: str) -> None:
    for branch in ("release-1", "نقشه‌ها", "team/redesign"):
        repository.git("branch", branch)
    repository.git("tag", "v1.0")

    told = repository.told(name)
    assert str(told) == f"there is no revision {shown(name)}"
    assert told.hint == hint


def test_a_branch_that_only_the_remote_has(repository: Made, tmp_path: Path) -> None:
    repository.git("branch", "next")
    clone = cloned(repository, tmp_path / "clone")

    assert clone.told("next").hint == "did you mean `origin/next`?"
    assert clone.paths("origin/next") == ["a.jmap"]


def test_a_step_too_far(repository: Made) -> None:
    told = repository.told("main~5")

    assert str(told) == "there is no `main~5`, though `main` is a revision"
    assert told.hint.endswith("git log --oneline main")
    run_hint(repository, told.hint)


@pytest.mark.parametrize("name", ["HEAD", "main", "HEAD~1"])
def test_a_repository_without_commits(tmp_path: Path, name: str) -> None:
    told = made(tmp_path / "new").told(name)

    assert str(told) == "this repository has no commits yet"


def test_what_is_no_commit(repository: Made) -> None:
    repository.git("tag", "picture", repository.git("rev-parse", "HEAD:a.jmap"))

    assert str(repository.told("picture")) == "`picture` is no commit"


def test_a_name_of_two_things(repository: Made) -> None:
    repository.git("branch", "both")
    repository.git("tag", "both")

    told = repository.told("both")
    assert str(told) == "`both` is the name of more than one thing here"
    assert repository.paths("heads/both") == repository.paths("tags/both") == ["a.jmap"]


def test_the_words_of_git_where_they_say_it(repository: Made) -> None:
    assert "no upstream configured for branch 'main'" in str(repository.told("main@{upstream}"))


@pytest.mark.parametrize(
    "name",
    [
        "--output=x",
        "-Oorder",
        "-",
        "--",
        ":(exclude)a.jmap",
        ":/first",
        "HEAD:a.jmap",
        "main\nHEAD",
        "main HEAD",
        "$(touch x)",
        "`id`",
        "a;b",
        "a*",
        "a?",
        "a[b]",
        "a\\b",
        "a\0b",
        "^main",
        "main\x1b[31m",
        "\u202emain",
        "\udcff",
        "x" * 1_001,
    ],
)
def test_what_cannot_be_a_name_never_reaches_git(
    repository: Made, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = repository.read
    monkeypatch.setenv("PATH", "")  # asking git would be another refusal

    with pytest.raises(GitFailed, match="cannot be the name of a revision") as told:
        read.resolve(name)
    assert str(told.value).isprintable()
    assert not (repository.folder / "x").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [("", "a revision has no name"), ("a..b", "`a..b` is a range"), ("a...b", "is a range")],
)
def test_ranges_are_not_names(repository: Made, name: str, told: str) -> None:
    assert told in str(repository.told(name))


@pytest.mark.parametrize("name", ["@{-1}", "x@{9999999999}", "main@{nonsense}", "main^{tree}"])
def test_odd_names_are_refused_in_words(repository: Made, name: str) -> None:
    told = repository.told(name)

    assert str(told)
    assert not str(told).startswith("git could not do this: it ended")


def two_branches(folder: Path) -> Made:
    new = made(folder)
    new.commit("a.jmap", message="base")
    new.git("checkout", "-q", "-b", "side")
    for n in range(3):
        new.commit(f"side-{n}.jmap")
    new.git("checkout", "-q", "main")
    for n in range(3):
        new.commit(f"main-{n}.jmap")
    new.git("tag", "v1.0")
    new.git("checkout", "-q", "side")
    return new


@pytest.mark.parametrize("name", ["main", "origin/main", "v1.0", "HASH"])
def test_what_a_shallow_clone_lacks_is_fetched_by_the_hint(tmp_path: Path, name: str) -> None:
    origin = two_branches(tmp_path / "origin")
    commit = origin.git("rev-parse", "main")
    name = commit if name == "HASH" else name
    clone = cloned(origin, tmp_path / "clone", "--depth=1", "--no-tags")

    told = clone.told(name)
    assert str(told) == f"there is no revision {shown(name)}"
    assert "this clone is shallow; fetch what it lacks: git fetch --depth=1 origin" in told.hint
    run_hint(clone, told.hint)
    assert clone.revision(name).commit == commit
    assert len(clone.paths(name)) == 4


@pytest.mark.parametrize("name", ["HEAD~2", "@^", "side~3"])
def test_a_step_out_of_a_shallow_clone(tmp_path: Path, name: str) -> None:
    origin = two_branches(tmp_path / "origin")
    clone = cloned(origin, tmp_path / "clone", "--depth=1")

    told = clone.told(name)
    assert str(told) == f"{shown(name)} is not in this shallow clone"
    run_hint(clone, told.hint)
    assert clone.revision(name).commit == origin.git("rev-parse", name)


def test_a_short_id_in_a_shallow_clone(tmp_path: Path) -> None:
    origin = two_branches(tmp_path / "origin")
    clone = cloned(origin, tmp_path / "clone", "--depth=1")
    short = origin.git("rev-parse", "--short", "HEAD~2")

    told = clone.told(short)
    run_hint(clone, told.hint)
    assert clone.revision(short).commit.startswith(short)


def test_the_merge_base_that_a_shallow_clone_lacks(tmp_path: Path) -> None:
    origin = two_branches(tmp_path / "origin")
    clone = cloned(origin, tmp_path / "clone", "--depth=1", "--no-single-branch")
    read = clone.read
    main, side = read.resolve("origin/main"), read.resolve("HEAD")

    with pytest.raises(GitFailed, match="part is not in this shallow clone") as told:
        read.merge_base(main, side)
    assert told.value.hint.endswith("git fetch --unshallow")
    run_hint(clone, told.value.hint)
    assert read.merge_base(main, side).commit == origin.git("rev-parse", "main~3")


def test_what_a_partial_clone_lacks(tmp_path: Path) -> None:
    origin = two_branches(tmp_path / "origin")
    origin.git("config", "uploadpack.allowFilter", "true")
    clone = cloned(origin, tmp_path / "clone", "--filter=blob:none", "--no-checkout")
    read = clone.read
    tree = read.files(read.resolve("HEAD"))

    with pytest.raises(GitFailed, match="is not in this clone") as told:
        read.contents(tree.files.values(), tree)
    command = told.value.hint.partition(";")[0]
    run_hint(clone, command)
    assert len(read.contents(tree.files.values(), tree)) == 4


def test_a_repository_of_somebody_else(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disown(tmp_path, monkeypatch)

    with pytest.raises(GitFailed, match="does not trust this repository") as told:
        Repository.around(repository.folder)
    assert "git config --global --add safe.directory" in told.value.hint
    run_hint(repository, told.value.hint.replace("--global", f"--file {tmp_path}/home/.gitconfig"))
    assert repository.paths() == ["a.jmap"]


def test_trust_may_be_said_by_variables(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disown(tmp_path, monkeypatch)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "*")

    assert repository.paths() == ["a.jmap"]


def test_a_git_that_does_not_answer_is_stopped(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_git(tmp_path, monkeypatch, f'{sys.executable} -c "import time; time.sleep(600)"')
    monkeypatch.setattr(running, "SECONDS", 0.2)

    with pytest.raises(GitFailed, match=r"git did not answer within 0\.2 seconds"):
        Repository.around(repository.folder)


def test_a_git_that_says_too_much_is_stopped(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_git(tmp_path, monkeypatch, "yes >&2 & exec yes")
    monkeypatch.setattr(running, "OUTPUT", 100_000)

    with pytest.raises(GitFailed, match="more than 100,000 bytes"):
        Repository.around(repository.folder)


@pytest.mark.parametrize("answer", ["nonsense", "", "0000 blob 3", "HASH blob 99"])
def test_half_an_answer_is_none(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    read = repository.read
    head = read.resolve("HEAD")
    tree = read.files(head)
    said = answer.replace("HASH", tree.files["a.jmap"])
    put_git(tmp_path, monkeypatch, f"echo '{said}'; echo abc; echo 'fatal: torn' >&2; exit 3")

    with pytest.raises(GitFailed, match="git could not do this: torn"):
        read.contents(tree.files.values(), tree)
    with pytest.raises(GitFailed, match="git could not do this: torn"):
        read.merge_base(head, head)


def test_a_listing_that_breaks_off_is_none(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = repository.read
    revision = read.resolve("HEAD")
    entry = "100644 blob " + "1" * 40 + r"\ta.jmap\000"
    put_git(tmp_path, monkeypatch, f"printf '{entry}100644 blo'; exit 9")

    with pytest.raises(GitFailed, match="it ended with status 9"):
        read.files(revision)
