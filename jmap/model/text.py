"""Text as typed between quotes: its escapes, its block form, and the way back to source."""

import re

from jmap.syntax.nodes import Value

_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|.)", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "«": "«", "»": "»"}
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class BadEscape(ValueError):
    """A backslash followed by something that is no escape; ``offset`` is its place in the token."""

    def __init__(self, escape: str, offset: int) -> None:
        super().__init__(escape)
        self.escape = escape
        self.offset = offset


def unquote(token: Value) -> str:
    """The text that a STRING or TEXT token stands for. Raises ``BadEscape``."""
    if token.type == "TEXT":
        return _unescape(_dedent(re.sub(r"\r\n?", "\n", token[3:-3])))
    body = token[1:-1]
    return _unescape(body, 1) if "\\" in body else body


def quote(text: str, indent: str = "") -> str:
    """Source for a text: on one line, or as a block indented by ``indent`` where it has several
    lines.
    """
    if "\n" not in text or not _keeps_its_lines(text):
        return quote_line(text)
    inner = _escaped_text(text).replace('"""', '\\"\\"\\"')
    lines = [indent + line if line else "" for line in inner.split("\n")]
    return "\n".join(['"""', *lines, indent + '"""'])


def quote_line(text: str) -> str:
    """Source for a text on one line, whatever it holds."""
    return '"' + _escaped_text(text).replace('"', '\\"').replace("\n", "\\n") + '"'


def _escaped_text(text: str) -> str:
    return _UNPRINTABLE.sub(_escaped, text.replace("\\", "\\\\")).replace("\t", "\\t")


def _keeps_its_lines(text: str) -> bool:
    # Block form drops shared indentation and cannot show blanks at a line's end: such a text is
    # written on one line.
    lines = text.split("\n")
    return bool(lines[0] and lines[-1]) and all(line == line.rstrip() for line in lines)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def _unescape(body: str, offset: int = 3) -> str:
    def replace(match: re.Match[str]) -> str:
        code = match[1]
        if code in _NAMED:
            return _NAMED[code]
        if len(code) > 1 and _is_character(int(code[2:-1], 16)):
            return chr(int(code[2:-1], 16))
        raise BadEscape(match[0], offset + match.start())

    return _ESCAPE.sub(replace, body)


def _is_character(code: int) -> bool:
    return 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _dedent(block: str) -> str:
    lines = block.split("\n")
    if not lines[0].strip():
        lines = lines[1:]
    if len(lines) > 1 and not lines[-1].strip():
        closing, lines = lines[-1], lines[:-1]
    else:
        closing = None
    indents = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()]
    if closing is not None and indents:
        indents.append(len(closing))
    margin = min(indents, default=0)
    return "\n".join(line[margin:].rstrip(" \t") if line.strip() else "" for line in lines)
