"""What a statement is: one frozen class whose annotated fields say everything about how it is
written.

A field annotated with ``Head`` stands on the statement's own line; every other field is a
statement inside its block. The parser's tree is read, printed, formatted, checked, exported and
documented from these annotations alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    Self,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, ConfigDict

from jmap.model.forms import ChoiceForm, Form


@dataclass(frozen=True, slots=True)
class Head:
    """Marks a field that stands on the statement's line.

    ``word`` introduces the value (``backup web``); without it the value is known by its place. A
    boolean field is its word alone.
    """

    about: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Says of a field in the block what it is for, and its keyword where the name is not it."""

    about: str = ""
    word: str = ""
    example: str = ""
    ordered: bool = False
    """Whether the order of several says something: what comes first, and what follows."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a statement that contradicts itself, and what to do about it."""

    name: str
    field: str
    message: str
    help: str = ""


class Statement(BaseModel):
    """A block statement. The docstring is its reference page; the tests parse ``example``."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, ser_json_inf_nan="strings"
    )

    keyword: ClassVar[str] = ""
    example: ClassVar[str] = ""
    scope: ClassVar[Literal["workspace", "journey", ""]] = ""
    """Where the statement's id must be unique, if it has one."""

    @classmethod
    def built(cls, fields: dict[str, Any]) -> Self:
        """A statement from values that forms have read, which therefore need no second validation.

        That spares a check the 50 ms in which pydantic prepares to validate. Values from anywhere
        else, such as JSON, go through ``model_validate``.
        """
        return cast(Self, cls.model_construct(set(fields), **{**_defaults(cls), **fields}))

    def problems(self) -> Iterator[Problem]:
        """Contradictions between the statement's own fields."""
        return iter(())


@cache
def _defaults(cls: type[Statement]) -> dict[str, Any]:
    return {name: info.default for name, info in cls.model_fields.items() if not info.is_required()}


@dataclass(frozen=True, slots=True)
class HeadField:
    """A value on a statement's line."""

    name: str
    word: str
    form: Form | None
    """How the value is read; none for a boolean, which is its word alone."""
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class BodyField:
    """A statement that may stand in another's block."""

    name: str
    word: str
    many: bool
    required: bool
    item: Any
    """The class of a compound statement, or the form of a single value, or none for a bare
    keyword.
    """
    about: str
    example: str
    ordered: bool = False
    """Whether the order of several says something."""


@dataclass(frozen=True, slots=True, eq=False)
class Spec:
    """How a class is written."""

    cls: Any
    heads: tuple[HeadField, ...]
    body: dict[str, BodyField]
    extras: BodyField | None = None
    """The field that keeps ``x-…`` lines."""

    @property
    def lines(self) -> tuple[BodyField, ...]:
        """Everything that may stand in the block, ``x-…`` lines last."""
        return (*self.body.values(), *filter(None, (self.extras,)))

    @property
    def places(self) -> tuple[HeadField, ...]:
        """The head fields known by their place."""
        return tuple(head for head in self.heads if not head.word)

    @property
    def introduced(self) -> dict[str, HeadField]:
        """The head fields known by their word."""
        return {head.word: head for head in self.heads if head.word}


@cache
def spec(cls: Any) -> Spec:
    """The spec of a statement class or of a one-line value class, read from its annotations
    once.
    """
    heads: list[HeadField] = []
    body: dict[str, BodyField] = {}
    extras: BodyField | None = None
    for name, annotation, required in _fields(cls):
        core, marks = _unwrap(annotation)
        head = next((mark for mark in marks if isinstance(mark, Head)), None)
        if head is not None or is_dataclass(cls):
            heads.append(_head_field(name, core, marks, head or Head(), required=required))
            continue
        field = _body_field(name, core, marks, required=required)
        if field.word == "x-":
            extras = field
        else:
            body[field.word] = field
    return Spec(cls, tuple(heads), body, extras)


def _fields(cls: Any) -> Iterator[tuple[str, Any, bool]]:
    hints = get_type_hints(cls, include_extras=True)
    if is_dataclass(cls):
        for field in fields(cls):
            yield field.name, hints[field.name], field.default is field.default_factory
        return
    for name, info in cls.model_fields.items():
        yield name, hints[name], info.is_required()


def _unwrap(annotation: Any) -> tuple[Any, list[Any]]:
    """The type below ``Annotated`` and ``| None``, and every annotation met on the way."""
    marks: list[Any] = []
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *found = get_args(annotation)
            marks += found
        elif origin in (Union, UnionType) and NoneType in get_args(annotation):
            rest = [item for item in get_args(annotation) if item is not NoneType]
            annotation = rest[0] if len(rest) == 1 else Union[tuple(rest)]  # noqa: UP007 - the members are not known before
        else:
            return annotation, marks


def _head_field(name: str, core: Any, marks: list[Any], head: Head, *, required: bool) -> HeadField:
    if core is bool:
        return HeadField(name, head.word or _keyword(name), None, False, head.about)
    return HeadField(name, head.word, _form(core, marks), required, head.about)


def _body_field(name: str, core: Any, marks: list[Any], *, required: bool) -> BodyField:
    line = next((mark for mark in marks if isinstance(mark, Line)), Line())
    many = get_origin(core) is tuple
    if many:
        core, found = _unwrap(get_args(core)[0])
        marks = marks + found
    item = None if core is bool else core if _is_compound(core) else _form(core, marks)
    word = line.word or getattr(core, "keyword", "") or _keyword(name)
    about = line.about or _first_sentence(core if _is_compound(core) else None)
    example = line.example or getattr(core, "example", "")
    return BodyField(name, word, many, required, item, about, example, line.ordered)


def _is_compound(core: Any) -> bool:
    if not isinstance(core, type):
        return False
    return issubclass(core, Statement) or getattr(core, "is_line", False)


def _form(core: Any, marks: list[Any]) -> Form:
    # The outermost form counts: a reference is an id with more to it.
    for mark in reversed(marks):
        if isinstance(mark, Form):
            return mark
    if get_origin(core) is Literal:
        return ChoiceForm(get_args(core))
    raise TypeError(f"no form says how {core!r} is written")


def _keyword(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _first_sentence(cls: Any) -> str:
    text = " ".join((cls.__doc__ or "").split()) if cls else ""
    return text.split(". ")[0].rstrip(".")
