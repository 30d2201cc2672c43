"""Changes as a comment of a pull request, rendered by GitHub's own parser."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.loading import Loaded
from jmap.model.text import quote_line
from jmap.reports.changes.markdown import LIMIT, markdown
from tests.tools.changes import compared, loaded
from tests.unit.markdown.github import parsed, shown, stretches

MAP = """
team care "Customer care"
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call %s {
      owner care
      current %s
      desired 4h
      feel %s
    }
  }
}
"""
HOSTILE = (
    "@org/team", "#1", "GH-12", "https://evil.example", "www.evil.example", "x@evil.example",
    "</details>", "<img src=x onerror=alert(1)>", "a | b | c", "```", "~~~", "&#64;here",
    "![x](https://evil.example/x.png)", "[x](javascript:alert(1))", "**Approved**", "\\", "`",
    "1. one", "- [ ] done", ":tada:", "$x$", "0123456789abcdef", "\u202eevil", "سلام @org",
)  # fmt: skip


def refund(title: str = "Calls", current: str = "26h", feel: str = "-1") -> Loaded:
    return loaded(MAP % (quote_line(title), current, feel))


def comment(before: Loaded, after: Loaded, name: str = "") -> str:
    return markdown([compared(before, after, name)])


def test_what_gets_worse_comes_first() -> None:
    told = comment(refund(), refund(current="30h", feel="-2"))

    assert told.startswith("### What this changes for customers\n\n**")
    assert "| Getting a refund: mood | ▃ | ▁ |" in told
    assert re.search(r"\n\*\*Worse\*\*\n\n- \*\*Calls\*\*: .* · owner Customer care\n", told)
    assert "| refund.ask.call | current 26h | current 30h | worse: " in told


def test_no_change_is_said() -> None:
    assert comment(refund(), refund()) == (
        "### What this changes for customers\n\n**No changes.**\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    told = comment(refund(), refund(text, "30h"), name="shop")
    page = parsed(told)

    assert not list(page.iter("a"))
    assert not list(page.iter("img"))
    assert not list(page.iter("code"))
    assert len(list(page.iter("details"))) == 1
    for row in page.iter("tr"):
        assert len(row) in (3, 4)
    assert not any(re.search(r"[@#]\w|GH-\d", part) for part in stretches(page))


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_leaves_the_table_whole(text: str) -> None:
    try:
        after = refund(text, "30h")
    except AssertionError:
        # What the language refuses is no title.
        return
    page = parsed(comment(refund(), after))

    assert not list(page.iter("a"))
    assert {len(row) for row in page.iter("tr")} == {3, 4} or {
        len(row) for row in page.iter("tr")
    } == {4}


def test_a_long_comment_is_cut_and_says_so() -> None:
    many = "\n".join(f'  stage s{at} "Stage {at}" {{ do "{"x" * 200}" }}' for at in range(400))
    after = loaded("journey refund {\n" + many + "\n}\n")
    before = loaded("journey refund\n")
    told = comment(before, after)

    assert len(told.encode()) <= LIMIT
    left = int(re.findall(r"\*(\d+) more changes are left out here", told)[0])
    assert told.count("\n| refund.s") + left == 400
    assert "Stage 0" in shown(parsed(told))
