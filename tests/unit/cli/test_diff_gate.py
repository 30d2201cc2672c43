"""The gate of ``jmap diff`` with a real git: whose configuration counts, what maps and commits let
pass, and what hostile messages of commits come to.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from jmap.cli.group import run
from tests.unit.cli.test_commands import FAILED, FINDINGS, FINE, Ended
from tests.unit.cli.test_diff import MAP, SLOWER

Diff = Callable[..., Ended]
WORSE = '[diff]\nfail-on = ["worse"]\n'
NONE = '[diff]\nfail-on = ["none"]\n'
WHY = "-- The line moves"
ALLOWED = SLOWER.replace("current", f"# jmap: allow gap-widened {WHY}\n      current")
ALTERED = "the gate itself is altered in jmap.toml"


@pytest.fixture
def diff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Diff:
    """Runs the command in a folder, which is a repository with one commit of a map."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    git("init", "-b", "main")
    commit("A map", a=MAP)

    def command(*arguments: str) -> Ended:
        capfdbinary.readouterr()
        status = run(["diff", "--today", "2026-11-22", *arguments])
        told = capfdbinary.readouterr()
        assert b"Traceback" not in told.err
        return Ended(status, told.out.decode(), told.err.decode())

    return command


def git(*arguments: str, content: bytes | None = None, author: str = "Sara") -> str:
    who = {"GIT_AUTHOR_NAME": author, "GIT_COMMITTER_NAME": "x"}
    mails = dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "s@x")
    done = subprocess.run(
        ["git", *arguments], check=True, capture_output=True, timeout=60, input=content,
        env={**os.environ, **who, **mails, "GIT_CONFIG_GLOBAL": os.devnull},
    )  # fmt: skip
    return done.stdout.decode()


def save(**texts: str) -> None:
    """Writes maps by their names; the configuration is called ``config``."""
    for name, text in texts.items():
        path = Path("jmap.toml" if name == "config" else f"{name}.jmap")
        path.write_text(text, encoding="utf-8")


def commit(message: str, author: str = "Sara", **texts: str) -> None:
    save(**texts)
    git("add", "-A")
    git("commit", "--allow-empty", "--cleanup=verbatim", "-F", "-", content=message.encode(
        "utf-8", "surrogateescape"
    ), author=author)  # fmt: skip


# Whose configuration counts.


def test_the_gate_of_a_configuration(diff: Diff) -> None:
    commit("Gate", config=WORSE)
    save(a=SLOWER)

    assert diff().status == FINDINGS
    assert diff("--fail-on", "none").status == FINE
    assert diff("--fail-on", "removed,owner-lost", "--fail-on", "added").status == FINE
    assert diff("--fail-on", "removed,gap-widened").status == FINDINGS
    assert diff("--fail-on", "changed").err == ""


def test_a_change_cannot_switch_its_own_gate_off(diff: Diff) -> None:
    commit("Gate", config=WORSE)
    git("checkout", "-b", "ours")
    for text in (NONE, "", '[diff.weights]\ngap-widened = "neutral"\n'):
        commit("Slower", config=text, a=SLOWER)
        ended = diff("main...ours")

        assert ended.status == FINDINGS
        assert ended.out.endswith("1 change: 1 worse for customers\n")
        assert ended.err.startswith(ALTERED)
    Path("jmap.toml").unlink()
    commit("No gate")
    assert diff("main", "ours").status == FINDINGS
    assert diff("main").status == FINDINGS
    assert ALTERED in diff("main").err


def test_a_branch_of_before_the_gate_is_judged_by_it(diff: Diff) -> None:
    git("branch", "early")
    commit("Gate", config=WORSE)
    git("checkout", "early")
    commit("Slower", a=SLOWER)

    assert diff("main...early").status == FINDINGS
    git("checkout", "main")
    commit("Open", config=NONE)
    assert diff("main...early").status == FINE


