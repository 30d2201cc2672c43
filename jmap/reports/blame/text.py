"""A part as its source would be, each line with the commit that set it; below, what the commits
say of themselves.
"""

from collections.abc import Iterator

from jmap.blame.blame import Blame, Blamed
from jmap.format.lines import INDENT
from jmap.git.commits import Commit
from jmap.reports.style import Style
from jmap.reports.visible import visible, width
from jmap.views.dates import day_text

NOT_YET = "working tree"
"""What stands in place of a commit where there is none yet."""
_NAME = 18
"""How many columns the name of an author gets."""
_BAR = "  │ "
"""Between the columns and the source: no line begins with what somebody wrote."""
_SHOWN = 12
"""How many lines of a value that was replaced are shown."""


def text(blame: Blame, style: Style) -> str:
    """The facts of a part, and the commits that set them."""
    part = blame.found.part
    title = getattr(part, "title", None) or ""
    head = f"{part.keyword} {style.strong(visible(blame.found.dotted))}"
    lines = [f"{head}  {visible(title)}" if title else head, ""]
    columns = _Columns(blame)
    for one in blame.facts:
        lines += _fact(one, columns, style)
    if blame.commits:
        lines.append("")
    for commit in blame.commits:
        about = visible(commit.subject) or style.faint("(it says nothing)")
        lines.append(f"{columns.of(commit)}  {about}")
    return "\n".join(lines) + "\n"


class _Columns:
    """What stands in front of each line: the commit, its day and its author, one below the
    other.
    """

    def __init__(self, blame: Blame) -> None:
        self._language = blame.language
        self._cut = blame.cut
        cells = [self._cells(one) for one in blame.commits]
        sizes = [max(map(width, column)) for column in zip(*cells, strict=True)]
        self._sizes = sizes or [len(NOT_YET)]
        short = len(NOT_YET) - self.width
        if short > 0:
            self._sizes[-1] += short

    @property
    def width(self) -> int:
        """How wide all of them are."""
        return sum(self._sizes) + 2 * (len(self._sizes) - 1)

    def of(self, commit: Commit | None) -> str:
        """The columns of a commit."""
        if commit is None:
            return NOT_YET + " " * (self.width - len(NOT_YET))
        pairs = zip(self._cells(commit), self._sizes, strict=True)
        return "  ".join(cell + " " * (size - width(cell)) for cell, size in pairs)

    def _cells(self, commit: Commit) -> list[str]:
        # As git marks what a shallow clone begins with.
        mark = "^" if commit.cut else " " if self._cut else ""
        day = day_text(commit.authored.date(), self._language)
        return [mark + commit.short, day, _name(commit)]


def _name(commit: Commit) -> str:
    name = visible(" ".join(commit.author.split())) or visible(commit.mail) or "?"
    if width(name) <= _NAME:
        return name
    while width(name) >= _NAME:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _fact(one: Blamed, columns: _Columns, style: Style) -> Iterator[str]:
    commit = one.setting.commit
    indent = INDENT * one.fact.depth
    front = style.faint(columns.of(commit)) if commit else style.strong(columns.of(commit))
    empty, bar = " " * columns.width, style.faint(_BAR)
    base = style.faint(f"  as in {visible(one.base)}") if one.base else ""
    for at, line in enumerate(one.fact.lines):
        yield f"{empty if at else front}{bar}{indent}{visible(line)}{'' if at else base}"
    replaced = one.setting.replaced
    for at, line in enumerate(replaced[:_SHOWN]):
        word = "    " if at else "was "
        yield style.faint(f"{empty}{_BAR}{indent}{INDENT}{word}{visible(line)}")
    if len(replaced) > _SHOWN:
        yield style.faint(f"{empty}{_BAR}{indent}{INDENT}… and {len(replaced) - _SHOWN} lines more")
