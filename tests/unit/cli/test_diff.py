"""``jmap diff``: files, folders and what git keeps, with a real git."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.test_commands import FAILED, FINDINGS, FINE, Ended

MAP = """team care "Customer care"

journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call "Calls the line" {
      owner care
      current 26h
      desired 4h
    }
  }
}
"""
SLOWER = MAP.replace("26h", "30h")
WORSE = """touchpoint refund.ask.call  Calls the line
  - current 26h
  + current 30h
    worse[gap-widened] """


def git(folder: Path, *arguments: str) -> None:
    who = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, timeout=60,
        env={**os.environ, **dict.fromkeys(who, "x@y"), "GIT_CONFIG_GLOBAL": os.devnull},
    )  # fmt: skip


def save(folder: Path, text: str, name: str = "a.jmap") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "x")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit of a map."""
    git(tmp_path, "init", "-b", "main")
    save(tmp_path, MAP)
    commit(tmp_path)
    return tmp_path


def diff(folder: Path, *arguments: str) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "jmap", "diff", *arguments],
        cwd=folder, capture_output=True, check=False, timeout=60,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err, ended.err
    return ended


def test_two_files(tmp_path: Path) -> None:
    save(tmp_path, MAP)
    save(tmp_path, SLOWER, "b.jmap")
    ended = diff(tmp_path, "a.jmap", "b.jmap")

    assert ended.status == FINE
    assert ended.out.startswith(WORSE)
    assert ended.out.endswith("\n1 change: 1 worse for customers\n")


def test_a_persian_map_is_told_in_its_own_words(tmp_path: Path) -> None:
    text = (
        'سفر تعمیر "تعمیر" {\n  مرحله صف "صف" {\n    نقطه‌تماس خط "خط" {\n      %s\n    }\n  }\n}\n'
    )
    save(tmp_path, text % "اکنون ۹۶ ثانیه\n مطلوب ۲۰ ثانیه")
    save(tmp_path, text % "اکنون ۱۲۰ ثانیه\n مطلوب ۲۰ ثانیه", "b.jmap")

    assert "\n  - اکنون ۹۶ ثانیه\n  + اکنون ۱۲۰ ثانیه\n" in diff(tmp_path, "a.jmap", "b.jmap").out


def test_two_folders_of_several_workspaces(tmp_path: Path) -> None:
    for side in ("old", "new"):
        for name in ("shop", "بانک"):
            save(tmp_path, "", f"{side}/{name}/jmap.toml")
            save(tmp_path, MAP, f"{side}/{name}/a.jmap")
    save(tmp_path, SLOWER, "new/بانک/a.jmap")
    ended = diff(tmp_path, "old", "new")

    assert ended.out.startswith("بانک\n\n" + WORSE)
    assert "shop" not in ended.out


def test_a_workspace_that_came(tmp_path: Path) -> None:
    save(tmp_path, "", "old/jmap.toml")
    save(tmp_path, 'team x "X"\n', "old/x.jmap")
    for name in ("", "more/"):
        save(tmp_path, "", f"new/{name}jmap.toml")
    save(tmp_path, 'team x "X"\n', "new/x.jmap")
    save(tmp_path, MAP, "new/more/a.jmap")
    ended = diff(tmp_path, "old", "new")

    assert "journey refund  Getting a refund\n  added\n  + journey refund" in ended.out


@pytest.mark.parametrize("arguments", [(), ("HEAD",), ("main",), ("HEAD:", "a.jmap")])
def test_the_working_tree(repository: Path, arguments: tuple[str, ...]) -> None:
    assert diff(repository, *arguments).out == "no changes\n"
    save(repository, SLOWER)
    assert diff(repository, *arguments).out.startswith(WORSE)


def test_two_revisions(repository: Path) -> None:
    save(repository, SLOWER)
    commit(repository)

    assert diff(repository).out == "no changes\n"
    assert diff(repository, "HEAD~1", "HEAD").out.startswith(WORSE)
    assert diff(repository, "HEAD~1:a.jmap", "main:a.jmap").out.startswith(WORSE)


