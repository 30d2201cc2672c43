"""Formatting: lay a text out, then prove that nothing was lost, or refuse."""

from collections import Counter
from dataclasses import dataclass

from jmap.diagnostics import Diagnostic
from jmap.format.layout import Layout
from jmap.format.reading import Reading, read
from jmap.model.workspace import Document, Workspace
from jmap.source import SourceFile, Span
from jmap.syntax.words import words

__all__ = ["Formatted", "format_source"]


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text laid out, or the reasons why it was left alone."""

    source: SourceFile
    text: str
    """The new text; the old one where there are errors."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the text was not laid out like this before."""
        return self.text != self.source.text

    @property
    def ok(self) -> bool:
        """Whether the text could be laid out."""
        return not self.diagnostics


def format_source(
    source: SourceFile, keywords: str | None = None, root: type[Workspace] = Document
) -> Formatted:
    """Lays a text out, in the keywords and digits of a language: the one asked for, or the one
    most used in it.

    Before it answers it proves that the new text says the same, has the same comments in the same
    order, and would not be changed again. Where a proof fails, or the text has errors, the text is
    returned as it was with the reasons.
    """
    before = read(source, root)
    if not before.sound:
        return Formatted(source, source.text, before.diagnostics)
    language = keywords or main_language(before)
    text = Layout(before, language).text()
    after = read(SourceFile(source.path, text), root)
    reason = _difference(before, after, language)
    if reason:
        return Formatted(source, source.text, (_refusal(source, reason),))
    return Formatted(source, _line_ends(source.text, text))


def main_language(reading: Reading) -> str:
    """The language of most keywords in a text; English where none leads."""
    spoken = Counter(words().language_of("statements", node.keyword) for node in reading.placed)
    return max(words().languages, key=lambda language: spoken[language])


def _difference(before: Reading, after: Reading, language: str) -> str:
    if not after.sound or before.fields != after.fields:
        return "would change what it says"
    if [item.text for item in before.parsed.comments] != [
        item.text for item in after.parsed.comments
    ]:
        return "would lose or move a comment"
    if Layout(after, language).text() != after.parsed.source.text:
        return "would be formatted differently the next time"
    return ""


def _refusal(source: SourceFile, reason: str) -> Diagnostic:
    return Diagnostic(
        "format-unproven",
        f"this file is left as it is: formatted, it {reason}",
        source,
        Span(0, 0),
        help="please report this with the file: it is a fault of the formatter",
    )


def _line_ends(old: str, new: str) -> str:
    # A file keeps its line ends: those of its first line.
    first = old.find("\n")
    return new.replace("\n", "\r\n") if first > 0 and old[first - 1] == "\r" else new
