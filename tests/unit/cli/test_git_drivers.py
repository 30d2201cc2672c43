"""``jmap git install`` and the two drivers, called by a real git."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jmap.cli import git_merge_driver, group
from tests.unit.cli.test_commands import FAILED, FINDINGS, FINE, Ended

MAP = """# Refunds, as they are.
team care "Customer care"

journey refund "Getting a refund" {
  # what customers tell us
  stage ask "Ask" {
    touchpoint call "Calls the line" {
      owner care
      current 26h
      desired 4h
      do "Waits"
    }

    touchpoint letter "Gets a letter" {
      think "At last"
    }
  }

  stage wait "Wait" {
    touchpoint money "Sees the money" {
      feel +1 "relieved"
    }
  }
}
"""
LINE = "*.jmap diff=jmap merge=jmap\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    # A person is looking.
    monkeypatch.setenv("GIT_PAGER_IN_USE", "true")
    for who in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{who}_NAME", "x")
        monkeypatch.setenv(f"{who}_EMAIL", "x@y")
    return folder


def run(folder: Path, *line: str) -> Ended:
    done = subprocess.run(list(line), cwd=folder, capture_output=True, check=False, timeout=120)
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err, ended.err
    return ended


def git(folder: Path, *arguments: str, status: int = 0) -> Ended:
    ended = run(folder, "git", *arguments)
    assert ended.status == status, (ended.out, ended.err)
    return ended


def jmap(folder: Path, *arguments: str) -> Ended:
    return run(folder, sys.executable, "-m", "jmap", *arguments)


def commit(folder: Path, text: str, name: str = "a.jmap") -> None:
    (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "x")


def read(folder: Path, name: str = "a.jmap") -> str:
    return (folder / name).read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a map, in a folder whose name has a blank, in which git is told."""
    folder = tmp_path / "our maps"
    folder.mkdir()
    git(folder, "init", "-b", "main")
    git(folder, "config", "color.ui", "false")
    assert jmap(folder, "git", "install").status == FINE
    commit(folder, MAP)
    return folder


def branches(folder: Path, ours: str, theirs: str, name: str = "a.jmap") -> None:
    """A branch with their text; main, checked out, has ours."""
    git(folder, "checkout", "-q", "-b", "theirs")
    commit(folder, theirs, name)
    git(folder, "checkout", "-q", "main")
    commit(folder, ours, name)


def test_two_branches_come_together(repository: Path) -> None:
    ours = MAP.replace("current 26h", "current 20h").replace("# what", "# All that")
    theirs = MAP.replace("desired 4h", "desired 3h").replace(
        '"Waits"\n', '"Waits"\n      do "Hopes"\n'
    )
    branches(repository, ours, theirs)

    git(repository, "merge", "theirs")

    both = ours.replace("desired 4h", "desired 3h")
    assert read(repository) == both.replace('"Waits"\n', '"Waits"\n      do "Hopes"\n')
    assert git(repository, "status", "--porcelain").out == ""


def test_a_fact_that_both_have_changed_is_a_conflict(repository: Path) -> None:
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("26h", "22h"))

    ended = git(repository, "merge", "theirs", status=1)

    assert (
        "jmap: a.jmap: 1 conflict\n  refund.ask.call: `current` was changed by both sides"
        in ended.err
    )
    assert git(repository, "status", "--porcelain").out == "UU a.jmap\n"
    lines = [line.strip() for line in read(repository).split("\n") if line.startswith("      ")]
    assert lines[1] in ("# <<<<<<< ours", "# <<<<<<< HEAD")
    assert lines[2] == "current 20h"
    assert [lines[4], lines[5], lines[6]] == ["# current 26h", "# =======", "# current 22h"]
    checked = jmap(repository, "check", "a.jmap")
    assert checked.status == FINDINGS
    assert checked.out.count("error[unresolved-conflict]") == 1

    (repository / "a.jmap").write_text(MAP.replace("26h", "22h"), encoding="utf-8")
    git(repository, "commit", "-am", "settled")
    assert jmap(repository, "check", "a.jmap").out.count("error[") == 0


