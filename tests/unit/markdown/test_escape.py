"""Any text stands literally in Markdown, wherever it is put, and nothing in it comes alive."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.paint.characters import visible
from jmap.paint.markdown import escape, is_linkable, isolated, link
from tests.unit.markdown.github import page, parsed, shown, stretches

PLACES = {
    "paragraph": "{}\n",
    "strong": "**{}**\n",
    "item": "- {}\n",
    "labelled": "- **Label:** {}\n",
    "nested": "- a\n  - {}\n",
    "heading": "## {}\n",
    "cell": "| a | b |\n| --- | --- |\n| {} | c |\n",
    "header": "| {} | b |\n| --- | --- |\n| a | c |\n",
    "link": "[{}](<https://example.org/>)\n",
}
TAGS = {"html", "head", "body", "p", "ul", "li", "h2", "strong", "br", "span"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
PIECES = (
    "@octocat", "@org/team", "#12", "GH-7", "owner/repo#3", "a@b.example",
    "https://x.example", "www.x.example", "ftp://x", "mailto:a@b.c", "xmpp:a@b.c",
    "![i](u)", "[t](u)", "[^1]", "[ ] ", "[x] ", "<b>", "</div>", "<!--", "-->", "&amp;",
    "&#64;", "&copy", "**", "__", "_", "~~", "`", "```", "|", "\\|", "\\", "\n", "\r\n",
    "  ", " ", "\t", "---", "===", "- ", "+ ", "1. ", "2) ", "> ", "# ", ":tada:", ":a_b:",
    "x_www.y", "$x$", "$`x`$", "deadbeefcafe", "\u2068", "\u2069", "\u202e", "\x00", "\x1b",
    "\u0085", "\u2028", "\u3000", "سلام", "می‌شود", "word", ".", "!", ":---", "|---|---|",
    "    ", "\ud800", "😀",
    "~~~", "<script>alert(1)</script>", "javascript:x", "[!NOTE]",
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)
MENTION = re.compile(r"@\w|#\d|GH-\d|://|www\.|:[\w+-]+:|\$.|\b[0-9a-f]{7,40}\b", re.IGNORECASE)


def expected(text: str) -> str:
    return re.sub("\r\n|\r", "\n", visible(text))


@pytest.mark.parametrize("place", PLACES)
@given(texts)
def test_a_text_is_shown_as_it_was_typed(place: str, text: str) -> None:
    escaped = escape(text)
    if not escaped:
        return
    tree = parsed(PLACES[place].format(escaped))
    tags = {element.tag for element in tree.iter()}

    assert expected(text) in shown(tree)
    assert tags <= TAGS | (
        TABLE if place in ("cell", "header") else {"a"} if place == "link" else set()
    )
    assert len(tree.findall(".//td")) in (0, 2)
    assert len(tree.findall(".//a")) == (place == "link")


@given(texts)
def test_no_stretch_of_text_holds_what_github_would_link(text: str) -> None:
    tree = parsed(escape(text) + "\n")

    assert [part for part in stretches(tree) if MENTION.search(part)] == []


def test_a_mention_stays_one_word_for_readers() -> None:
    assert escape("ask @octocat") == "ask <span>@</span>octocat"
    assert "<a" not in page(escape("a@b.example https://x.example www.x.example"))


def test_right_to_left_text_is_isolated() -> None:
    assert isolated("سلام", always=False) == "\u2068سلام\u2069"
    assert isolated("Dana", always=False) == "Dana"
    assert isolated("Dana", always=True) == "\u2068Dana\u2069"
    assert isolated("", always=True) == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JAVASCRIPT:x", " java\tscript:x", "java\u200bscript:x",
        "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//host/x",
        "\\\\host\\share", "/\\host", "\u2028//host", "", "  ",
    ],
)  # fmt: skip
def test_an_address_that_could_run_or_leave_is_no_link(address: str) -> None:
    assert not is_linkable(address)
    assert link("x", address) is None


@given(texts)
def test_a_link_leads_to_where_it_may(address: str) -> None:
    made = link("label", address)
    if made is None:
        return
    (anchor,) = parsed(made + "\n").iter("a")

    assert shown(anchor) == "label"
    assert anchor.attrib.keys() == {"href"}
    assert re.match(
        r"(https?|mailto):|(?![a-z][a-z0-9+.-]*:)(?!//)", anchor.attrib["href"], re.IGNORECASE
    )


def test_an_address_keeps_its_query() -> None:
    made = link("label", "https://example.org/a b?x=1&copy=2|3")

    assert made == "[label](<https://example.org/a%20b?x=1&amp;copy=2%7C3>)"
    assert 'href="https://example.org/a%20b?x=1&amp;copy=2%7C3"' in page(made)
