"""What the steps print is never a command, whoever said it."""

import io
import re
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from action import log
from action.note import fenced, marker
from jmap.reports.visible import IGNORED
from tests.tools.runner import commands

PARTS = st.sampled_from(
    ["::", ":", "#", "##[", "[", "]", "error", "add-mask", "\n", "\r", "\r\n", " ", "%0A", "%", "é",
     "\u200b", "\u00ad", "\ufe0f", "\u034f", "\u2028", "\x1b[31m", "\x85", "stop-commands", "`",
     "```", "\udcff", "\U000e0041", "سلام\u200cها"]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=30).map("".join) | st.text(max_size=60)


def printed(monkeypatch: pytest.MonkeyPatch, said: str, how: str) -> str:
    out = io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
        getattr(log, how)(said)
    return out.getvalue().decode()


@given(text=TEXTS)
def test_a_text_is_no_command(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert commands(printed(patch, text, "say")) == []


@given(text=TEXTS)
@pytest.mark.parametrize("how", ["error", "warning"])
def test_an_error_is_one_command(text: str, how: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        found = commands(printed(patch, text, how))

    assert [one.name for one in found] == [how]
    assert found[0].properties == {"title": "jmap"}


@given(text=TEXTS)
def test_a_text_stays_in_its_fence(text: str) -> None:
    opening, *inside, closing = fenced(text).split("\n")

    assert opening == f"{closing}text"
    assert closing == "`" * len(closing)
    assert all(closing not in line for line in inside)


def test_a_text_can_still_be_read() -> None:
    text = "maps/a.jmap:3:5: error[x] می‌خواهد 90% C#"

    assert log.plain(text) == text


def test_every_character_that_the_runner_skips_is_between_no_colons() -> None:
    skipped = [chr(code) for code in range(0x110000) if re.fullmatch(IGNORED, chr(code))]
    assert len(skipped) > 100
    for one in skipped:
        assert "::" not in re.sub(IGNORED, "", log.plain(f":{one}:error::x"))
        assert "##[" not in re.sub(IGNORED, "", log.plain(f"#{one}#{one}[error]x"))


KEYS = ["-->", "a b", "A", "x" * 41, "é", "a\n", "maps/refunds", "maps/returns"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_cannot_end_the_sign(key: str) -> None:
    assert re.fullmatch(r"<!-- [a-z:0-9 ]+ \([0-9a-f]{12}\) -->", marker(key))


def test_every_key_has_a_sign_of_its_own() -> None:
    assert len({marker(key) for key in ["", "refunds", *KEYS]}) == len(KEYS) + 2