def test_a_gate_around_or_below_counts_where_folders_changed_since(diff: Diff) -> None:
    Path("maps").mkdir()
    Path("a.jmap").rename("maps/a.jmap")
    commit("Folder")
    git("branch", "early")
    Path("maps/jmap.toml").write_text(WORSE, encoding="utf-8")
    commit("Gate")
    git("checkout", "early")
    Path("maps/a.jmap").write_text(SLOWER, encoding="utf-8")
    commit("Slower")

    assert diff("main...early").status == FINDINGS


def test_a_gate_that_goes_with_its_folder_is_said(diff: Diff) -> None:
    Path("maps").mkdir()
    Path("a.jmap").rename("maps/a.jmap")
    Path("maps/jmap.toml").write_text('[diff]\nfail-on = ["gap-widened"]\n', encoding="utf-8")
    commit("Gate")
    Path("maps/jmap.toml").unlink()

    ended = diff("main")

    assert "altered in maps/jmap.toml (fail-on gap-widened → not set)" in ended.err


def test_a_channel_is_judged_where_it_stood(diff: Diff) -> None:
    channel = 'channel phone "Phone" {\n  responds 90% within 3m\n}\n'
    pilot = '[[overrides]]\npaths = ["pilot.jmap"]\ndiff.fail-on = ["none"]\n'
    commit("Gate", config=f"{WORSE}{pilot}", b=channel)
    Path("b.jmap").unlink()
    Path("pilot.jmap").write_text(channel.replace("3m", "30m"), encoding="utf-8")

    ended = diff("main")

    assert "worse[promise-loosened]" in ended.out
    assert ended.status == FINDINGS


@pytest.mark.parametrize("name", ["main", "main...ours", "main:./", "heads/main"])
def test_a_folder_in_the_name_of_a_revision_is_not_compared_with(diff: Diff, name: str) -> None:
    commit("Gate", config=WORSE)
    git("checkout", "-b", "ours")
    Path(name).mkdir(parents=True)
    Path(name, "a.jmap").write_text(SLOWER, encoding="utf-8")
    commit("Slower", a=SLOWER)

    ended = diff(name)

    assert ended.status == FAILED
    assert f"`{name}` may be a file or folder and a revision" in ended.err
    assert diff(f"./{name}", "a.jmap").status != FAILED


def test_an_override_does_not_open_it_either(diff: Diff) -> None:
    commit("Gate", config=WORSE)
    open_for_us = '[[overrides]]\njourneys = ["refund"]\ndiff.fail-on = ["none"]\n'
    save(config=f"{WORSE}{open_for_us}", a=SLOWER)
    ended = diff()

    assert ended.status == FINDINGS
    assert f"{ALTERED} (for some paths or journeys)" in ended.err