def test_a_part_removed_here_and_changed_there_is_a_conflict(repository: Path) -> None:
    letter = '    touchpoint letter "Gets a letter" {\n      think "At last"\n    }\n'
    branches(repository, MAP.replace(letter, ""), MAP.replace("At last", "Why so late?"))

    ended = git(repository, "merge", "theirs", status=1)

    assert "refund.ask.letter: ours removed it, theirs changed it" in ended.err
    assert '      think "Why so late?"\n' in read(repository)


def test_a_touchpoint_moved_here_and_changed_there(repository: Path) -> None:
    letter = '    touchpoint letter "Gets a letter" {\n      think "At last"\n    }\n'
    home = '    touchpoint money "Sees'
    ours = MAP.replace("\n" + letter, "").replace(home, letter + "\n" + home)
    branches(repository, ours, MAP.replace("At last", "Why so late?"))

    git(repository, "merge", "theirs")

    assert read(repository) == ours.replace("At last", "Why so late?")


def test_rebase_and_cherry_pick(repository: Path) -> None:
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("desired 4h", "desired 3h"))
    both = MAP.replace("26h", "20h").replace("desired 4h", "desired 3h")

    git(repository, "cherry-pick", "theirs")
    assert read(repository) == both

    git(repository, "reset", "-q", "--hard", "HEAD~1")
    git(repository, "checkout", "-q", "theirs")
    git(repository, "rebase", "main")
    assert read(repository) == both


@pytest.mark.parametrize("name", ["-x.jmap", "my map.jmap", "سفر یخچال.jmap", "it's $HOME;.jmap"])
def test_any_name_of_a_file(repository: Path, name: str) -> None:
    git(repository, "mv", "--", "a.jmap", name)
    git(repository, "commit", "-m", "renamed")
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("26h", "22h"), name)

    ended = git(repository, "merge", "theirs", status=1)

    assert f"jmap: {name}: 1 conflict" in ended.err
    shown = git(repository, "diff", "main", "theirs").out
    assert f"diff --jmap a/{name} b/{name}" in shown
    assert "  - current 20h\n  + current 22h" in shown


def test_a_file_renamed_on_one_side(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "theirs")
    git(repository, "mv", "a.jmap", "refund.jmap")
    commit(repository, MAP.replace("desired 4h", "desired 3h"), "refund.jmap")
    git(repository, "checkout", "-q", "main")
    commit(repository, MAP.replace("26h", "20h"))

    git(repository, "merge", "theirs")

    assert read(repository, "refund.jmap") == MAP.replace("26h", "20h").replace(
        "desired 4h", "desired 3h"
    )


def test_what_only_fits_apart_is_a_conflict(repository: Path) -> None:
    use = MAP.replace('money "Sees the money" {', 'money "Sees the money" {\n      owner care')
    ours = MAP.replace("care", "people").replace(
        'people "Customer people"', 'people was care "Customer care"'
    )
    branches(repository, ours, use)

    ended = git(repository, "merge", "theirs", status=1)

    assert "together, the two sides are wrong: no team is called `care`" in ended.err
    assert "# no team is called `care`: it was renamed: write `people`\n      # >>>>>>>" in read(
        repository
    )


def test_a_file_that_cannot_be_read_is_merged_by_lines(repository: Path) -> None:
    broken = MAP.replace('stage wait "Wait" {', "stage wait ((( {")
    branches(repository, MAP.replace("26h", "20h"), broken)

    ended = git(repository, "merge", "theirs")

    assert "jmap: a.jmap: merged line by line: their side cannot be read: line 19" in ended.err
    assert read(repository) == broken.replace("26h", "20h")


def test_lines_that_git_cannot_merge_have_its_own_marks(repository: Path) -> None:
    broken = MAP.replace("current 26h", "current 22h (")
    branches(repository, MAP.replace("26h", "20h"), broken)

    git(repository, "merge", "theirs", status=1)

    text = read(repository)
    assert "\n<<<<<<< " in text
    assert "current 20h\n" in text
    assert "current 22h (\n" in text
    checked = jmap(repository, "check", "a.jmap")
    assert checked.out.count("error[") == 1
    assert "error[unresolved-conflict] here a merge left what both sides say" in checked.out


