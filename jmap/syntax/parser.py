"""Text to statements. Never raises: what cannot be read is a diagnostic, and the rest is still
read.
"""

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any

from lark import Lark, Transformer
from lark.exceptions import UnexpectedInput

from jmap import limits
from jmap.diagnostics import Diagnostic
from jmap.garbage import uncollected
from jmap.source import SourceFile
from jmap.syntax.characters import check_characters
from jmap.syntax.lexer import QuickContextualLexer
from jmap.syntax.lexing import TooDeep, lexing
from jmap.syntax.nodes import Comment, Node, Parsed, Value, span_of
from jmap.syntax.recovery import Recovery
from jmap.syntax.tables import build, grammar_text


class _Inlined:
    """What Lark splices into the rule above: the children of a rule without a name of its own."""

    __slots__ = ("children",)

    def __init__(self, children: list[Any]) -> None:
        self.children = children


class _Build(Transformer[Value, Any]):
    """Builds nodes while the parser reduces, so that no second tree is ever held."""

    def __default__(self, data: Any, children: list[Any], meta: Any) -> Any:
        return _Inlined(children)

    def start(self, children: list[Node]) -> list[Node]:
        return children

    def block(self, children: list[Any]) -> tuple[list[Node], int]:
        return children[1:-1], span_of(children[-1]).end

    def statement(self, children: list[Any]) -> Node:
        body, end = None, 0
        if type(children[-1]) is tuple:
            body, end = children.pop()
        else:
            end = children[-1].end_pos
        return Node(children[0], children[1:], body, end)


_lock = Lock()


def build_parser(algorithm: str = "lalr", transformer: Any = None, **options: Any) -> Lark:
    """Lark over the shape grammar, as it comes: what tests compare the product's parser with."""
    return Lark(grammar_text(), parser=algorithm, transformer=transformer, **options)


@cache
def _parser() -> Lark:
    callbacks: dict[str, Callable[[Value], Value]] = {
        "COMMENT": lexing.comment,
        "LBRACE": lexing.opened,
        "RBRACE": lexing.closed,
    }
    plugins = {"ContextualLexer": QuickContextualLexer}
    return build(transformer=_Build(), lexer_callbacks=callbacks, _plugins=plugins)


def parse(source: SourceFile) -> Parsed:
    """The statements and comments of a text, with a diagnostic for whatever is not one."""
    parsed = Parsed(source, diagnostics=list(check_characters(source)))
    with _lock, uncollected():
        lexing.reset()
        try:
            parsed.nodes = _parser().parse(source.text)  # type: ignore[assignment]
        except (UnexpectedInput, TooDeep):
            _recover(parsed)
        parsed.comments = _comments(lexing.comments)
    return parsed


def _recover(parsed: Parsed) -> None:
    from jmap.syntax.conflicts import conflicted

    lexing.reset()
    found = conflicted(parsed.source.text)
    if found is not None:
        parsed.diagnostics.append(found.diagnostic(parsed.source))
        parsed.nodes = _one_side(SourceFile(parsed.source.path, found.ours))
        return
    recovery = Recovery(parsed.source, _parser())
    try:
        parsed.nodes = recovery.run()
    except TooDeep as error:
        recovery.diagnostics.append(_too_deep(parsed.source, error.brace))
    parsed.diagnostics.extend(recovery.diagnostics)


def _one_side(source: SourceFile) -> list[Node]:
    """What our side of a merge says; where it is not whole either, the conflict is the reason."""
    recovery = Recovery(source, _parser())
    try:
        return recovery.run()
    except TooDeep:
        return []


def _comments(tokens: list[Value]) -> list[Comment]:
    return [Comment(token.rstrip(), span_of(token).start) for token in tokens]


def _too_deep(source: SourceFile, brace: Value) -> Diagnostic:
    return Diagnostic(
        "nesting-too-deep",
        f"braces nest deeper than {limits.NESTING} levels here",
        source,
        span_of(brace),
        help="close some blocks first; a journey needs four levels",
    )