def test_overrides_are_for_paths_of_a_revision_as_for_files(
    diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("سفرها/open").mkdir(parents=True)
    git("mv", "a.jmap", "سفرها/open/a.jmap")
    commit(
        "Gate", config=f'{WORSE}[[overrides]]\npaths = ["سفرها/open"]\ndiff.fail-on = ["none"]\n'
    )
    Path("سفرها/open/a.jmap").write_text(SLOWER, encoding="utf-8")
    here = diff()
    commit("Slower")

    assert "worse[gap-widened]" in here.out
    assert here.status == diff("HEAD~1", "HEAD").status == FINE
    # It is judged where it stood, from wherever it is asked.
    Path("سفرها/open/a.jmap").rename("سفرها/a.jmap")
    commit("Moved")
    Path("سفرها/a.jmap").write_text(SLOWER.replace("30h", "40h"), encoding="utf-8")
    monkeypatch.chdir("سفرها")
    assert diff("HEAD~1").status == FINE
    assert diff("HEAD").status == FINDINGS


PILOT = SLOWER.replace("30h", "26h").replace("refund", "pilot")
VARIANT = 'import "p.jmap"\njourney refund "R" {\n  extends pilot\n}\n'


@pytest.mark.parametrize("before", [VARIANT, PILOT.replace("pilot", "refund")])
def test_a_variant_of_a_journey_whose_gate_is_open(diff: Diff, before: str) -> None:
    opened = WORSE + '[[overrides]]\njourneys = ["pilot"]\ndiff.fail-on = ["none"]\n'
    before = before.replace("team care", "team desk").replace("owner care", "owner desk")
    commit("x", config=opened, p=PILOT, a=before)
    save(p=PILOT.replace("26h", "30h"), a=VARIANT)
    ended = diff("HEAD")

    # The same is told of both where their gates differ.
    assert ended.status == FINDINGS
    assert "touchpoint pilot.ask.call" in ended.out
    assert "touchpoint refund.ask.call" in ended.out


def test_a_variant_is_not_told_of_where_the_gate_is_the_same(diff: Diff) -> None:
    commit("x", config=WORSE, p=PILOT, a=VARIANT)
    save(p=PILOT.replace("26h", "30h"))
    ended = diff("HEAD")

    assert ended.status == FINDINGS
    assert "1 change: 1 worse" in ended.out


def test_a_variant_that_wants_more(diff: Diff) -> None:
    pilot = PILOT.replace("4h", "40h")
    wish = "  stage ask {\n    touchpoint call {\n      desired 4h\n    }\n  }\n}\n"
    commit("x", config=WORSE, p=pilot, a=f"{VARIANT[:-2]}{wish}")
    save(p=pilot.replace("26h", "30h"))
    ended = diff("HEAD")

    assert ended.status == FINDINGS
    assert "touchpoint refund.ask.call" in ended.out
    assert "worse[gap-widened] customers wait 30 h instead of 26 h, where 4 h" in ended.out


def test_each_workspace_has_its_own_gate(diff: Diff) -> None:
    for name, gate in (("shop", WORSE), ("bank", "[tool.jmap.diff]\nfail-on = ['worse']\n")):
        Path(name).mkdir()
        Path(name, "jmap.toml").write_text(gate if name == "shop" else "", encoding="utf-8")
        Path(name, "pyproject.toml").write_text(gate, encoding="utf-8")
        Path(name, "b.jmap").write_text(MAP, encoding="utf-8")
    commit("Two")
    Path("bank/b.jmap").write_text(SLOWER, encoding="utf-8")
    assert diff().status == FINE
    Path("shop/b.jmap").write_text(SLOWER, encoding="utf-8")
    assert diff().status == FINDINGS


def test_a_pyproject_is_a_configuration_as_well(diff: Diff) -> None:
    Path("pyproject.toml").write_text("[tool.jmap.diff]\nfail-on = ['worse']\n", encoding="utf-8")
    commit("Gate", b=MAP.replace("refund", "quote").replace("care", "sales"))
    Path("pyproject.toml").write_text("[tool.jmap.diff]\nfail-on = ['none']\n", encoding="utf-8")
    save(a=SLOWER)

    assert diff().status == FINDINGS
    assert "altered in pyproject.toml (fail-on worse → none)" in diff().err


def test_from_the_next_comparison_on_it_counts(diff: Diff) -> None:
    commit("Gate", config=WORSE)
    commit("No gate", config=NONE)
    save(a=SLOWER)

    assert diff() == Ended(FINE, diff().out, "")


def test_where_there_was_none_the_new_one_waits(diff: Diff) -> None:
    save(config=WORSE, a=SLOWER)

    assert diff().status == FINE
    assert f"{ALTERED} (fail-on not set → worse)" in diff().err


def test_a_gate_comes_with_no_workspace_of_its_own(diff: Diff) -> None:
    commit("Gate", config=WORSE)
    Path("more").mkdir()
    git("mv", "a.jmap", "more/a.jmap")
    Path("more/jmap.toml").write_text(NONE, encoding="utf-8")
    moved = diff("HEAD", ".")
    Path("more/a.jmap").write_text(SLOWER, encoding="utf-8")
    slower = diff("HEAD", ".")

    assert (moved.status, moved.out) == (FINE, "no changes\n")
    assert slower.status == FINDINGS
    assert "worse[gap-widened]" in slower.out
    for ended in (moved, slower):
        assert "the gate itself is altered in more/jmap.toml (fail-on worse → none)" in ended.err


@pytest.mark.parametrize("folder", ["more", "maps/more"])
def test_a_workspace_that_was_renamed_is_held_to_the_gate_that_its_branch_has_now(
    diff: Diff, folder: str
) -> None:
    Path("maps").mkdir()
    git("mv", "a.jmap", "maps/a.jmap")
    Path("maps/jmap.toml").touch()
    commit("A workspace")
    git("checkout", "-b", "ours")
    Path(folder).mkdir()
    for name in ("a.jmap", "jmap.toml"):
        git("mv", f"maps/{name}", f"{folder}/{name}")
    Path(folder, "a.jmap").write_text(SLOWER, encoding="utf-8")
    commit("Renamed, and slower")
    git("checkout", "main")
    Path("maps/jmap.toml").write_text(WORSE, encoding="utf-8")
    commit("Gate")

    for path in (".", folder):
        assert diff("main...ours", "--path", path).status == FINDINGS
        assert "worse[gap-widened]" in diff("main...ours", "--path", path).out


def test_a_workspace_that_its_branch_renamed_meanwhile_is_held_to_the_gates_there(
    diff: Diff,
) -> None:
    Path("maps").mkdir()
    git("mv", "a.jmap", "maps/a.jmap")
    Path("maps/jmap.toml").touch()
    commit("A workspace")
    git("checkout", "-b", "ours")
    Path("maps/a.jmap").write_text(SLOWER, encoding="utf-8")
    commit("Slower")
    git("checkout", "main")
    git("mv", "maps", "journeys")
    Path("journeys/jmap.toml").write_text(WORSE, encoding="utf-8")
    commit("Renamed, with a gate")

    assert diff("main...ours").status == FINDINGS


def test_each_part_is_held_to_the_gate_of_the_workspace_that_it_stood_in(diff: Diff) -> None:
    for name, gate in (("shop", WORSE), ("bank", NONE)):
        Path(name).mkdir()
        Path(name, "jmap.toml").write_text(gate, encoding="utf-8")
        text = MAP.replace("refund", name)
        Path(name, "b.jmap").write_text(text, encoding="utf-8")
    commit("Two")
    for name in ("shop", "bank"):
        Path(name, "jmap.toml").unlink()
    text = Path("bank/b.jmap").read_text(encoding="utf-8")
    for name, status in (("bank", FINE), ("shop", FINDINGS)):
        slower = SLOWER.replace("refund", name).partition("\n")[2]
        Path(name, "b.jmap").write_text(f'import "/a.jmap"\n{slower}', encoding="utf-8")
        if name == "bank":
            other = text.replace("bank", "shop").partition("\n")[2]
            Path("shop/b.jmap").write_text(f'import "/a.jmap"\n{other}', encoding="utf-8")
        ended = diff()

        assert ended.status == status
        assert ended.out.count("worse[gap-widened]") == (1 if name == "bank" else 2)
        assert "removed" not in ended.out


def test_a_configuration_can_be_named(diff: Diff) -> None:
    commit("No gate", config=NONE)
    save(a=SLOWER)
    Path("strict.toml").write_text(WORSE, encoding="utf-8")

    assert diff("--config", "strict.toml") == Ended(FINDINGS, diff().out, "")
    assert "there is no configuration 'nope.toml'" in diff("--config", "nope.toml").err


def test_a_wrong_configuration_is_said_and_never_passes(diff: Diff) -> None:
    commit("Gate", config=WORSE)
    save(a=SLOWER, config='[diff]\nfail-on = ["wors"]\n')
    ended = diff()

    assert ended.status == FAILED
    assert "worse[gap-widened]" in ended.out
    assert "jmap.toml:2:12: error[wrong-configuration] there is no change 'wors'" in ended.err


def test_what_mends_a_wrong_configuration_may_pass(diff: Diff) -> None:
    commit("Wrong", config='[diff]\nfail-on = ["wors", "removed"]\n')
    save(config=WORSE)
    ended = diff()

    assert ended.status == FINE
    assert "HEAD:/jmap.toml:2:12: error[wrong-configuration]" in ended.err
    # What can be read of it counts.
    save(a=MAP.replace("desired 4h", ""))
    assert diff().status == FINE
    save(a=MAP.replace("      owner care\n", ""))
    assert diff().status == FINE
    save(a="journey refund\n")
    assert diff().status == FINDINGS


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("wors", "there is no change 'wors' to fail on: did you mean \"worse\"?"),
        ("worse,gap-widned", "there is no change 'gap-widned' to fail on: did you mean"),
        ("none,worse", "none stands alone: drop it, or drop the others"),
        ("neutral", "there is no change 'neutral' to fail on"),
    ],
)
def test_unknown_names(diff: Diff, given: str, why: str) -> None:
    ended = diff("--fail-on", given)

    assert (ended.status, ended.out) == (FAILED, "")
    assert why in ended.err


