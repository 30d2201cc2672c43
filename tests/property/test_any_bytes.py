"""Whatever bytes a file holds: findings, never an exception, and reports that can be read."""

import json
import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jmap.diagnostics import Diagnostic
from jmap.encoding import decode
from jmap.format import format_source
from jmap.loading import Loaded, load_bytes
from jmap.reports.json import diagnostics_json
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text, summary
from jmap.source import SourceFile
from tests.tools.programs import Draft, programs
from tests.tools.sources import contents, spoiled, texts
from tests.tools.spellings import Writer

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def written(drafts: list[Draft]) -> str:
    return Writer("mixed", Random(len(drafts))).document(drafts)


def judge(item: Diagnostic) -> None:
    """A finding must have a name, a message, and a place inside its file."""
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", item.name), item.name
    assert item.message
    assert not item.message.endswith(".")
    assert 0 <= item.span.start <= item.span.end <= max(len(item.source.text), item.span.start)
    assert min(item.position) >= 1


def report(loaded: Loaded) -> None:
    for item in loaded.diagnostics:
        judge(item)
    text = diagnostics_text(loaded.diagnostics, Style())
    assert not STEERING.search(text), "a report must not steer the terminal"
    assert summary(loaded.diagnostics, len(loaded.files), Style()).endswith("\n")
    found = json.loads(diagnostics_json(loaded.diagnostics))["diagnostics"]
    assert [item["name"] for item in found] == [item.name for item in loaded.diagnostics]


@given(contents())
def test_bytes_load_to_findings(content: bytes) -> None:
    report(load_bytes(content, "any.jmap"))


@given(contents())
def test_bytes_format_or_stay(content: bytes) -> None:
    decoded = decode("any.jmap", content)
    result = format_source(decoded.source)

    assert result.ok or result.text == decoded.source.text
    assert "format-unproven" not in [item.name for item in result.diagnostics]


@given(texts())
def test_what_loads_can_be_formatted(text: str) -> None:
    result = format_source(SourceFile("any.jmap", text))

    assert "format-unproven" not in [item.name for item in result.diagnostics]
    if result.ok:
        assert not format_source(SourceFile("any.jmap", result.text)).changed


@given(spoiled(programs().map(written)))
def test_spoiled_programs_load_to_findings(text: str) -> None:
    report(load_bytes(text.encode("utf-8", "surrogatepass"), "spoiled.jmap"))


@given(st.text(alphabet='{}";#\n a', max_size=60))
def test_braces_and_quotes_in_any_order(text: str) -> None:
    report(load_bytes(text.encode(), "braces.jmap"))


@given(texts())
def test_loading_twice_says_the_same(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    first, second = load_bytes(content), load_bytes(content)

    assert first.workspace == second.workspace
    assert diagnostics_text(first.diagnostics, Style()) == diagnostics_text(
        second.diagnostics, Style()
    )
