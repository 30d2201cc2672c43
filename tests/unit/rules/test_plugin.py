"""The rules of another package stand beside ours in everything."""

import json
import os
from pathlib import Path

import pytest

from jmap.reports import REPORTS
from tests.tools.plug_in import RULE, write_plug_in
from tests.unit.cli.conftest import Desk, Ended

FINE, FINDINGS, FAILED = 0, 1, 2
LOUD = 'journey j "Acme" {\n  stage s "S" {\n    touchpoint t "CALL US"\n  }\n}\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "jmap.toml").touch()
    return Desk(folder)


def path_to(*plugs: Path) -> dict[str, str]:
    root = Path(__file__).parents[3]
    return {"PYTHONPATH": os.pathsep.join(map(str, (root, *plugs)))}


@pytest.fixture
def house(tmp_path: Path) -> dict[str, str]:
    return path_to(write_plug_in(tmp_path / "house"))


def told(desk: Desk, house: dict[str, str], *arguments: str) -> list[str]:
    ended = desk.check("-f", "json", *arguments, "a.jmap", **house)
    return [
        f"{one['line']} {one['severity']} {one['name']}"
        for one in json.loads(ended.out)["diagnostics"]
        if one["name"] in ("former-name", "touchpoint-in-capitals", "expired-allowance")
    ]


def test_they_run(desk: Desk, house: dict[str, str]) -> None:
    desk.save("a.jmap", LOUD)

    assert told(desk, house) == ["1 warning former-name", "3 warning touchpoint-in-capitals"]
    assert told(desk, house, "--ignore", "house") == []
    assert told(desk, house, "--select", "former-name") == ["1 warning former-name"]
    assert told(desk, {}) == []


def test_they_can_be_configured(desk: Desk, house: dict[str, str]) -> None:
    desk.save("a.jmap", LOUD)
    desk.save(
        "jmap.toml",
        'ignore = ["former-name"]\n[severity]\ntouchpoint-in-capitals = "error"\n'
        "[rules.touchpoint-in-capitals]\nlongest = 6\n",
    )
    assert told(desk, house) == ["3 error touchpoint-in-capitals"]
    desk.save("jmap.toml", "[rules.touchpoint-in-capitals]\nlongest = 7\n")
    assert told(desk, house) == ["1 warning former-name"]
    desk.save("jmap.toml", "[rules.touchpoint-in-capitals]\nlongest = 0\n")
    ended = desk.check("a.jmap", **house)
    assert (ended.status, "1 or more" in ended.out) == (FAILED, True)
    # Without the package nobody knows the rule.
    assert "there is no rule 'touchpoint-in-capitals'" in desk.check("a.jmap").out


def test_they_can_be_allowed(desk: Desk, house: dict[str, str]) -> None:
    desk.save(
        "a.jmap",
        LOUD.replace("\n  stage", " # jmap: allow former-name -- old\n  stage").replace(
            '"CALL US"', '"CALL US" # jmap: allow touchpoint-in-capitals -- x until 2020-01-01'
        ),
    )

    assert sorted(told(desk, house)) == [
        "3 warning expired-allowance", "3 warning touchpoint-in-capitals",
    ]  # fmt: skip


@pytest.mark.parametrize("form", REPORTS)
def test_they_are_in_every_report(desk: Desk, house: dict[str, str], form: str) -> None:
    desk.save("a.jmap", LOUD)
    ended = desk.check("-f", form, "a.jmap", **house)

    assert ended.status == FINDINGS
    assert "former-name" in ended.out
    if form == "sarif":
        (run,) = json.loads(ended.out)["runs"]
        told = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
        assert told["former-name"]["shortDescription"]["text"].startswith("A text says Acme")


def test_they_can_wait_and_be_mended(desk: Desk, house: dict[str, str]) -> None:
    desk.save("a.jmap", LOUD)
    desk.check("--write-baseline", "known.json", "a.jmap", **house)
    assert told(desk, house, "--baseline", "known.json") == []
    desk.check("--fix", "a.jmap", **house)

    assert desk.read("a.jmap") == LOUD.replace("Acme", "Ajax")


def run(desk: Desk, *arguments: str, **environment: str) -> Ended:
    """Another command than a check."""
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "jmap", *arguments], cwd=desk.folder, capture_output=True,
        check=False, timeout=60, env={**os.environ, **environment},
    )  # fmt: skip
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_they_are_listed(desk: Desk, house: dict[str, str], form: str) -> None:
    ended = run(desk, "rules", "-f", form, **house)

    assert ended.status == FINE
    assert "former-name" in ended.out
    assert "former-name" not in run(desk, "rules", "-f", form).out
    assert "former-name" in run(desk, "rules", "--tag", "house", **house).out


def test_they_have_a_page(desk: Desk, house: dict[str, str]) -> None:
    ended = run(desk, "explain", "touchpoint-in-capitals", **house)

    assert ended.status == FINE
    for words in (
        "A touchpoint shouts", "Capitals are read as shouting", "CALL US", "longest",
        "`t` is written in capitals",
    ):  # fmt: skip
        assert words in ended.out, words
    assert run(desk, "explain", "touchpoint-in-capitals").status == FAILED


def test_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    """What somebody else's rules depend on nobody knows."""
    plug = write_plug_in(tmp_path / "house")
    cache = str(tmp_path / "cache")
    desk.save("a.jmap", LOUD)
    kept = {"JMAP_CACHE": cache}
    # What was kept before the package was there does not answer.
    assert "former-name" not in desk.check("a.jmap", **kept).out
    assert "former-name" in desk.check("a.jmap", **kept, **path_to(plug)).out
    (plug / "house_rules.py").write_text(RULE.replace("is called Ajax now", "is called Ilium"))
    assert "Ilium" in desk.check("a.jmap", **kept, **path_to(plug)).out
    assert "former-name" not in desk.check("a.jmap", **kept).out
    assert len(list(Path(cache).glob("*.json"))) == 1


def test_a_package_that_cannot_be_loaded(desk: Desk, tmp_path: Path) -> None:
    desk.save("a.jmap", "journey j {\n}\n")
    plug = write_plug_in(tmp_path / "house", 'raise ValueError("no\\x1b[31m luck")')
    ended = desk.check("--exit-zero", "a.jmap", **path_to(plug))

    assert ended.status == FAILED
    assert "error[rules-not-loaded] the rules of house: house cannot be loaded" in ended.out
    assert "empty-journey" in ended.out
    assert "\x1b" not in ended.out
    for form in REPORTS:
        assert "rules-not-loaded" in desk.check("-f", form, "a.jmap", **path_to(plug)).out


def test_two_packages_with_one_rule(desk: Desk, tmp_path: Path) -> None:
    desk.save("a.jmap", LOUD)
    plugs = (write_plug_in(tmp_path / "a"), write_plug_in(tmp_path / "b", name="other"))
    ended = desk.check("a.jmap", **path_to(*plugs))

    assert ended.status == FAILED
    assert "other: other has a rule former-name, which there is already" in ended.out
    assert ended.out.count("[former-name]") == 1


def test_a_rule_that_raises(desk: Desk, tmp_path: Path) -> None:
    desk.save("a.jmap", LOUD)
    module = RULE.replace('title = item.title or ""', 'raise ValueError("::error::x\\n##[x]")')
    ended = desk.check("a.jmap", **path_to(write_plug_in(tmp_path / "house", module)))

    assert ended.status == FAILED
    assert "error[rule-crashed]" in ended.out
    assert "the rule touchpoint-in-capitals stopped here: ValueError" in ended.out
    assert "[former-name]" in ended.out
    assert "\n::error" not in ended.out
