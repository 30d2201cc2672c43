"""The fixed phrases of maps, pages and reports, looked up by key in the gettext catalogues of each
language: ``<language>/<domain>.po``, and the ``.mo`` compiled from it, which is what is read.
"""

import gettext
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SOURCE = "en"
"""The language that has every phrase, and that others fall back to."""


class _Nothing(gettext.NullTranslations):
    """Stands behind all catalogues, so that a key without a phrase is a mistake, not a text."""

    def gettext(self, message: str) -> str:
        raise KeyError(message)


def label(key: str, language: str) -> str:
    """What is printed for a fixed notion, such as the heading of the gap list.

    A phrase that the language lacks is taken from what it is a kind of (``fa`` for ``fa-IR``), then
    from English. Raises ``KeyError`` for a key that no catalogue has.
    """
    return _phrases(FOLDER, language).gettext(key)


def capital(text: str) -> str:
    """A phrase as a heading begins; as it is where letters have one size."""
    return text[:1].upper() + text[1:]


def languages() -> tuple[str, ...]:
    """The languages that have catalogues, in the order of their codes."""
    return _languages(FOLDER)


@cache
def _languages(folder: Path) -> tuple[str, ...]:
    return tuple(sorted({path.parent.name for path in folder.glob("*/*.mo")}))


@cache
def _phrases(folder: Path, language: str) -> gettext.NullTranslations:
    """All catalogues that may answer for a language, one behind the other."""
    first, *others = [*_catalogues(folder, language), _Nothing()]
    for other in others:
        first.add_fallback(other)
    return first


def _catalogues(folder: Path, language: str) -> list[gettext.NullTranslations]:
    found: list[gettext.NullTranslations] = []
    for code in _answering(folder, language):
        for path in sorted((folder / code).glob("*.mo")):
            with path.open("rb") as file:
                found.append(gettext.GNUTranslations(file))
    return found


def _answering(folder: Path, language: str) -> list[str]:
    """The language itself, what it is a kind of, and English, as far as they have catalogues."""
    known = {code.lower(): code for code in _languages(folder)}
    parts = language.lower().replace("_", "-").split("-")
    wanted = ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]
    return [known[code] for code in dict.fromkeys([*wanted, SOURCE]) if code in known]