def test_no_text_leaves_ours(tmp_path: Path) -> None:
    for name, content in (("o", b"\0\1"), ("a", b"\0\2"), ("b", b"\0\3")):
        (tmp_path / name).write_bytes(content)

    ended = jmap(tmp_path, "git-merge-driver", "--", "o", "a", "b", "7", "x.jmap")

    assert ended.status == FAILED
    assert "jmap: x.jmap: not merged, ours is left as it was" in ended.err
    assert (tmp_path / "a").read_bytes() == b"\0\2"


def test_marks_are_as_long_as_git_says_and_named_by_it(tmp_path: Path) -> None:
    for name, hours in (("o", "26h"), ("a", "20h"), ("b", "22h")):
        (tmp_path / name).write_text(MAP.replace("26h", hours), encoding="utf-8")

    jmap(
        tmp_path,
        "git-merge-driver",
        "--",
        "o",
        "a",
        "b",
        "9",
        "x",
        "base",
        "HEAD\n",
        "fix \x1b[31m",
    )

    text = (tmp_path / "a").read_text(encoding="utf-8")
    assert "# <<<<<<<<< HEAD\n" in text
    assert "# >>>>>>>>> fix \\x1b[31m\n" in text


def test_line_ends_and_byte_order_mark_are_kept(tmp_path: Path) -> None:
    sides = (MAP, MAP.replace("26h", "20h"), MAP.replace("desired 4h", "desired 3h"))
    for name, text in zip("oab", sides, strict=True):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert jmap(tmp_path, "git-merge-driver", "--", "o", "a", "b", "7", "x").status == FINE

    both = sides[1].replace("desired 4h", "desired 3h")
    assert (tmp_path / "a").read_bytes() == b"\xef\xbb\xbf" + both.replace("\n", "\r\n").encode()


def test_diff_log_and_show(repository: Path) -> None:
    commit(repository, MAP.replace("26h", "30h"))
    expected = (
        "diff --jmap a/a.jmap b/a.jmap\n"
        "touchpoint refund.ask.call  Calls the line\n  - current 26h\n  + current 30h\n    worse["
    )

    for asked in (["diff", "HEAD~1"], ["log", "-1", "-p", "--ext-diff"], ["show", "--ext-diff"]):
        assert expected in git(repository, *asked).out
    assert "-      current 26h\n+      current 30h" in git(repository, "log", "-1", "-p").out
    assert '@@ touchpoint call "Calls the line"' in git(repository, "log", "-1", "-p", "-U1").out


def test_files_that_came_and_went(repository: Path) -> None:
    git(repository, "mv", "a.jmap", "b.jmap")
    (repository / "b.jmap").write_text(MAP.replace("26h", "20h"), encoding="utf-8")
    (repository / "c.jmap").write_text('team web "Web"\n', encoding="utf-8")
    git(repository, "add", "-A")
    shown = git(repository, "diff", "--cached", "-M").out
    renamed = "diff --jmap a/a.jmap b/b.jmap\nrename from a.jmap\nrename to b.jmap\ntouchpoint"
    assert renamed in shown
    assert "diff --jmap a/c.jmap b/c.jmap\nnew file\nteam web  Web\n  added\n" in shown

    git(repository, "commit", "-m", "x")
    git(repository, "rm", "-q", "c.jmap")
    shown = git(repository, "diff", "--cached").out
    assert "deleted file\nteam web  Web\n  removed\n" in shown


def test_comments_alone_are_no_change(repository: Path) -> None:
    commit(repository, MAP.replace("# what", "# all that"))

    assert "no change in what it says" in git(repository, "diff", "HEAD~1").out


def test_imports_are_not_needed(repository: Path) -> None:
    elsewhere = 'import "teams.jmap"\n' + MAP.replace('team care "Customer care"\n', "")
    commit(repository, elsewhere)
    commit(repository, elsewhere.replace("26h", "30h"))

    shown = git(repository, "diff", "HEAD~1").out

    assert "  - current 26h\n  + current 30h\n" in shown
    assert "team" not in shown
    assert "import" not in shown


