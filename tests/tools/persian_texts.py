"""Persian as it is really written: the phrases of Babel, Django and Faker, read where they are
installed.
"""

import datetime
import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polib
from babel.dates import format_datetime, format_timedelta
from babel.localedata import load
from babel.numbers import format_currency
from faker import Faker
from faker.config import PROVIDERS

_FIRST = datetime.datetime(2026, 1, 1, 9, 30, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text, and where it is from."""

    text: str
    source: str


def phrases() -> tuple[Phrase, ...]:
    """All of them, each once, in the same order every time."""
    found: dict[str, Phrase] = {}
    for phrase in (*_django(), *_babel(), *_formatted(), *_faker(), *_made_up()):
        if any("\u0600" <= char <= "\u06ff" for char in phrase.text):
            found.setdefault(phrase.text, phrase)
    return tuple(found.values())


def _django() -> Iterator[Phrase]:
    for folder in _folders("django"):
        for path in sorted(folder.glob("**/locale/fa/**/*.po")):
            for entry in polib.pofile(str(path)):
                if entry.fuzzy or entry.obsolete:
                    continue
                for text in (entry.msgstr, *entry.msgstr_plural.values()):
                    yield Phrase(text, "django")


def _babel() -> Iterator[Phrase]:
    for language in ("fa", "fa_AF"):
        yield from (Phrase(text, "babel") for text in _texts(dict(load(language))))


def _formatted() -> Iterator[Phrase]:
    """Dates, spans of time and amounts, as people read them."""
    for day in range(1500):
        moment = _FIRST + datetime.timedelta(days=day, minutes=day)
        yield Phrase(format_datetime(moment, "full", locale="fa"), "babel")
        span = datetime.timedelta(hours=7 * day)
        yield Phrase(format_timedelta(span, add_direction=True, locale="fa"), "babel")
        yield Phrase(format_currency(day * 1234.5, "IRR", locale="fa"), "babel")


def _faker() -> Iterator[Phrase]:
    for provider in PROVIDERS:
        name = f"{provider}.fa_IR"
        if find_spec(name) is not None:
            module = importlib.import_module(name)
            yield from (Phrase(text, name) for text in _texts(dict(vars(module.Provider))))


def _made_up() -> Iterator[Phrase]:
    fake = Faker("fa_IR")
    fake.seed_instance(7)
    for _ in range(2500):
        yield Phrase(fake.sentence(12), "faker.sentence")
        yield Phrase(fake.name(), "faker.name")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _folders(package: str) -> Iterable[Path]:
    spec = find_spec(package)
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
