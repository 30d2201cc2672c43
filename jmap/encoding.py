"""The text of a file: UTF-8, or a diagnostic that says what else it is."""

from dataclasses import dataclass

from jmap.diagnostics import Diagnostic
from jmap.source import SourceFile, Span

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or the reason why there is none."""

    source: SourceFile
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(path: str, content: bytes) -> Decoded:
    """UTF-8 text, with or without a byte order mark. Anything else is a diagnostic, never a
    guess.
    """
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return _refused(
                path, "not-utf-8", f"this file is encoded as {name}", "save it as UTF-8"
            )
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error)
    if "\x00" in text:
        source = SourceFile(path, text)
        at = text.index("\x00")
        message = "this file holds a NUL character: it is not text"
        return Decoded(
            SourceFile(path, ""),
            (
                Diagnostic(
                    "not-text", message, source, Span(at, at + 1), help="save it as UTF-8 text"
                ),
            ),
        )
    return Decoded(SourceFile(path, text))


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Decoded:
    offset = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
    readable = content[:offset].removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    source = SourceFile(path, readable + "\ufffd")
    message = f"byte {offset + 1} of this file (0x{content[offset]:02X}) is not UTF-8"
    span = Span(len(readable), len(readable) + 1)
    found = Diagnostic("not-utf-8", message, source, span, help="save it as UTF-8")
    return Decoded(SourceFile(path, ""), (found,))


def _refused(path: str, name: str, message: str, hint: str) -> Decoded:
    source = SourceFile(path, "")
    return Decoded(source, (Diagnostic(name, message, source, help=hint),))
