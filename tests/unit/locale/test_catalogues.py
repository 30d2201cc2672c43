"""The catalogues of fixed phrases: whole, current, and without anything that nothing prints."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import polib
import pytest

from jmap.locale import FOLDER
from tests.tools.catalogues import compiled

PACKAGE = FOLDER.parent
CATALOGUES = sorted(FOLDER.glob("*/*.po"))
DOMAINS = sorted({path.stem for path in CATALOGUES})
LANGUAGES = sorted({path.parent.name for path in CATALOGUES})

# A key is written out between quotes, or put together from a fixed and a computed half.
WHOLE = re.compile(r"""["']([a-z0-9-]+)["']""")
FORMATTED = re.compile(r"""f["']([a-z0-9-]*)(?:\{[^{}]*\})+([a-z0-9-]*)["']""")
JOINED = re.compile(r"""["']([a-z0-9-]+-)["'] ~""")
PLACE = re.compile(r"\{[^{}]*\}")


@cache
def phrases(language: str, domain: str) -> dict[str, str]:
    path = FOLDER / language / f"{domain}.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path), encoding="utf-8")}


@cache
def sources() -> str:
    files = [path for path in sorted(PACKAGE.rglob("*")) if path.suffix in (".py", ".html", ".js")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@cache
def computed() -> frozenset[tuple[str, str]]:
    """What stands before and after the computed half of a key."""
    halves = [
        *FORMATTED.findall(sources()),
        *((prefix, "") for prefix in JOINED.findall(sources())),
    ]
    return frozenset((start, end) for start, end in halves if start[-1:] == "-" or end[:1] == "-")


def used(key: str) -> bool:
    return key in WHOLE.findall(sources()) or any(
        key.startswith(start) and key.endswith(end) and len(key) > len(start) + len(end)
        for start, end in computed()
    )


def test_every_catalogue_is_compiled_and_current() -> None:
    expected = {item.path: item.content for item in compiled()}

    assert sorted(expected) == sorted(FOLDER.glob("*/*.mo"))
    stale = [path for path, content in expected.items() if path.read_bytes() != content]
    assert stale == [], "run: python -m tests.tools.catalogues"


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_phrase(language: str, domain: str) -> None:
    there = phrases(language, domain)

    assert list(there) == list(phrases("en", domain))
    assert [key for key, phrase in there.items() if not phrase.strip()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.relative_to(FOLDER).as_posix())
def test_a_catalogue_says_what_it_is(path: Path) -> None:
    catalogue = polib.pofile(str(path), encoding="utf-8")

    assert catalogue.metadata == {
        "Language": path.parent.name,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    assert [entry.msgid for entry in catalogue if entry.fuzzy or entry.obsolete] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_is_in_one_domain(language: str) -> None:
    keys = Counter(key for domain in DOMAINS for key in phrases(language, domain))

    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_has_the_places_of_the_english_one(language: str, domain: str) -> None:
    for key, phrase in phrases("en", domain).items():
        assert sorted(PLACE.findall(phrases(language, domain)[key])) == sorted(
            PLACE.findall(phrase)
        )


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_phrase_is_printed_somewhere(domain: str) -> None:
    assert [key for key in phrases("en", domain) if not used(key)] == []


def test_a_phrase_that_nothing_prints_is_found() -> None:
    assert used("ranked-gaps")
    assert used("level-good")
    assert not used("ranked-gapz")
    assert not used("levels-good")
