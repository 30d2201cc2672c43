"""A journey's Markdown: complete, inert, the gaps first, and right to left where it is read so."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings

from jmap.loading import load, load_text
from jmap.model.forms import AddressForm, IdForm, TextForm
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.paint.characters import visible
from jmap.renderers.markdown import Markdown
from tests.unit.json.workspaces import workspaces
from tests.unit.markdown.github import parsed, shown, stretches
from tests.unit.markdown.test_escape import MENTION

EXAMPLES = Path(__file__).parents[3] / "examples"
TAGS = {
    "html", "head", "body", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead",
    "tbody", "tr", "th", "td", "strong", "em", "code", "a", "br", "span", "div",
}  # fmt: skip
ISOLATES = re.compile("[\u2066-\u2069]")


def rendered(workspace: Workspace) -> str:
    return Markdown().render(workspace, workspace.journeys).decode("utf-8")


def written(source: str) -> str:
    loaded = load_text(source)
    assert loaded.ok, [item.message for item in loaded.diagnostics]
    return rendered(loaded.workspace)


def texts(item: Any) -> Iterator[str]:
    """Every text somebody wrote in a statement; an id only where it has no title beside it."""
    cls: Any = type(item)
    shape = spec(cls)
    for head in shape.heads:
        value = getattr(item, head.name)
        if isinstance(head.form, TextForm) and not isinstance(head.form, AddressForm) and value:
            yield value
        if type(head.form) is IdForm and head.name == "id" and value and not _titled(item):
            yield value
    for field in shape.lines:
        value = getattr(item, field.name, None)
        for part in value if isinstance(value, tuple) else (value,):
            if (
                isinstance(field.item, TextForm)
                and not isinstance(field.item, AddressForm)
                and part
            ):
                yield part
            elif isinstance(field.item, type) and part is not None:
                yield from texts(part)


def _titled(item: Any) -> bool:
    return bool(getattr(item, "title", None) or getattr(item, "text", None))


def page_text(markdown: str) -> str:
    return ISOLATES.sub("", shown(parsed(markdown)))


def expected(text: str) -> str:
    return ISOLATES.sub("", visible(re.sub("\r\n|\r", "\n", text)))


@settings(max_examples=40)
@given(workspaces)
def test_nothing_an_author_wrote_is_missing(workspace: Workspace) -> None:
    page = page_text(rendered(workspace))

    missing = [text for text in texts(workspace) if expected(text) not in page]
    assert missing == [] if workspace.journeys else page.strip() == ""


@settings(max_examples=40)
@given(workspaces)
def test_nothing_an_author_wrote_comes_alive(workspace: Workspace) -> None:
    tree = parsed(rendered(workspace))

    assert {element.tag for element in tree.iter()} <= TAGS
    assert [part for part in stretches(tree) if MENTION.search(part)] == []
    for element in tree.iter():
        assert element.attrib.keys() <= {"a": {"href", "id"}, "div": {"dir"}}.get(
            element.tag, set()
        )
    for anchor in tree.iter("a"):
        assert re.match(r"#|https?:|mailto:|[\w.%/-]+$", anchor.get("href", "#"))


@settings(max_examples=20)
@given(workspaces)
def test_tables_are_whole_and_links_lead_somewhere(workspace: Workspace) -> None:
    tree = parsed(rendered(workspace))

    for table in tree.iter("table"):
        widths = {len(list(row)) for row in table.iter("tr")}
        assert len(widths) == 1
    anchors = {element.get("id") for element in tree.iter("a")}
    targets = {
        element.get("href", "")[1:]
        for element in tree.iter("a")
        if element.get("href", "").startswith("#")
    }
    assert {unquote(target) for target in targets} <= {
        unquote(anchor) for anchor in anchors if anchor
    }


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_examples_are_complete(path: Path) -> None:
    workspace = load(path).workspace
    markdown = rendered(workspace)
    page = page_text(markdown)

    assert [text for text in texts(workspace) if expected(text) not in page] == []
    assert markdown == rendered(workspace)
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert "\r" not in markdown
    assert "\n\n\n" not in markdown


SMALL = """
team pricing "Pricing"
team web "Web"
channel chat "Live chat" { responds 90% within 3m }
journey net "Ordering" {
  for "Dana"
  stage choose "Choose" {
    skip chat "In writing | only"
    touchpoint compare on "Web page" "Comparison" {
      moment-of-truth
      owner pricing backup web
      action "Show the total"
      current 2
      desired 5
      intended 4
      importance 5
      feel -1 "suspicious"
      pain fees "Late fees" { severity high }
      opportunity "Calculator" {
        eases fees
        impact 5
        effort 2
      }
    }
    touchpoint ask "Asks" { think "Why?" }
  }
  path bad negative "It fails" {
    step compare "twice"
    step ask
  }
}
"""


def test_gaps_come_before_the_map_with_what_feeds_them() -> None:
    markdown = written(SMALL)
    gap = (
        "| 1 | ★ [**Comparison**](#net.choose.compare)<br>Choose · Web page "
        "| ● large gap<br>−3 | 2 | 5 | 4 | 25% | 3.75 | Pricing (backup Web) |"
    )

    assert gap in markdown
    assert markdown.index("## Gaps, largest first") < markdown.index("## Journey map")
    assert (
        "- No. 1 · **Comparison**\n  - What we do: Show the total\n"
        "  - Pain: Late fees (Severity: high)\n" in markdown
    )
    assert "  - Opportunity: Calculator · **Impact ÷ effort 2.5**\n" in markdown
    assert "? gap unknown: [**Asks**](#net.choose.ask)" in markdown


def test_a_cell_tells_title_gap_owner_and_why_a_channel_is_left_out() -> None:
    markdown = written(SMALL)

    assert "| **Live chat** | _Not served:_ In writing \\| only |" in markdown
    assert (
        "★ [**Comparison**](#net.choose.compare)<br>● large gap −3<br>Pricing (backup Web)"
        in markdown
    )
    assert '#### <a id="net.choose.compare"></a>Comparison' in markdown


def test_facts_read_as_sentences() -> None:
    markdown = written(
        'journey a "A" {\n goal buy "A line"\n tested 2026-09-01 walkthrough "Slow"\n'
        ' stage b {\n touchpoint c on "Web" {\n feel -1 "shut out" because "no flat"\n trust -2\n'
        " takes 1d..3d\n } } }\n"
    )

    assert "- **Goal**: buy: A line\n" in markdown
    assert "- **Tested**: 2026-09-01 walkthrough: Slow\n" in markdown
    assert "- **Feel**: −1 shut out because no flat\n" in markdown
    assert "- **Trust**: −2\n" in markdown
    assert "- **Takes**: 1 day – 3 days\n" in markdown


def test_paths_are_numbered_and_say_when_things_go_wrong() -> None:
    assert (
        '### <a id="net.bad"></a>It fails\n\n**When things go wrong**\n\n'
        "1. [Comparison](#net.choose.compare): twice\n2. [Asks](#net.choose.ask)\n"
        in written(SMALL)
    )


@pytest.mark.parametrize(("stages", "tables"), [(1, 1), (6, 1), (7, 2), (10, 2), (11, 3)])
def test_a_wide_map_becomes_several_tables(stages: int, tables: int) -> None:
    body = "".join(
        f'stage s{at} "Stage {at}" {{ touchpoint t{at} "T{at}" }}\n' for at in range(stages)
    )
    tree = parsed(written(f'journey wide "Wide" {{\n{body}}}\n'))
    heads = [[shown(cell) for cell in table.find("thead/tr")] for table in tree.iter("table")]

    assert len(heads) == tables
    assert [name for head in heads for name in head[1:]] == [f"Stage {at}" for at in range(stages)]
    assert all(len(head) <= 7 for head in heads)


def test_persian_maps_are_right_to_left_with_their_own_labels() -> None:
    markdown = written(
        'journey سفر "خرید" {\n stage یک "نخست" {\n'
        ' touchpoint دو "صفحه" {\n current ۲m\n desired ۱m\n'
        ' feel -1 "نگران"\n action "<b> @who"\n } } }\n'
    )
    tree = parsed(markdown)
    (div,) = tree.iter("div")

    assert markdown.startswith('<div dir="rtl">\n\n# ')
    assert markdown.endswith("\n\n</div>\n")
    assert div.get("dir") == "rtl"
    assert len(list(div.iter("table"))) == len(list(tree.iter("table"))) > 0
    assert "## شکاف‌ها، از بزرگ به کوچک" in markdown
    assert "\u2068نخست\u2069" in markdown
    assert "\u2068\\<b\\> <span>@</span>who\u2069" in markdown
    assert re.search("[\u2066\u2068]−۱\u2069 دقیقه", markdown)


def test_every_isolate_is_closed() -> None:
    for path in sorted(EXAMPLES.iterdir()):
        for line in rendered(load(path).workspace).split("\n"):
            assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069")


def test_an_address_is_a_link_only_where_it_is_harmless() -> None:
    loaded = load_text(
        'journey a "A" {\n stage b {\n touchpoint c {\n'
        ' link "Story" "https://x.example/1"\n } } }\n'
    )
    markdown = rendered(loaded.workspace)
    hostile = Workspace.model_validate_json(
        loaded.workspace.model_dump_json(exclude_none=True).replace(
            "https://x.example/1", "javascript:alert(1)"
        )
    )

    assert "**Link**: [Story](<https://x.example/1>)" in markdown
    assert "**Link**: Story (javascript:alert(1))" in rendered(hostile)


def test_several_journeys_begin_with_their_names() -> None:
    markdown = written('journey a "One" { state current }\njourney b "Two" { state future }\n')

    assert markdown.startswith("## Journeys by health\n\n")
    assert markdown.index("| [**One**](#a)<br>As is | ") < markdown.index('# <a id="a"></a>One')
    assert "| [**Two**](#b)<br>To be | " in markdown


def test_nothing_chosen_is_an_empty_page() -> None:
    assert Markdown().render(Workspace(), ()) == b"\n"
