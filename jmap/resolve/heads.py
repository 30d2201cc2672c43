"""Matching the values on a statement's line to the fields they belong to.

Words such as ``on`` and ``backup`` introduce a field; the other values are told apart by their
kind and their order. The first value is never an introducing word where an id may stand, so that
any keyword may be an id.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any

from jmap.model.forms import ChoiceForm, Form, IdForm, RefForm, TextForm
from jmap.model.quantity import PERCENT
from jmap.model.statement import HeadField, Spec, spec
from jmap.model.vocabulary import specs
from jmap.model.workspace import Document
from jmap.resolve.report import Report
from jmap.resolve.suggest import nearest_word
from jmap.source import Span
from jmap.syntax.nodes import Node, Value, span_of, value
from jmap.syntax.shorten import shorten
from jmap.syntax.words import words

_TEXTS = ("STRING", "TEXT")
_NAMES = {
    "WORD": "a word",
    "STRING": "text",
    "TEXT": "text",
    "NUMBER": "a number",
    "PERCENT": "a percentage",
    "DURATION": "a duration",
    "DATE": "a date",
    "RANGE": "a range",
    "RATIO": "a ratio",
    "SIGN": "a sign",
    "COUNT": "a count",
}


@dataclass(slots=True)
class Matched:
    """The values of one line by the field they belong to."""

    values: dict[HeadField, Value] = field(default_factory=dict)
    complete: bool = True
    """Whether every required field has a value that fits."""


def match_heads(node: Node, shape: Spec, report: Report) -> Matched:
    """Assigns a statement's values to its head fields, reporting what fits nowhere."""
    matched = Matched()
    rest = _take_introduced(node, shape, matched, report)
    rest.sort(key=lambda token: token.type in _TEXTS)
    fitting = len(rest) <= len(shape.heads)
    kinds = tuple(_signature(token, shape) for token in rest) if fitting else ()
    chosen = _assignment(shape.cls, kinds) if fitting else None
    if chosen is None:
        matched.complete = False
        _explain(node, shape, rest, matched, report)
    else:
        matched.values.update(zip(chosen, rest, strict=True))
    if not node.values and shape.heads and not any(head.required for head in shape.heads):
        matched.complete = False
        _report_missing(node, ordered(shape.places)[-1], report)
    for head in shape.heads:
        if head.required and head.word and head not in matched.values:
            matched.complete = False
            _report_missing(node, head, report)
    return matched


def joined(values: list[Value], form: Form | None) -> list[Value]:
    """The values with a number and the unit after it made one, where a form takes that."""
    if form is not None and form.joins_unit and len(values) > 1:
        return list(_join(values, frozenset()))
    return values


def misfit(keyword: str, token: Value, form: Form, node: Node, report: Report) -> None:
    """Reports a value of the wrong kind, with what to type instead."""
    if isinstance(form, ChoiceForm) and token.type == "WORD":
        meant = nearest_word("choices", form.names, token)
        hint = f"did you mean `{meant.spelled}`?" if meant else f"write {form.takes}"
        message = f"{shown(token)} is not {form.takes}"
        report.error("wrong-value", message, span_of(token), hint)
        return
    what = _NAMES[token.type]
    report.error(
        "wrong-value",
        f"`{keyword}` takes {form.takes}, and {shown(token)} is {what}",
        span_of(token),
        _instead(keyword, token, form, node, report),
    )


def shown(token: Value) -> str:
    """A token as a message repeats it: short, and on one line."""
    return f"`{shorten(token)}`"


def _instead(keyword: str, token: Value, form: Form, node: Node, report: Report) -> str:
    if isinstance(form, TextForm) and token.type not in _TEXTS and node.body is None:
        typed = report.source.text[span_of(token).start : node.head.end].strip()
        bare = typed.replace('"', "").replace("\\", "")[:60]
        return f'put the text in quotes: {node.keyword} "{bare}"'
    if isinstance(form, IdForm) and token.type in _TEXTS:
        return f"give it an id before the text: {node.keyword} some-id {shorten(token)}"
    return _example(node, form, keyword)


def _example(node: Node, form: Form, word: str = "") -> str:
    """What to type, after the statement's own example where its keyword is in English."""
    name = words().canonical("statements", node.keyword)
    own = _examples().get(name, "")
    if own and node.keyword == name and word in ("", name):
        return f"for example: {own}"
    return f"for example: {word or node.keyword} {form.example}"


@cache
def _examples() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in (line for item in specs(Document) for line in item.body.values()):
        example = line.example.split("\n")[0].removesuffix(" {")
        if example:
            found.setdefault(line.word, example)
    return found


def _take_introduced(node: Node, shape: Spec, matched: Matched, report: Report) -> list[Value]:
    introduced = shape.introduced
    tokens = iter(_joined(node.values, shape))
    rest: list[Value] = []
    for token in tokens:
        head = introduced.get(words().canonical("words", token)) if token.type == "WORD" else None
        if head is None or (token is node.values[0] and _starts_with_word(shape)):
            rest.append(token)
        elif head in matched.values:
            report.error(
                "said-twice", f"`{token}` stands twice on this line", span_of(token), "keep one"
            )
            next(tokens, None)
        elif head.form is None:
            matched.values[head] = token
        else:
            _take_value(node, head, token, next(tokens, None), matched, report)
    return rest


