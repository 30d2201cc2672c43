"""Baselines: what waits, what is shown, and what is gone."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from jmap.diagnostics import Diagnostic, Severity
from jmap.rules.baseline import UnreadableBaseline, baseline, read_baseline
from jmap.source import SourceFile, Span

RULES = ("owner-without-backup", "broken-promise")


def finding(
    path: str, name: str = RULES[0], at: str = "j.s.t", message: str = "it is so", start: int = 0,
    severity: Severity = Severity.WARNING,
) -> Diagnostic:  # fmt: skip
    return Diagnostic(name, message, SourceFile(path, "x" * 99), Span(start, start), severity,
                      address=at)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(known: Sequence[Diagnostic], found: Sequence[Diagnostic], home: Path) -> list[Diagnostic]:
    held = read_baseline(baseline(known, home, RULES), home)
    left = list(held.sifted(found, RULES))
    assert held.hidden == len(found) - len(left)
    return left


def test_what_it_holds_is_held_back(home: Path) -> None:
    some = [finding("a.jmap"), finding("b.jmap"), finding("a.jmap", RULES[1])]

    assert shown(some, some, home) == []
    assert shown([], some, home) == some
    assert shown(some[:1], some, home) == some[1:]


def test_moved_lines_stay_known(home: Path) -> None:
    assert shown([finding("a.jmap", start=3)], [finding("a.jmap", start=70)], home) == []


def test_other_words_about_the_same_place_stay_known(home: Path) -> None:
    assert shown([finding("a.jmap", message="62%")], [finding("a.jmap", message="63%")], home) == []


def test_without_an_address_the_words_count(home: Path) -> None:
    known = [finding("a.jmap", at="", message="x")]

    assert shown(known, [finding("a.jmap", at="", message="x", start=9)], home) == []
    assert len(shown(known, [finding("a.jmap", at="", message="y")], home)) == 1


def test_equal_ones_are_counted(home: Path) -> None:
    two = [finding("a.jmap", start=1), finding("a.jmap", start=2)]

    assert shown(two, two, home) == []
    assert shown(two[:1], two, home) == two[1:]
    document = json.loads(baseline(two, home, RULES))
    assert [entry["count"] for entry in document["findings"]] == [2]


def test_persian_names(home: Path) -> None:
    one = finding("نقشه‌ها/خرید.jmap", at="خرید.نگاه")
    content = baseline([one], home, RULES)

    assert "خرید.نگاه" in content.decode()
    assert shown([one], [one], home) == []


def test_paths_count_from_its_folder(home: Path) -> None:
    content = json.loads(baseline([finding("maps/a.jmap")], home / "ci" / "deep", RULES))

    assert content["findings"][0]["path"] == "../../maps/a.jmap"
    held = read_baseline(json.dumps(content).encode(), home / "ci" / "deep")
    assert held.sifted([finding("maps/a.jmap"), finding(str(home / "maps/a.jmap"))], RULES) != ()
    assert held.hidden == 1


def test_errors_of_the_language_never_wait(home: Path) -> None:
    error = finding("a.jmap", "unknown-word", at="", severity=Severity.ERROR)
    crash = finding("a.jmap", "rule-crashed", severity=Severity.ERROR)
    wrong = finding("jmap.toml", "wrong-configuration", at="", severity=Severity.ERROR)
    known = [error, crash, wrong]

    assert json.loads(baseline(known, home, RULES))["findings"] == []
    entries = [{"path": item.path, "rule": item.name, "at": item.address or item.message,
                "count": 1} for item in known]  # fmt: skip
    held = read_baseline(json.dumps({"version": 1, "findings": entries}).encode(), home)
    assert list(held.sifted(known, RULES)) == known


def test_a_rule_that_counts_as_an_error_can_wait(home: Path) -> None:
    one = finding("a.jmap", at="", severity=Severity.ERROR)

    assert shown([one], [one], home) == []


def test_notes_of_the_language_can_wait(home: Path) -> None:
    one = finding("a.jmap", "undeclared-name", at="", severity=Severity.INFO)

    assert shown([one], [one], home) == []


def test_what_is_gone(home: Path) -> None:
    known = [finding("a.jmap"), finding("a.jmap"), finding("b.jmap"), finding("a.jmap", RULES[1])]
    held = read_baseline(baseline(known, home, RULES), home)
    held.sifted([finding("a.jmap")], RULES)

    # Only what was looked at can be known to be gone.
    assert held.gone(["a.jmap"], RULES) == 2
    assert held.gone(["a.jmap"], RULES[:1]) == 1
    assert held.gone(["a.jmap", "b.jmap"], RULES) == 3
    assert held.gone([], RULES) == 0


def test_files_that_are_gone(home: Path) -> None:
    (home / "maps").mkdir()
    (home / "maps/b.jmap").touch()
    known = [finding("maps/a.jmap"), finding("maps/b.jmap"), finding("other/a.jmap")]
    held = read_baseline(baseline(known, home, RULES), home)

    assert held.lost([Path("maps")]) == 1
    assert held.lost([Path()]) == 2
    assert held.lost([]) == 0


def test_equal_findings_make_equal_bytes(home: Path) -> None:
    some = [finding(path, name) for path in ("b.jmap", "a.jmap") for name in RULES]

    assert baseline(some, home, RULES) == baseline(some[::-1], home, RULES)
    assert baseline(some, home, RULES).endswith(b"}\n")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"null", b"[]", b"{}", b"\xff", b"3", b'"x"', b"[" * 100_000,
        b'{"version": 1}', b'{"version": 1, "findings": {}, "x": NaN', b'{"findings": []}',
        b'{"version": 1, "findings": [3]}', b'{"version": 1, "findings": [{}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "at": "x"}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "at": "x", "count": 0}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "at": "x", "count": true}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "at": "x", "count": "1"}]}',
        b'{"version": 1, "findings": [{"path": "a", "rule": "r", "at": "x", "count": 1.5}]}',
        b'{"version": 1, "findings": [{"path": ["a"], "rule": "r", "at": "x", "count": 1}]}',
        b'{"version": 1, "findings": [{"path": "\\u0000", "rule": "r", "at": "x", "count": 1}]}',
    ],
)  # fmt: skip
def test_what_is_no_baseline(content: bytes) -> None:
    with pytest.raises(UnreadableBaseline, match="this is no baseline"):
        read_baseline(content, Path())


@pytest.mark.parametrize("version", ["2", '"1"', "null", "1.5"])
def test_another_version(version: str) -> None:
    with pytest.raises(UnreadableBaseline, match="it is of version"):
        read_baseline(f'{{"version": {version}, "findings": []}}'.encode(), Path())


def test_marks_and_line_ends_do_no_harm() -> None:
    content = '\ufeff{"version": 1,\r\n "findings": []}\r\n'.encode()

    assert read_baseline(content, Path()).left == {}