# What is allowed.


def test_a_comment_in_the_map(diff: Diff) -> None:
    save(a=ALLOWED)
    ended = diff("--fail-on", "any")

    assert ended.status == FINE
    assert "worse[gap-widened]" in ended.out
    assert ended.out.endswith("1 change: 1 worse for customers; 1 allowed\n")
    commit("Slower", a=ALLOWED)
    save(a=ALLOWED.replace("30h", "40h"))
    again = diff("--fail-on", "any")
    assert again.status == FINDINGS
    assert again.err == (
        "a.jmap:7:7: the allowance of gap-widened was there before, for a change that is made: "
        "say until when it holds, or give the reason for this change\n"
    )


def test_a_check_knows_it_and_wants_no_rule_of_that_name(
    diff: Diff, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    save(a=ALLOWED, b=MAP.replace("refund", "r2").replace("care", "c2").replace(
        "current", "# jmap: allow gap-widned -- Why\ncurrent"
    ))  # fmt: skip
    capfdbinary.readouterr()
    run(["check", "--select", "allowances", "."])
    told = capfdbinary.readouterr().out.decode()

    assert "a.jmap" not in told
    assert "names `gap-widned`, and there is no such rule" in told


def test_a_commit_lets_it_pass(diff: Diff) -> None:
    commit(f"Slower\n\nJmap-Allow: gap-widened refund.ask.call {WHY}\n", author="سارا", a=SLOWER)
    (change,) = json.loads(diff("HEAD~1", "HEAD", "-f", "json").out)["changes"]

    assert diff("HEAD~1", "HEAD", "--fail-on", "worse").status == FINE
    assert change["allowed"] == {"reason": "The line moves", "by": "سارا"}
    assert change["effect"] == "worse"
    # To a working tree the last commits lead; to compare the other way round, none does.
    assert diff("HEAD~1", "--fail-on", "worse").status == FINE
    assert diff("HEAD", "HEAD~1", "--fail-on", "any").status == FINDINGS
    # Later it lets nothing pass any more.
    save(a=SLOWER.replace("30h", "40h"))
    assert diff("--fail-on", "worse").status == FINDINGS
    assert diff("--fail-on", "worse").err == ""


def test_a_commit_of_a_branch_and_of_its_fingerprint(diff: Diff) -> None:
    git("checkout", "-b", "ours")
    commit("Slower", a=SLOWER)
    (change,) = json.loads(diff("main...ours", "-f", "json").out)["changes"]
    commit(f"Yes\n\nSigned-off-by: Sara <s@x>\njmap-allow: {change['fingerprint']} {WHY}\n")

    assert diff("main...ours", "--fail-on", "worse") == Ended(FINE, diff("main...").out, "")


def test_what_another_branch_allows_is_not_ours(diff: Diff) -> None:
    git("checkout", "-b", "theirs")
    commit(f"x\n\nJmap-Allow: gap-widened refund {WHY}\n")
    git("checkout", "-b", "ours", "main")
    commit("Slower", a=SLOWER)

    assert diff("main...ours", "--fail-on", "worse").status == FINDINGS
    git("merge", "--no-edit", "theirs")
    assert diff("main...ours", "--fail-on", "worse").status == FINE


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("x\n\nJmap-Allow: gap-widened refund\n", "Jmap-Allow does not say why"),
        ("x\n\nJmap-Allow: gap-widened refund -- .\n", "Jmap-Allow does not say why"),
        ("x\n\nJmap-Allow: gap-widened refund -- \u200c\n", "Jmap-Allow does not say why"),
        # Letters to Unicode, and nothing to any eye.
        ("x\n\nJmap-Allow: gap-widened refund -- \u3164\u1160\n", "Jmap-Allow does not say why"),
        (f"x\n\nJmap-Allow: gap-widned refund {WHY}\n", "there is no such change: did you mean"),
        (f"x\n\nJmap-Allow: owner-lost refund {WHY}\n", "`owner-lost refund` meets no change"),
        (f"x\n\nJmap-Allow: gap-widened refund {WHY} until 2026-11-21\n", "held until 2026-11-21"),
        # In the middle of a message, and as its subject, it is no trailer.
        (f"x\n\nJmap-Allow: gap-widened refund {WHY}\n\nAnd so on.\n", ""),
        (f"Jmap-Allow: gap-widened refund {WHY}\n", ""),
    ],
)
def test_words_that_let_nothing_pass(diff: Diff, message: str, why: str) -> None:
    commit(message, a=SLOWER)
    ended = diff("HEAD~1", "HEAD", "--fail-on", "worse")

    assert ended.status == FINDINGS
    assert why in ended.err
    assert bool(why) == bool(ended.err)


