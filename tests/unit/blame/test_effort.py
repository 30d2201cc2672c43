"""Long histories cost little: few gits, and only what may matter is parsed."""

from typing import Any

import pytest

from jmap.git import running
from jmap.loading import parses
from jmap.syntax.parser import parse
from tests.unit.blame.past import MAP, Past

COMMITS = 200


def long_past(past: Past, changing: str, plain: str) -> None:
    """A history in which one line of the map is another one in every commit."""
    assert changing in MAP
    stream = []
    for number in range(COMMITS):
        text = MAP.replace(changing, plain.format(number)).encode()
        message = f"number {number}".encode()
        stream += [
            b"commit refs/heads/main",
            b"committer Sara <sara@example.org> %d +0000" % (1_780_000_000 + number),
            b"data %d" % len(message),
            message,
            *([b"from " + past.head.encode()] if number == 0 else []),
            b"M 100644 inline a.jmap",
            b"data %d" % len(text),
            text,
        ]
    past.made.git("fast-import", "--quiet", stdin=b"\n".join(stream) + b"\n")
    past.made.git("reset", "-q", "--hard")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    counts = {"git": 0, "parse": 0}
    start = running._start

    def counted_start(line: list[str]) -> Any:
        counts["git"] += 1
        return start(line)

    def counted_parse(source: Any) -> Any:
        counts["parse"] += 1
        return parse(source)

    monkeypatch.setattr(running, "_start", counted_start)
    monkeypatch.setattr(parses, "parse", counted_parse)
    return counts


def test_changes_elsewhere_are_not_parsed(past: Past, counted: dict[str, int]) -> None:
    long_past(past, '"A letter comes"', '"Letter {0}"')
    long_past(past, "  language en\n", '  language en\n  vision "{0}"\n')
    said = past.set_by("refund.ask.call")

    assert set(said.values()) == {"Draw the map"}
    assert counted["git"] < 60
    assert counted["parse"] < COMMITS + 10, "the first half changes a line with a brace"


def test_the_search_ends_where_all_is_known(past: Past, counted: dict[str, int]) -> None:
    long_past(past, "current 26h", "current {0}h")
    past.says(
        MAP.replace("team care", "team service").replace("owner care", "owner service"), "New"
    )
    past.made.git("rm", "-q", "a.jmap")
    past.commit("Away")
    past.says(MAP, "Anew", "b.jmap")

    assert set(past.set_by("refund.ask.call").values()) == {"Anew"}
    assert counted["parse"] <= 3


def test_each_content_is_parsed_once(past: Past, counted: dict[str, int]) -> None:
    long_past(past, "current 26h", "current {0}h")

    assert past.set_by("refund.ask.call")["current 199h"] == "number 199"
    assert past.set_by("refund.ask.call")["desired 4h"] == "Draw the map"
    assert counted["parse"] <= 2 * (COMMITS + 3)
