"""Every example in the language's pages is true: the chapters here, and the documentation."""

import json
from pathlib import Path
from typing import Any

import pytest

from jmap.format import format_source
from jmap.loading import Loaded, load
from jmap.model.json_form import write_json
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text
from jmap.source import SourceFile
from tests.tools.pages import Block, accept, answer, blocks, placed

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
PAGES = sorted([*HERE.glob("*.md"), *DOCS.glob("**/*.md")])
FOUND = [block for page in PAGES for block in blocks(page) if block.info[:1] == ("jmap",)]


def with_option(name: str) -> list[Block]:
    return [block for block in FOUND if name in block.options]


PLAIN = [block for block in FOUND if not {"error", "fragment"} & set(block.options)]


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "jmap.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(block: Block) -> Loaded:
    """A block in a file of its own, beside the named files of its page."""
    for other in blocks(block.page):
        if "file" in other.options:
            save(other.options["file"], other.text)
    name = block.options.get("file", "example.jmap")
    save(name, block.text)
    return load(name)


def save(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def errors(result: Loaded) -> str:
    serious = [item for item in result.diagnostics if item.severity.rank == 0]
    return diagnostics_text(serious, Style())


@pytest.mark.parametrize("block", PLAIN, ids=str)
def test_an_example_loads(block: Block) -> None:
    assert not errors(loaded(block))


@pytest.mark.parametrize("block", with_option("fragment"), ids=str)
def test_a_fragment_loads_where_it_belongs(block: Block) -> None:
    save("example.jmap", placed(block))
    found = [item for item in load("example.jmap").diagnostics if item.severity.rank == 0]

    # What a fragment refers to is declared elsewhere.
    assert not [item for item in found if item.name != "unknown-reference"]


@pytest.mark.parametrize("block", with_option("error"), ids=str)
def test_a_mistake_is_told_as_the_page_says(block: Block, pytestconfig: pytest.Config) -> None:
    made = diagnostics_text(loaded(block).diagnostics, Style())
    if pytestconfig.getoption("golden_update"):
        accept(block, made)
        return
    told = answer(block)

    assert told.info == ("text",), f"{block} needs a text block after it"
    assert made == told.text


@pytest.mark.parametrize("block", with_option("model"), ids=str)
def test_a_model_is_what_the_page_says(block: Block) -> None:
    expected = answer(block)

    assert expected.info == ("json",), f"{block} needs a json block after it"
    whole = json.loads(write_json(loaded(block).workspace))
    assert_holds(whole, json.loads(expected.text), "")


def assert_holds(whole: Any, part: Any, path: str) -> None:
    """Objects may hold more than is asked for; everything else must be equal."""
    if isinstance(part, dict):
        for key, value in part.items():
            assert key in whole, f"{path}.{key} is missing"
            assert_holds(whole[key], value, f"{path}.{key}")
    elif isinstance(part, list):
        assert len(whole) == len(part), path
        for at, (left, right) in enumerate(zip(whole, part, strict=True)):
            assert_holds(left, right, f"{path}[{at}]")
    else:
        assert whole == part, path


@pytest.mark.parametrize("block", with_option("fmt"), ids=str)
def test_a_layout_is_what_the_page_says(block: Block) -> None:
    expected = answer(block)
    result = format_source(SourceFile("example.jmap", block.text))

    assert result.ok, result.diagnostics
    assert result.text == expected.text
    assert not format_source(SourceFile("example.jmap", expected.text)).changed


def test_every_kind_of_promise_is_made_somewhere() -> None:
    for option in ("error", "fragment", "model", "fmt", "file"):
        assert with_option(option), option