def test_a_shallow_clone_may_lack_words(diff: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    git("checkout", "-b", "ours")
    commit(f"x\n\nJmap-Allow: gap-widened refund {WHY}\n", a=SLOWER)
    commit("y")
    whole = diff("main", "ours", "--fail-on", "worse")
    git("clone", "--depth=1", "--no-single-branch", f"file://{Path.cwd()}", "clone")
    monkeypatch.chdir("clone")
    ended = diff("origin/main", "origin/ours", "--fail-on", "worse")

    assert whole.status == FINE
    assert ended.status == FINDINGS
    assert "this clone is shallow" in ended.err
    assert "git fetch --unshallow" in ended.err


# Messages of commits may come from anybody.

HOSTILE = [
    "\x1b[31mred\x1b[0m \x07",
    "::error::x ##[error]y ::add-mask::z",
    "\u202etxet\u2066 \u200b",
    "<img src=x onerror=alert(1)> @team #1 [a](http://x) `code`",
    "جابه‌جایی خط \u2067x",
    "\udcff\udcfe raw bytes",
    "x" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["text", "md", "json", "github", "sarif", "junit", "svg", "html"])
def test_hostile_reasons_and_authors(diff: Diff, text: str, form: str) -> None:
    who = text.replace("<", "").replace(">", "")[:60]
    message = f"{text}\n\nJmap-Allow: gap-widened refund -- {text}\nJmap-Allow: {text}\n"
    commit(message, author=who.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
           a=SLOWER)  # fmt: skip
    ended = diff("HEAD~1", "HEAD", "--fail-on", "worse", "-f", form)

    assert ended.status == FINE
    for told in (ended.out, ended.err):
        assert not any(bad in told for bad in ("\x1b", "\x07", "\u202e"))
        assert not any(line.startswith("::error") for line in told.split("\n"))
    if form in ("md", "svg", "html"):
        assert re.search(r"(?<!\\)<img", ended.out) is None
    if form not in ("svg", "html"):
        assert "##[error]" not in ended.out + ended.err


def test_words_of_a_message_of_a_megabyte(diff: Diff) -> None:
    commit(f"x\n\n{'word ' * 200_000}\n\nJmap-Allow: gap-widened refund {WHY}\n", a=SLOWER)

    assert diff("HEAD~1", "HEAD", "--fail-on", "worse").status == FINE


def test_a_folded_reason_is_one_line(diff: Diff) -> None:
    commit(f"x\n\nJmap-Allow: gap-widened refund {WHY}\n  in\n  May\n", a=SLOWER)
    (change,) = json.loads(diff("HEAD~1", "HEAD", "-f", "json").out)["changes"]

    assert change["allowed"]["reason"] == "The line moves in May"


def test_thousands_of_words_are_counted(diff: Diff) -> None:
    words = "".join(f"Jmap-Allow: owner-lost refund.x{number} {WHY}\n" for number in range(900))
    for _ in range(2):
        commit(f"x\n\n{words}")
    save(a=SLOWER)
    ended = diff("HEAD~2")

    assert ended.err.count("\n") == 21
    assert "more allowances that let nothing pass" in ended.err


# Where reports go.


REPORTS = [
    ("r.md", "### "),
    ("r.json", "{"),
    ("r.sarif", "{"),
    ("r.xml", "<?xml"),
    ("r.svg", "<svg"),
    ("r.html", "<!doctype html>"),
    ("r.txt", "touchpoint"),
    ("r", "touchpoint"),
]


@pytest.mark.parametrize(("name", "start"), REPORTS)
def test_a_file_says_its_format(diff: Diff, name: str, start: str) -> None:
    save(a=SLOWER)
    ended = diff("-o", name, "--fail-on", "worse")

    assert ended == Ended(FINDINGS, "", f"{name}\n")
    assert Path(name).read_text(encoding="utf-8").lower().startswith(start)


def test_colour_is_for_terminals(diff: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    save(a=SLOWER)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    diff("-o", "r.txt")

    assert "\x1b" in diff().out
    assert "\x1b" not in diff("-f", "md").out
    assert "\x1b" not in Path("r.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "arguments", "why"),
    [
        ("a.jmap", (), "a.jmap is a source: a report would replace it"),
        ("jmap.toml", (), "jmap.toml is a source"),
        ("link", (), "link is a source of these maps"),
        ("r.json", ("-f", "md"), "r.json names the format json, but -f asks for md"),
    ],
)
def test_where_no_report_goes(diff: Diff, name: str, arguments: tuple[str, ...], why: str) -> None:
    save(a=SLOWER)
    Path("link").symlink_to("a.jmap")
    ended = diff("-o", name, *arguments)

    assert ended.status == FAILED
    assert why in ended.err
    assert Path("a.jmap").read_text(encoding="utf-8") == SLOWER


def test_a_comment_is_made_elsewhere(diff: Diff) -> None:
    commit(f"Slower\n\nJmap-Allow: gap-widened refund {WHY}\n", a=SLOWER)
    diff("HEAD~1", "HEAD", "-o", "r.json")

    assert diff("--from", "r.json", "-f", "md") == Ended(
        FINE, diff("HEAD~1", "HEAD", "-f", "md").out, ""
    )
    diff("--from", "r.json", "-o", "r.md")
    assert Path("r.md").read_text(encoding="utf-8").startswith("### ")


@pytest.mark.parametrize(
    ("content", "arguments", "why"),
    [
        (b"", (), "r.json tells of no comparison"),
        (b"{}x", (), "r.json tells of no comparison"),
        (b'{"version": 2}', (), "r.json tells of no comparison"),
        (b'{"version": 1, "more": 1}', (), "r.json tells of no comparison"),
        (b"{}", ("-f", "text"), "--from makes the comment of a pull request: -f md"),
        (b"{}", ("main",), "--from tells what was compared elsewhere"),
        (b"{}", ("--fail-on", "worse"), "--from tells what was compared elsewhere"),
        (None, (), "r.json cannot be read: no such file or directory"),
    ],
)
def test_what_is_no_comparison(
    diff: Diff, content: bytes | None, arguments: tuple[str, ...], why: str
) -> None:
    if content is not None:
        Path("r.json").write_bytes(content)
    ended = diff("--from", "r.json", *arguments)

    assert (ended.status, ended.out) == (FAILED, "")
    assert why in ended.err
