"""The language reference as Markdown, written from the statement classes: what it says is what the
parser does.
"""

from collections.abc import Iterator
from typing import Any

from jmap.model.forms import ChoiceForm, Form, RefForm, TextForm
from jmap.model.statement import BodyField, HeadField, Spec, Statement, spec
from jmap.model.vocabulary import specs, vocabulary
from jmap.model.workspace import Document, Workspace
from jmap.resolve.heads import ordered
from jmap.syntax.words import GROUPS, words

_NOTICE = (
    "<!-- Generated from the statement classes by `make docs`; edits here are overwritten. -->"
)
_INTRO = """# Language reference

Every statement of the journey language: how its line is written, and what may stand in its block.
In a line, `ID` is one word without spaces, `"…"` is text in quotes, and what stands in brackets
may be left out. *Many* means that the statement may be repeated; order is kept. The words are
given in English and Persian; both may be mixed in one file. What holds for the language as a whole
(shape, quantities, references, imports, variants) is told in [language.md](language.md)."""


def reference(root: type[Workspace] = Document) -> str:
    """The whole reference for the statements under a class."""
    found = specs(root)
    parts = [_NOTICE, _INTRO, *_contents(found), *_top(found[0])]
    for shape in _blocks(found):
        parts += _statement(shape)
    parts += ["## One-line statements with several values", *_lines(found)]
    parts += _words(root)
    return "\n\n".join(parts) + "\n"


def synopsis(shape: Spec, word: str) -> str:
    """How a statement's line is written, such as ``touchpoint ID [on CHANNEL] ["title"]``."""
    return " ".join([word, *(_head(head) for head in ordered(shape.heads))])


def _contents(found: tuple[Spec, ...]) -> Iterator[str]:
    names = map(_title, _blocks(found))
    yield "Blocks: " + " · ".join(f"[`{name}`](#{name})" for name in names)


def _blocks(found: tuple[Spec, ...]) -> list[Spec]:
    return sorted((shape for shape in found[1:] if issubclass(shape.cls, Statement)), key=_title)


def _top(shape: Spec) -> Iterator[str]:
    yield "## At the top of a file"
    yield _table(shape)


def _statement(shape: Spec) -> Iterator[str]:
    title = _title(shape)
    yield f"## {title}"
    yield _text(shape.cls.__doc__)
    yield f"```text\n{synopsis(shape, title)}\n```"
    yield from _heads(shape)
    if shape.body:
        yield _table(shape)
    if shape.cls.example:
        yield f"```jmap fragment={title}\n{shape.cls.example}\n```"


def _heads(shape: Spec) -> Iterator[str]:
    described = [head for head in ordered(shape.heads) if head.about]
    if described:
        yield "\n".join(f"- `{_head(head)}`: {head.about}." for head in described)


def _table(shape: Spec) -> str:
    rows = ["| statement | | what it is |", "| --- | --- | --- |"]
    for field in shape.body.values():
        many = "many" if field.many else "once"
        rows.append(f"| `{_cell(_field(field))}` | {many} | {_cell(field.about)} |")
    if shape.extras:
        rows.append(f'| `x-… "…"` | many | {_cell(shape.extras.about)} |')
    return "\n".join(rows)


def _lines(found: tuple[Spec, ...]) -> Iterator[str]:
    used: dict[Any, list[str]] = {}
    for shape in found:
        for field in shape.body.values():
            if isinstance(field.item, type) and not issubclass(field.item, Statement):
                used.setdefault(field.item, []).append(field.word)
    for shape in found:
        names = list(dict.fromkeys(used.get(shape.cls, ())))
        if names:
            yield "### " + ", ".join(names)
            yield _text(shape.cls.__doc__)
            yield "```text\n" + "\n".join(synopsis(shape, name) for name in names) + "\n```"
            yield from _heads(shape)


def _words(root: type[Workspace]) -> Iterator[str]:
    yield "## Words in every language"
    yield (
        "Half-spaces may be left out, and Arabic ي and ك are read as Persian ی and ک. The first "
        "spelling of a language is the one that `jmap fmt --keywords` writes."
    )
    names = vocabulary(root)
    titles = {
        "statements": "Statements",
        "words": "Words inside a line",
        "choices": "Choices",
        "units": "Units",
        "comments": "Comments to jmap",
    }
    for group in GROUPS:
        yield f"### {titles[group]}"
        head = "| " + " | ".join(words().languages) + " |"
        rows = [head, "| " + " | ".join("---" for _ in words().languages) + " |"]
        for name in names[group]:
            cells = [
                " · ".join(words().all_spelled(group, name, code)) for code in words().languages
            ]
            rows.append("| " + " | ".join(cells) + " |")
        yield "\n".join(rows)


def _field(field: BodyField) -> str:
    if field.item is None:
        return field.word
    if isinstance(field.item, Form):
        return f"{field.word} {_form(field.item, '')}"
    if issubclass(field.item, Statement):
        return f"{field.word} … {{ }}"
    return synopsis(spec(field.item), field.word)


def _head(head: HeadField) -> str:
    if head.form is None:
        return f"[{head.word}]"
    text = (f"{head.word} " if head.word else "") + _form(head.form, head.name)
    return text if head.required else f"[{text}]"


def _form(form: Form, name: str) -> str:
    if isinstance(form, RefForm):
        return "|".join(kind.upper() for kind in form.to)
    if isinstance(form, ChoiceForm):
        return "|".join(form.names)
    if isinstance(form, TextForm):
        return f'"{name or "…"}"'
    return form.symbol


def _title(shape: Spec) -> str:
    return str(shape.cls.keyword or shape.cls.__name__.lower())


def _text(doc: str | None) -> str:
    return " ".join((doc or "").split()).replace("``", "`")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
