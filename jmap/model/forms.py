"""Forms: how one value stands in source text. Each knows which tokens fit it, how to read one and
how to write it back.
"""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from jmap.model.text import BadEscape, quote, quote_line, unquote
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Value
from jmap.syntax.words import words


class Misfit(Exception):
    """A value that cannot be read: a sentence of what is wrong, and what to type instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Form:
    """How one value stands in source."""

    kinds: ClassVar[frozenset[str]] = frozenset()
    """The kinds of token that can be read."""
    takes: ClassVar[str] = ""
    """What to type, in a few words."""
    symbol: ClassVar[str] = "…"
    """How the reference writes it."""
    example: ClassVar[str] = ""
    joins_unit: ClassVar[bool] = False
    """Whether a number and the word after it are one value, such as ``3 clicks``."""

    def fit(self, token: Value) -> int:
        """0: cannot stand here; 1: can; 2: is meant to."""
        return 2 if token.type in self.kinds else 0

    def read(self, token: Value) -> Any:
        """The value that a token stands for. Raises ``Misfit``."""
        raise NotImplementedError

    def write(self, item: Any, language: str = "en", indent: str = "") -> str:
        """Source for a value."""
        raise NotImplementedError


class TextForm(Form):
    """Free text in quotes, kept as typed."""

    kinds = frozenset({"STRING", "TEXT"})
    takes = "text in quotes"
    symbol = '"…"'
    example = '"Compares three tariffs"'

    def read(self, token: Value) -> str:
        """The text without its quotes, its escapes resolved."""
        try:
            text = unquote(token)
        except BadEscape as bad:
            raise Misfit(
                f"`{bad.escape}` is no escape", r"write `\\` for a backslash, `\"` for a quote"
            ) from None
        if not text.strip():
            raise Misfit("this text is empty", "write something between the quotes, or delete it")
        return text

    def write(self, item: str, language: str = "en", indent: str = "") -> str:
        """Straight quotes, or a block for several lines."""
        return quote(item, indent)


class AddressForm(TextForm):
    """An address that a map may link to: https, http, mailto, or a path inside the workspace."""

    takes = "an address or a path in quotes"
    example = '"https://example.org/story/12"'
    _scheme = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

    def read(self, token: Value) -> str:
        """The address as typed. Raises ``Misfit`` for one that could run something or leave the
        workspace.
        """
        text = super().read(token)
        bare = re.sub(r"[\x00-\x20\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", "", text)
        scheme = self._scheme.match(bare)
        if scheme and scheme[0].lower() not in ("https:", "http:", "mailto:"):
            raise Misfit(
                f"a map does not link to `{scheme[0]}` addresses", "use https:// or a path"
            )
        if bare.startswith(("//", "\\\\", "/\\", "\\/")):
            raise Misfit(
                "this address leaves the workspace without saying how", "start it with https://"
            )
        return text


class IdForm(Form):
    """An id: one word in any script, by which other statements refer to this one."""

    kinds = frozenset({"WORD"})
    takes = "an id: one word without spaces"
    symbol = "ID"
    example = "compare"

    def read(self, token: Value) -> str:
        """The word as typed."""
        return str(token)

    def write(self, item: str, language: str = "en", indent: str = "") -> str:
        """The word as typed."""
        return item


class SignForm(Form):
    """The direction of an effect on the customer: + better, - worse, ± both."""

    kinds = frozenset({"SIGN"})
    takes = "+, - or ±"
    symbol = "+|-|±"
    example = "+"

    def read(self, token: Value) -> str:
        """One of ``+``, ``-``, ``±``."""
        return token.replace("−", "-")

    def write(self, item: str, language: str = "en", indent: str = "") -> str:
        """The sign."""
        return item


@dataclass(frozen=True)
class ChoiceForm(Form):
    """One of a few words, in any of the languages."""

    names: tuple[str, ...]
    kinds = frozenset({"WORD"})

    @property
    def takes(self) -> str:  # type: ignore[override]
        """The words."""
        return "one of " + ", ".join(self.names) if len(self.names) > 1 else f"`{self.names[0]}`"

    @property
    def example(self) -> str:  # type: ignore[override]
        """The first word."""
        return self.names[0]

    def fit(self, token: Value) -> int:
        """Only one of the words is meant to stand here."""
        if token.type != "WORD":
            return 0
        return 2 if words().canonical("choices", token) in self.names else 0

    def read(self, token: Value) -> str:
        """The word's English name. Raises ``Misfit`` with the nearest word."""
        name = words().canonical("choices", token)
        if name in self.names:
            return name
        raise Misfit(f"`{token}` is not {self.takes}", f"write {self.takes}")

    def write(self, item: str, language: str = "en", indent: str = "") -> str:
        """The word in the language asked for."""
        return words().spelled("choices", item, language)


@dataclass(frozen=True, slots=True)
class AdHoc:
    """A name in quotes where a declared id is expected: legal, and less than a declaration."""

    name: str


def reference_key(reference: str | AdHoc | None) -> str:
    """What is equal for two references that mean the same; empty for none."""
    if reference is None:
        return ""
    return f'"{fold(reference.name)}"' if isinstance(reference, AdHoc) else fold(reference)


def reference_name(reference: str | AdHoc) -> str:
    """A reference as the author wrote it: an id, or a name without its quotes."""
    return reference.name if isinstance(reference, AdHoc) else reference


@dataclass(frozen=True)
class RefForm(Form):
    """A reference to something declared, or, where allowed, a name in quotes instead."""

    to: tuple[str, ...]
    ad_hoc: bool = True
    kinds = frozenset({"WORD"})

    @property
    def takes(self) -> str:  # type: ignore[override]
        """What may be referred to."""
        return f"the id of a {' or '.join(self.to)}" + (
            ", or a name in quotes" if self.ad_hoc else ""
        )

    @property
    def example(self) -> str:  # type: ignore[override]
        """A plausible id."""
        return f"some-{self.to[0]}"

    def fit(self, token: Value) -> int:
        """A word is meant to stand here; a text can."""
        if token.type == "WORD":
            return 2
        return 1 if self.ad_hoc and token.type == "STRING" else 0

    def read(self, token: Value) -> str | AdHoc:
        """The id as typed, or an ad-hoc name."""
        return str(token) if token.type == "WORD" else AdHoc(TextForm().read(token))

    def write(self, item: str | AdHoc, language: str = "en", indent: str = "") -> str:
        """The id, or the name in quotes."""
        return item if isinstance(item, str) else quote_line(item.name)
