"""Markdown as GitHub shows it: rendered by GitHub's own parser, with all its extensions."""

from typing import Any

import html5lib
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options


def page(markdown: str) -> str:
    """The HTML of a Markdown text. Raw HTML is kept: GitHub lets `span`, `br`, `div` pass."""
    html: str = github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return html


def parsed(markdown: str) -> Any:
    """The elements of the page."""
    return html5lib.parse(page(markdown), namespaceHTMLElements=False)


def shown(element: Any) -> str:
    """The text a reader sees in an element, line breaks as LF."""
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if child.tag == "br" else shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def stretches(element: Any) -> list[str]:
    """The stretches of text between tags: what GitHub looks at for mentions and references."""
    found = [element.text or ""]
    for child in element:
        found += [*stretches(child), child.tail or ""]
    return [part for part in found if part]