def test_what_a_branch_did(repository: Path) -> None:
    git(repository, "checkout", "-b", "ours/بازپرداخت")
    save(repository, SLOWER)
    commit(repository)
    git(repository, "checkout", "main")
    save(repository, MAP.replace("Calls the line", "Rings"))
    commit(repository)
    ended = diff(repository, "main...ours/بازپرداخت")

    assert ended.out.startswith(WORSE)
    assert "Rings" not in ended.out


def test_imports_are_read_from_the_same_revision(repository: Path) -> None:
    save(repository, 'team care "Customer care"\n', "shared/teams.jmap")
    save(repository, 'import "shared/teams.jmap"\n' + MAP.partition("\n")[2])
    commit(repository)
    save(repository, 'team care "Care"\n', "shared/teams.jmap")

    assert diff(repository, "HEAD", "--path", "a.jmap").out.startswith("team care  Care\n")
    assert diff(repository, "HEAD~1", "HEAD").out == "no changes\n"


def test_layout_is_no_change(repository: Path) -> None:
    save(repository, MAP.replace("  ", "\t").replace("stage", "# why\n    مرحله"))

    assert diff(repository).out == "no changes\n"


@pytest.mark.parametrize(
    ("fail_on", "slower", "better"), [("none", 0, 0), ("worse", 1, 0), ("any", 1, 1)]
)
def test_what_fails(tmp_path: Path, fail_on: str, slower: int, better: int) -> None:
    save(tmp_path, MAP)
    save(tmp_path, SLOWER, "slower.jmap")
    save(tmp_path, MAP.replace("26h", "5h"), "better.jmap")

    assert diff(tmp_path, "a.jmap", "slower.jmap", "--fail-on", fail_on).status == slower
    assert diff(tmp_path, "a.jmap", "better.jmap", "--fail-on", fail_on).status == better
    assert diff(tmp_path, "a.jmap", "a.jmap", "--fail-on", fail_on).status == FINE
    assert FINDINGS == 1


def test_for_programs(tmp_path: Path) -> None:
    save(tmp_path, MAP)
    save(tmp_path, SLOWER, "b.jmap")
    (change,) = json.loads(diff(tmp_path, "a.jmap", "b.jmap", "-f", "json").out)["changes"]
    save(tmp_path, "# elsewhere\n\n" + SLOWER, "b.jmap")
    (again,) = json.loads(diff(tmp_path, "a.jmap", "b.jmap", "-f", "json").out)["changes"]

    assert (change["kind"], change["field"], change["effect"]) == ("changed", "current", "worse")
    assert (change["before"], change["after"]) == (["current 26h"], ["current 30h"])
    assert change["fingerprint"] == again["fingerprint"]
    assert len(change["fingerprint"]) == 12


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("nope",), "there is no revision `nope`"),
        (("--ext-diff=x",), "No such option"),
        (("--", "-x"), "`-x`"),
        (("HEAD:nope.jmap", "a.jmap"), "is not in the revision"),
        (("a.jmap", "bad.jmap"), "bad.jmap has errors: nothing was compared"),
        (("bad.jmap", "a.jmap"), "error[unknown-word]"),
        (("HEAD", "--path", "nowhere"), "there is no file or folder 'nowhere'"),
    ],
)
def test_what_could_not_be_compared_never_reads_as_no_changes(
    repository: Path, arguments: tuple[str, ...], why: str
) -> None:
    save(repository, "blorp 3\n", "bad.jmap")
    ended = diff(repository, *arguments)

    assert ended.status == FAILED
    assert why in ended.err
    assert ended.out == ""


def test_outside_of_any_repository(tmp_path: Path) -> None:
    save(tmp_path, MAP)

    assert "is in no git repository" in diff(tmp_path).err


def test_a_folder_that_is_in_one_revision_only(repository: Path) -> None:
    save(repository / "maps", MAP.replace("refund", "repair"))
    save(repository / "maps", "", "jmap.toml")
    commit(repository)
    for file in (repository / "maps").iterdir():
        file.unlink()
    (repository / "maps").rmdir()
    commit(repository)

    gone = diff(repository, "HEAD~1", "HEAD", "--path", "maps")
    nowhere = diff(repository, "HEAD~1", "HEAD", "--path", "mpas")

    assert gone.status == FINE
    assert "journey repair" in gone.out
    assert nowhere.status == FAILED
    assert "mpas" in nowhere.err
