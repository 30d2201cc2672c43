"""Text to statements: shapes, places, comments, and reading on after mistakes."""

import pytest

from jmap import limits
from jmap.source import SourceFile
from jmap.syntax.nodes import Node, Parsed, span_of
from jmap.syntax.parser import parse


def parsed(text: str) -> Parsed:
    return parse(SourceFile("t.jmap", text))


def shape(nodes: list[Node]) -> list[object]:
    """Statements as lists: keyword, values, and the block as a list of its own."""
    return [
        [
            str(node.keyword),
            *map(str, node.values),
            *([] if node.body is None else [shape(node.body)]),
        ]
        for node in nodes
    ]


def found(text: str) -> list[tuple[str, int, int]]:
    return [(item.name, *item.position) for item in parsed(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n;;\n", []),
        ("a", [["a"]]),
        ("a b c", [["a", "b", "c"]]),
        ("a;b", [["a"], ["b"]]),
        ("a {}", [["a", []]]),
        ("a{b}", [["a", [["b"]]]]),
        ("a { b; c }", [["a", [["b"], ["c"]]]]),
        ("a {\n\n b { c }\n}\n\n\nd", [["a", [["b", [["c"]]]]], ["d"]]),
        ("a\rb\r\nc\nd", [["a"], ["b"], ["c"], ["d"]]),
        ("a # b c\nd", [["a"], ["d"]]),
        ('a "# {"', [["a", '"# {"']]),
        ("a «#»", [["a", "«#»"]]),
        ('a """\n}"""', [["a", '"""\n}"""']]),
        ("a\u00a0b\u200fc", [["a", "b", "c"]]),
        ("moment-of-truth نقطه‌تماس b2b _x é", [["moment-of-truth", "نقطه‌تماس", "b2b", "_x", "é"]]),
    ],
)
def test_shapes(text: str, expected: list[object]) -> None:
    result = parsed(text)

    assert not result.diagnostics
    assert shape(result.nodes) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4", "NUMBER"), ("+1", "NUMBER"), ("−2", "NUMBER"), ("1_000", "NUMBER"), ("۱٫۵", "NUMBER"),
        ("62%", "PERCENT"), ("۶۲٪", "PERCENT"), ("31h", "DURATION"), ("۳۱روز", "DURATION"),
        ("412/640", "RATIO"), ("31/40/49", "RATIO"), ("2026-11-21", "DATE"), ("۲۰۲۶-۱۱-۲۱", "DATE"),
        ("1..5", "RANGE"), ("1d..3.5d", "RANGE"), ("-2..+2", "RANGE"), ("+", "SIGN"), ("±", "SIGN"),
        ('"x"', "STRING"), ("«x»", "STRING"), ('""', "STRING"), ('"""x"""', "TEXT"), ("x", "WORD"),
    ],
)  # fmt: skip
def test_values_know_their_kind(text: str, kind: str) -> None:
    assert [value.type for value in parsed(f"a {text}").nodes[0].values] == [kind]


def test_every_part_knows_its_place() -> None:
    text = 'a b {\n  c "d" # e\n}'
    node = parsed(text).nodes[0]
    child = (node.body or [])[0]

    assert text[slice(*node.head)] == "a b"
    assert text[slice(*child.head)] == 'c "d"'
    assert text[slice(*span_of(child.values[0]))] == '"d"'
    assert text[: node.end] == text
    assert [(item.text, item.start) for item in parsed(text).comments] == [("# e", text.index("#"))]


def test_comments_are_kept_in_order_also_after_a_mistake() -> None:
    text = "# 1\na { # 2\n } # 3\n“ # 4\nb # 5\n"

    assert [item.text for item in parsed(text).comments] == ["# 1", "# 2", "# 3", "# 4", "# 5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("}", [("stray-brace", 1, 1)]),
        ("a {} }", [("stray-brace", 1, 6)]),
        ("a {}}\n", [("stray-brace", 1, 5)]),
        ("{ a }", [("stray-brace", 1, 1)]),
        ("a {} { b }", [("stray-brace", 1, 6)]),
        ("a {}\n}\nb\n{ c }", [("stray-brace", 2, 1), ("stray-brace", 4, 1)]),
        ("a {", [("missing-brace", 1, 3)]),
        ("a {\n  b {\n    c\n  d\n}\n", [("missing-brace", 2, 5)]),
        ('a "b\nc', [("unclosed-text", 1, 3)]),
        ("a «b\nc", [("unclosed-text", 1, 3)]),
        ("a “b”\nc", [("typographic-quote", 1, 3)]),
        ("1 a\nb", [("not-a-statement", 1, 1)]),
        ("a @b\nc", [("unexpected-text", 1, 3)]),
        ("a {} b\n", [("needs-a-line", 1, 6)]),
    ],
)
def test_one_mistake_is_one_message(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


def test_what_stands_after_a_mistake_is_read() -> None:
    text = 'a "b\n1 x\nc {\n  d “e”\n  f\n}\n}\ng\n'

    assert [node[0] for node in shape(parsed(text).nodes) if isinstance(node, list)][-1] == "g"
    assert ["f"] in next(node[-1] for node in shape(parsed(text).nodes) if node[0] == "c")  # type: ignore[index]


def test_nesting_is_bounded_before_any_work() -> None:
    fine = "a {" * limits.NESTING + "}" * limits.NESTING
    deep = "a {" * 100_000

    assert found(fine) == []
    assert found(deep) == [("nesting-too-deep", 1, 3 * limits.NESTING + 3)]


def test_depth_counts_open_braces_only() -> None:
    siblings = "a {\n  b\n" * 200
    assert {name for name, *_ in found(siblings)} == {"missing-brace"}

    spoiled = "}\n" * 50 + "a {" * 100
    assert ("nesting-too-deep", 51, 3 * limits.NESTING + 3) in found(spoiled)


def test_many_mistakes_are_cut_short() -> None:
    assert len(found("1\n" * 5000)) <= limits.SHOWN + 1