def test_what_cannot_be_read_is_shown_by_lines(repository: Path) -> None:
    (repository / "a.jmap").write_text(MAP.replace("26h", "26h ("), encoding="utf-8")

    shown = git(repository, "diff").out

    assert "a.jmap:9: ( is no value: shown line by line\n--- a/a.jmap\n+++ b/a.jmap\n" in shown
    assert "-      current 26h\n+      current 26h (\n" in shown


def test_no_text_steers_the_terminal(repository: Path) -> None:
    (repository / "a.jmap").write_text(MAP.replace("Waits", "W\x1b[31m"), encoding="utf-8")

    shown = git(repository, "diff").out

    assert "\x1b" not in shown
    assert '+      do "W\\x1b[31m"' in shown


def test_a_file_with_conflicts(repository: Path) -> None:
    # For such a path git passes nothing else.
    ended = jmap(repository, "git-diff-driver", "--", "a.jmap")

    assert (ended.status, ended.out) == (FINE, "* Unmerged path a.jmap\n")


@pytest.mark.parametrize(
    "name", ["a.jmap", "نقشه ها/یخچال ما.jmap", "-dash.jmap", 'tab\tand"quote.jmap', "crlf.jmap"]
)
def test_what_goes_into_a_file_is_a_patch(
    repository: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    end = "\r\n" if "crlf" in name else "\n"
    path = repository / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(MAP.replace("\n", end).encode())
    git(repository, "add", "-A")
    git(repository, "commit", "--allow-empty", "-m", "x")
    mine = MAP.replace("26h", "30h").replace("# what", "# all").removesuffix("\n")
    path.write_bytes(mine.replace("\n", end).encode())
    (repository / "new.jmap").write_text('team web "Web"\n', encoding="utf-8")
    git(repository, "add", "-A")
    wanted = git(repository, "write-tree").out

    shown = subprocess.run(
        ["git", "diff", "--cached"], cwd=repository, capture_output=True, check=True
    )
    git(repository, "reset", "-q", "--hard")
    (repository / ".git/x.patch").write_bytes(shown.stdout)
    git(repository, "apply", "--index", ".git/x.patch")

    assert git(repository, "write-tree").out == wanted
    git(repository, "apply", "--check", "-R", ".git/x.patch")


def test_a_patch_of_names_modes_and_removals(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    for name in ("gone", "mode"):
        (repository / f"{name}.jmap").write_text(f'team {name} "{name}"\n', encoding="utf-8")
    (repository / "empty.jmap").touch()
    (repository / "binary.jmap").write_bytes(b"\0\1")
    git(repository, "add", "-A")
    git(repository, "commit", "-m", "x")
    git(repository, "mv", "a.jmap", "b.jmap")
    (repository / "b.jmap").write_text(MAP.replace("26h", "30h"), encoding="utf-8")
    for name in ("gone", "empty"):
        (repository / f"{name}.jmap").unlink()
    (repository / "mode.jmap").chmod(0o755)
    (repository / "void.jmap").touch()
    (repository / "binary.jmap").write_bytes(b"\0\2")
    git(repository, "add", "-A")
    wanted = git(repository, "write-tree").out

    shown = git(repository, "diff", "--cached", "-M").out
    git(repository, "reset", "-q", "--hard")
    (repository / ".git/x.patch").write_bytes(shown.encode())
    git(repository, "apply", "--index", ".git/x.patch")

    assert "rename from a.jmap\nrename to b.jmap\n" in shown
    assert git(repository, "write-tree").out == wanted


def test_prefixes_are_those_of_the_other_files(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    git(repository, "config", "diff.noprefix", "true")
    (repository / "a.jmap").write_text(MAP.replace("26h", "20h"), encoding="utf-8")

    assert "\n--- a.jmap\n+++ a.jmap\n@@" in git(repository, "diff").out


def test_meaning_can_be_asked_for(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    other = repository / "other.txt"
    other.write_text(MAP.replace("26h", "20h"), encoding="utf-8")
    line = ["a.jmap", "a.jmap", "0", "100644", "other.txt", "0", "100644"]

    told = jmap(repository, "git-diff-driver", "--as", "meaning", "--", *line)
    lines = jmap(repository, "git-diff-driver", "--as", "patch", "--", *line)

    assert "better[gap-narrowed]" in told.out
    assert "\n-      current 26h\n+      current 20h\n" in lines.out


def test_the_tool_that_was_asked_for_is_opened(repository: Path) -> None:
    (repository / "a.jmap").write_text(MAP.replace("26h", "20h"), encoding="utf-8")

    shown = git(repository, "difftool", "-y", "-x", "diff").out

    assert shown == "9c9\n<       current 26h\n---\n>       current 20h\n"


def test_git_add_by_hunks(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    (repository / "a.jmap").write_text(MAP.replace("26h", "20h"), encoding="utf-8")

    done = subprocess.run(
        ["git", "add", "-p"], cwd=repository, input=b"y\n", capture_output=True, check=True
    )

    assert b"+      current 20h" in done.stdout
    assert git(repository, "diff", "--name-only").out == ""


def test_who_stops_reading_is_no_failure(repository: Path) -> None:
    line = f"{sys.executable} -m jmap git-diff-driver -- a.jmap a.jmap 0 0 /dev/null 0 0 | true"

    done = run(repository, "bash", "-c", f"set -o pipefail; {line}")

    assert (done.status, done.err) == (FINE, "")


def test_colour_follows_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "a.jmap").write_text(MAP.replace("26h", "20h"), encoding="utf-8")
    monkeypatch.setenv("GIT_PAGER_IN_USE", "true")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in git(repository, "diff").out

    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[" in git(repository, "diff").out
    monkeypatch.delenv("GIT_PAGER_IN_USE")
    assert "\x1b[" not in git(repository, "diff").out


def test_install_is_done_once(repository: Path) -> None:
    assert read(repository, ".gitattributes") == LINE
    assert jmap(repository, "git", "install").out == "git is told already\n"
    assert jmap(repository, "git", "install", "--check").status == FINE
    assert read(repository, ".gitattributes") == LINE


def test_install_keeps_what_is_there_and_can_be_undone(tmp_path: Path) -> None:
    git(tmp_path, "init")
    before = "*.png binary\r\n*.jmap text eol=lf"
    (tmp_path / ".gitattributes").write_bytes(before.encode())
    (tmp_path / "deep" / "er").mkdir(parents=True)

    assert jmap(tmp_path, "git", "install", "--check").status == FINDINGS
    assert jmap(tmp_path / "deep" / "er", "git", "install").status == FINE
    assert (tmp_path / ".gitattributes").read_bytes() == (
        before + "\r\n" + LINE.strip() + "\r\n"
    ).encode()
    told = git(tmp_path, "check-attr", "-a", "deep/x.jmap").out
    assert "merge: jmap" in told
    assert "eol: lf" in told

    assert jmap(tmp_path, "git", "install", "--uninstall").status == FINE
    assert (tmp_path / ".gitattributes").read_bytes() == (before + "\r\n").encode()
    assert git(tmp_path, "config", "--get-regexp", "jmap", status=1).out == ""
    assert jmap(tmp_path, "git", "install", "--uninstall").out == "there was nothing to take away\n"


@pytest.mark.parametrize("where", [".gitattributes", ".git/info/attributes"])
def test_a_line_that_counts_in_place_of_ours_is_said(repository: Path, where: str) -> None:
    with (repository / where).open("a", encoding="utf-8") as file:
        file.write("* merge=union -diff\n")

    for arguments in ([], ["--check"]):
        ended = jmap(repository, "git", "install", *arguments)
        assert ended.status == FINDINGS
        assert "another line of attributes counts for *.jmap (merge: union)" in (
            ended.out + ended.err
        )
        assert "git is told" not in ended.out


def test_install_for_all_repositories(tmp_path: Path, home: Path) -> None:
    assert jmap(tmp_path, "git", "install", "--global").status == FINE
    git(tmp_path, "init", "-b", "main")
    commit(tmp_path, MAP)
    branches(tmp_path, MAP.replace("26h", "20h"), MAP.replace("desired 4h", "desired 3h"))

    git(tmp_path, "merge", "theirs")

    assert read(tmp_path) == MAP.replace("26h", "20h").replace("desired 4h", "desired 3h")
    assert (home / ".config" / "git" / "attributes").read_text(encoding="utf-8") == LINE


@pytest.mark.parametrize("command", ["/nowhere/python -P -m jmap", "false"])
def test_where_jmap_is_gone_neither_side_is_lost(repository: Path, command: str) -> None:
    assert jmap(repository, "git", "install", "--command", command).status == FINE
    name = "it's $HOME.jmap"
    commit(repository, MAP, name)
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("26h", "22h"), name)

    ended = git(repository, "merge", "theirs", status=1)

    assert "jmap does not run" in ended.err
    assert f"merged line by line: {name}" in ended.err
    text = read(repository, name)
    assert "<<<<<<< ours\n      current 20h\n" in text
    assert "=======\n      current 22h\n>>>>>>> theirs\n" in text


def test_install_outside_of_a_repository(tmp_path: Path) -> None:
    ended = jmap(tmp_path, "git", "install")

    assert ended.status == FAILED
    assert "is in no git repository" in ended.err
    assert "jmap git install --global" in ended.err


def test_a_program_of_a_repository_is_not_run(repository: Path) -> None:
    (repository / "jmap").mkdir()
    (repository / "jmap" / "__init__.py").write_text("open('run', 'w')\n", encoding="utf-8")
    (repository / "click.py").write_text("open('run', 'w')\n", encoding="utf-8")
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("26h", "22h"))

    git(repository, "merge", "theirs", status=1)
    git(repository, "diff", "main", "theirs")

    assert not (repository / "run").exists()


def test_a_python_in_a_folder_with_blanks(repository: Path, tmp_path: Path) -> None:
    python = tmp_path / "our 100% programs" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    jmap(repository, "git", "install", "--command", f"'{python}' -P -m jmap")
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("desired 4h", "desired 3h"))

    git(repository, "merge", "theirs")

    assert (
        "  - current 26h"
        in git(repository, "diff", "HEAD~1").out + git(repository, "diff", "HEAD^2").out
    )
    assert read(repository) == MAP.replace("26h", "20h").replace("desired 4h", "desired 3h")


def test_histories_that_cross(repository: Path) -> None:
    branches(repository, MAP.replace("26h", "20h"), MAP.replace("26h", "22h"))
    git(repository, "tag", "one", "main")
    git(repository, "tag", "two", "theirs")
    for branch, other, hours in (("main", "two", "20h"), ("theirs", "one", "22h")):
        git(repository, "checkout", "-q", branch)
        git(repository, "merge", other, status=1)
        (repository / "a.jmap").write_text(MAP.replace("26h", hours), encoding="utf-8")
        git(repository, "commit", "-am", "settled")
    git(repository, "checkout", "-q", "main")

    git(repository, "merge", "theirs", status=1)

    text = read(repository)
    assert "\n      current 20h\n" in text
    assert "# current 22h\n" in text
    assert text.count("<<<<<<<") == text.count(">>>>>>>")


def test_a_fault_of_ours_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(git_merge_driver, "merged", fails)
    sides = (MAP, MAP.replace("26h", "20h"), MAP.replace("26h", "22h"))
    for name, text in zip("oab", sides, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert group.run(["git-merge-driver", "--", "o", "a", "b", "8", "x"]) == FINDINGS

    text = read(tmp_path, "a")
    assert "<<<<<<<< ours\n      current 20h\n|||||||| base\n" in text
    assert "      current 22h\n>>>>>>>> theirs\n" in text


def test_a_killed_merge_leaves_ours(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise SystemExit(9)

    monkeypatch.chdir(repository)
    for name, hours in (("o", "26h"), ("a", "20h"), ("b", "22h")):
        (repository / name).write_text(MAP.replace("26h", hours), encoding="utf-8")
    monkeypatch.setattr(os, "replace", killed)

    with pytest.raises(SystemExit):
        group.run(["git-merge-driver", "--", "o", "a", "b"])

    assert read(repository, "a") == MAP.replace("26h", "20h")
