"""The docs say what is so: generated pages are current, links lead somewhere, commands exist."""

import re
from pathlib import Path

import pytest

from jmap.cli.group import COMMANDS
from tests.tools.write_docs import ROOT, Page, pages

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:jmap|grammar|tests|docs|examples)/[\w./-]+)`")
COMMAND = re.compile(r"(?:^|(?<!`)`)jmap ([a-z]+)\b", re.MULTILINE)


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: str(page.path.relative_to(ROOT)))
def test_generated_pages_are_current(page: Page) -> None:
    assert page.path.read_bytes() == page.content, "run `make docs`"


def test_every_page_of_a_rule_has_its_rule() -> None:
    made = {page.path for page in pages()}
    assert set(ROOT.glob("docs/rules/*.md")) <= made, "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target
    for target in PATH.findall(text):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page: Path) -> None:
    for name in COMMAND.findall(page.read_text(encoding="utf-8")):
        assert name in COMMANDS, name


def test_the_architecture_page_stays_short() -> None:
    lines = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").split("\n")
    assert len(lines) <= 200


def test_every_module_has_its_row_in_the_architecture() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for path in (ROOT / "jmap").iterdir():
        if path.name.startswith("_") or path.name == "py.typed":
            continue
        name = f"`{path.name}/`" if path.is_dir() else f"`{path.name}`"
        assert name in text, name
