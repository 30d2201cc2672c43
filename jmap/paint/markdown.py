"""Makes any string safe to stand in GitHub-flavoured Markdown: it is shown literally, wherever on a
line it stands, also in a table cell, and becomes no markup, link, mention, reference or emoji.
"""

import re
from functools import lru_cache
from urllib.parse import quote

from jmap.paint.characters import isolate, visible

BREAK = "<br>"
"""What a line end within a text becomes: the only one that a table cell can hold."""

_LINE_ENDS = re.compile("\r\n|[\r\n]")
_EDGES = re.compile(r"^\s+|\s+$")
_LIST_NUMBER = re.compile(r"([0-9]+)([.)])(?=\s|$)")
_LINE_START = re.compile(r"[-+](?=[\s-]|$)|=")

# GitHub looks for what it links in the finished page, where backslashes and entities are gone. What
# it looks at is a stretch of text between two tags, so a tag of our own is what breaks them.
_SPECIAL = re.compile(
    r"""(?P<mark>[\\`*_\[\]<>~|])
    | (?P<entity>&(?=\#?[0-9A-Za-z]+;))
    | [@#$]                                      # mentions, addresses of mail, references, formulas
    | :(?=//|[\w+-]+:)                           # addresses, emoji such as :tada:
    | (?<=mailto):|(?<=xmpp):
    | (?<=www)\.                               # addresses without a scheme
    | (?<=GH)-(?=[0-9])                        # issues
    | (?P<commit>(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z]))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMIT_PART = re.compile("(.{1,6})(.{1,6})")
"""The name of a commit has at least seven digits."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SCHEMES = ("https:", "http:", "mailto:")
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LEAVING = ("//", "\\\\", "/\\", "\\/")


@lru_cache(8192)
def escape(text: str) -> str:
    """Markdown for a text on one line, its line ends as ``<br>``. A reader sees what was typed."""
    lines = _LINE_ENDS.split(visible(text))
    return BREAK.join(map(_line, lines))


def isolated(text: str, *, always: bool) -> str:
    """Markdown for a text whose direction is its own: between U+2068 and U+2069.

    A text without right-to-left letters needs that only in a right-to-left page (``always``).
    """
    escaped = escape(text)
    if escaped and (always or _RIGHT_TO_LEFT.search(text)):
        return isolate(escaped)
    return escaped


def link(label: str, address: str) -> str | None:
    """A link with Markdown as its label; none for an address that a map does not link to."""
    if not is_linkable(address):
        return None
    target = quote(address, safe="/:?#@!$&'*+,;=~%-._", errors="replace").replace("&", "&amp;")
    return f"[{label}](<{target}>)" if target and label else None


def is_linkable(address: str) -> bool:
    """Whether an address is https, http, mailto, or a path beside the page, and no disguise."""
    bare = _IGNORED.sub("", address)
    if not bare or bare.startswith(_LEAVING):
        return False
    scheme = _SCHEME.match(bare)
    return scheme is None or scheme[0].lower() in _SCHEMES


def _line(text: str) -> str:
    return _EDGES.sub(_edge, _unlisted(_SPECIAL.sub(_literal, text)))


def _literal(match: re.Match[str]) -> str:
    if match["mark"]:
        return "\\" + match[0]
    if match["commit"]:
        return _COMMIT_PART.sub(r"\1<span>\2</span>", match[0])
    return "&amp;" if match["entity"] else f"<span>{match[0]}</span>"


def _unlisted(line: str) -> str:
    number = _LIST_NUMBER.match(line)
    if number:
        return f"{number[1]}\\{number[2]}{line[number.end() :]}"
    return "\\" + line if _LINE_START.match(line) else line


def _edge(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(letter)};" for letter in match[0])