def _take_value(
    node: Node,
    head: HeadField,
    word: Value,
    token: Value | None,
    matched: Matched,
    report: Report,
) -> None:
    assert head.form is not None
    if token is None:
        hint = f"for example: {word} {head.form.example}"
        report.error("missing-value", f"`{word}` needs {head.form.takes}", span_of(word), hint)
    elif head.form.fit(token):
        matched.values[head] = token
    else:
        misfit(word, token, head.form, node, report)


def _joined(values: list[Value], shape: Spec) -> list[Value]:
    if len(values) < 2 or not any(head.form and head.form.joins_unit for head in shape.heads):
        return values
    return list(_join(values, frozenset(shape.introduced)))


def _join(values: list[Value], introduced: frozenset[str]) -> Iterator[Value]:
    tokens = iter(values)
    for token in tokens:
        if token.type != "NUMBER":
            yield token
            continue
        unit = next(tokens, None)
        if unit is None or not _is_unit(unit, introduced):
            yield token
            if unit is not None:
                yield unit
        else:
            start, end = span_of(token).start, span_of(unit).end
            if words().canonical("units", unit) == PERCENT:
                yield value("PERCENT", f"{token}%", start, end)
            else:
                kind = "DURATION" if words().language_of("units", unit) else "COUNT"
                yield value(kind, f"{token} {unit}", start, end)


def _is_unit(token: Value, introduced: frozenset[str]) -> bool:
    return token.type == "WORD" and words().canonical("words", token) not in introduced


def _starts_with_word(shape: Spec) -> bool:
    first = next(iter(ordered(shape.places)), None)
    return first is not None and isinstance(first.form, IdForm | RefForm)


def ordered(heads: tuple[HeadField, ...]) -> tuple[HeadField, ...]:
    """Head fields as they are printed: what is introduced by a word in the middle, free text
    last.
    """
    return tuple(sorted(heads, key=lambda head: (2 if _is_text(head) else 0) + bool(head.word)))


def _is_text(head: HeadField) -> bool:
    return isinstance(head.form, TextForm)


def _signature(token: Value, shape: Spec) -> tuple[str, str]:
    # Whether a word is one of a few choices depends on the word; for every other value, and every
    # other word, its kind decides. So there are few signatures, however many ids.
    choices = _choices(shape.cls)
    if token.type != "WORD" or not choices:
        return token.type, ""
    name = words().canonical("choices", token)
    return token.type, name if name in choices else ""


@cache
def _choices(cls: Any) -> frozenset[str]:
    forms = (place.form for place in spec(cls).places)
    return frozenset(name for form in forms if isinstance(form, ChoiceForm) for name in form.names)


@cache
def _assignment(cls: Any, kinds: tuple[tuple[str, str], ...]) -> tuple[HeadField, ...] | None:
    """Which places take values of these kinds, in order: all required ones, and the best fit."""
    places = ordered(spec(cls).places)
    needed = {place for place in places if place.required}
    tokens = [value(kind, text or "-") for kind, text in kinds]
    best, best_score = None, -1
    for chosen in combinations(places, len(tokens)):
        fits = [
            place.form.fit(token) for place, token in zip(chosen, tokens, strict=True) if place.form
        ]
        if needed <= set(chosen) and all(fits) and sum(fits) > best_score:
            best, best_score = chosen, sum(fits)
    return best


def _explain(node: Node, shape: Spec, rest: list[Value], matched: Matched, report: Report) -> None:
    inner = next((token for token in node.values[1:] if _stands_in_block(token, shape)), None)
    if inner is not None:
        _report_inner(node, inner, report)
        return
    places = list(ordered(shape.places))
    for token in rest:
        place = next((item for item in places if item.form and item.form.fit(token)), None)
        if place is not None:
            places.remove(place)
            matched.values[place] = token
        elif any(item.required for item in places) or (places and not matched.values):
            wanted = next((item for item in places if item.required), places[0])
            assert wanted.form is not None
            misfit(node.keyword, token, wanted.form, node, report)
            if wanted.required:
                return
        else:
            _report_extra(node, shape, token, report)
            return
    for place in places:
        if place.required:
            _report_missing(node, place, report)


def _stands_in_block(token: Value, shape: Spec) -> bool:
    return token.type == "WORD" and words().canonical("statements", token) in shape.body


def _report_inner(node: Node, token: Value, report: Report) -> None:
    text = report.source.text
    before = text[span_of(node.keyword).start : span_of(token).start].strip()
    inner = text[span_of(token).start : node.head.end]
    report.error(
        "needs-a-block",
        f"`{token}` stands in the block of `{node.keyword}`, not on its line",
        span_of(token),
        f"put braces around it: {shorten(before)} {{ {shorten(inner)} }}",
    )


def _report_extra(node: Node, shape: Spec, token: Value, report: Report) -> None:
    known = ", ".join(f"`{word}`" for word in shape.introduced)
    hint = (
        f"after its values come only {known}" if known else "start a new line for a new statement"
    )
    if token.type not in _TEXTS and shape.places and _is_text(ordered(shape.places)[-1]):
        hint += "; free text stands in quotes"
    report.error(
        "extra-value", f"`{node.keyword}` has no place for {shown(token)}", span_of(token), hint
    )


def _report_missing(node: Node, head: HeadField, report: Report) -> None:
    form = head.form
    assert form is not None
    start = node.head.end
    lead = f"{head.word} " if head.word else ""
    report.error(
        "missing-value",
        f"`{node.keyword}` needs {form.takes}",
        Span(span_of(node.keyword).start, start),
        f"for example: {node.keyword} {lead}{form.example}" if lead else _example(node, form),
    )
