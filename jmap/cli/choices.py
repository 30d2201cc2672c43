"""Options whose values are listed elsewhere, in modules that are imported only when needed."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem


class Listed(click.ParamType[str]):
    """One of the keys of a table: ``Listed("jmap.pictures", "VIEWS")``."""

    name = "choice"

    def __init__(self, module: str, table: str) -> None:
        self._module = module
        self._table = table

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """All values, as click shows a choice."""
        return f"[{'|'.join(self._values())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value, where it is one of them."""
        values = self._values()
        if value not in values:
            self.fail(f"{value!r} is not one of {', '.join(map(repr, values))}.", param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The values that begin so."""
        return [CompletionItem(value) for value in self._values() if value.startswith(incomplete)]

    def _values(self) -> Sequence[str]:
        return list(getattr(import_module(self._module), self._table))
