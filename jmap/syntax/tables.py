"""The parser's tables, computed once from the grammar and kept beside it as JSON.

Computing them takes ten times as long as reading them. They hold for one version of Lark; with
another they are computed anew. A test holds them equal to what the grammar gives.
"""

import json
from binascii import crc32
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from jmap.syntax.grammar import grammar_folder

FILE = "jmap.tables.json"


def grammar_text() -> str:
    """The grammar as it is written."""
    return (grammar_folder() / "jmap.lark").read_text(encoding="utf-8")


def computed_tables() -> str:
    """The tables of the grammar, as the file that is kept may be.

    Lark numbers the states of the parser in an order of its own, another one in each process.
    """
    text = grammar_text()
    data, memo = Lark(text, parser="lalr").memo_serialize([TerminalDef, Rule])
    tables = {**_made_for(text), "data": data, "memo": memo}
    return json.dumps(tables, ensure_ascii=False, sort_keys=True) + "\n"


def kept_tables() -> dict[str, Any] | None:
    """The tables that are kept, where they are of this grammar and this version of Lark."""
    try:
        kept: dict[str, Any] = json.loads((grammar_folder() / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    made_for = _made_for(grammar_text())
    return kept if all(kept.get(key) == value for key, value in made_for.items()) else None


def _made_for(text: str) -> dict[str, Any]:
    return {"lark": lark.__version__, "grammar": crc32(text.encode())}


def build(**options: Any) -> Lark:
    """Lark over the shape grammar, from the kept tables where they fit."""
    kept = kept_tables()
    if kept is None:
        return Lark(grammar_text(), parser="lalr", **options)
    data, memo = _with_numbers(kept["data"]), _with_numbers(kept["memo"])
    # Lark's public way to load tables takes pickles only.
    load: Any = Lark._load_from_dict  # noqa: SLF001
    loaded: Lark = load(data, memo, **options)
    return loaded


def _with_numbers(value: Any) -> Any:
    # JSON has no numbers as keys; the tables have.
    if isinstance(value, dict):
        return {
            int(key) if key.isdecimal() else key: _with_numbers(item) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_with_numbers(item) for item in value]
    return value
