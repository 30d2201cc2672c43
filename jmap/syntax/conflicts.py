"""What git leaves in a text where both sides of a merge changed the same lines."""

import re
from dataclasses import dataclass

from jmap.diagnostics import Diagnostic, Label
from jmap.source import SourceFile, Span

_MARK = re.compile(
    r"^(?:(?P<ours><{7,})|(?P<base>\|{7,})|(?P<middle>={7,})|(?P<theirs>>{7,}))(?: [^\r\n]*)?\r?$",
    re.MULTILINE,
)
_SIGN = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Conflicted:
    """A text with marks of conflicts."""

    ours: str
    """What our side says: as long as the text, with blanks for all else."""
    places: tuple[Span, ...]
    """The marks at which conflicts begin."""

    def diagnostic(self, source: SourceFile) -> Diagnostic:
        """What is said of them: once, however many there are."""
        first, *others = self.places
        where = f", the first of {len(self.places)} places" if others else ""
        return Diagnostic(
            "unresolved-conflict",
            f"here a merge left what both sides say{where}",
            source,
            first,
            help="keep what is right, and delete the rest with its lines of `<`, `=` and `>`",
            labels=tuple(Label(source, place, "and here") for place in others),
        )


def conflicted(text: str) -> Conflicted | None:
    """The conflicts that git has marked in a text; none where it has no whole one."""
    blank: list[Span] = []
    places: list[Span] = []
    opened: re.Match[str] | None = None
    dropped = -1
    for match in _MARK.finditer(text):
        if match["ours"]:
            opened, dropped = match, -1
        elif opened is None or len(opened["ours"]) != len(match[match.lastgroup or 0]):
            continue
        elif match["theirs"]:
            if dropped >= 0:
                places.append(Span(opened.start(), opened.end("ours")))
                blank += [Span(*opened.span()), Span(dropped, match.end())]
            opened = None
        elif dropped < 0:
            dropped = match.start()
    return Conflicted(_without(text, blank), tuple(places)) if places else None


def _without(text: str, spans: list[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += [text[at : span.start], _SIGN.sub(" ", text[span.start : span.end])]
        at = span.end
    return "".join([*pieces, text[at:]])
