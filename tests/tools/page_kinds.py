"""Every kind of HTML page that jmap can make, each in one list that all tests of pages go through.

A new kind is a function marked `@kinds` that gives its PageKinds: it is then judged for access,
validity, print, widths, keys and quiet like the others.
"""

import atexit
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

from jmap.loading import Loaded, load, load_text
from jmap.model.journey import Journey
from jmap.preview.board import Stand
from jmap.preview.outcome import look
from jmap.preview.shell import Shell, policy
from jmap.renderers import renderer
from jmap.renderers.html.overlay import html
from jmap.reports.changes.compared import Compared
from jmap.site.build import Request, build
from tests.tools.changes import compared
from tests.unit.html.everything import Everything
from tests.unit.overlay import pairs

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
JOURNEYS = {
    "minimal": ("minimal.jmap", "en"),
    "internet": ("home-internet/internet.jmap", "en"),
    "permit": ("parking-permit/permit.jmap", "en"),
    "permit-future": ("parking-permit/permit-future.jmap", "en"),
    "fridge": ("fridge-repair/fridge.jmap", "fa"),
    "fridge-future": ("fridge-repair/fridge-future.jmap", "fa"),
}
"""The examples that hold a journey, and its language."""

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src='https://example.org/x.png' onerror=alert(1)>",
    '"><svg onload=alert(1)><iframe src=https://example.org/>',
    "' autofocus onfocus=alert(1) x='",
    "--></textarea></template><link rel=stylesheet href=https://example.org/a.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "}</style>@import 'https://example.org/b.css';{background:url(https://example.org/c)}",
    "&lt;b&gt; &amp;amp; &#60; ]]><!--",
    "{{ 7*7 }}{% raw %}",
    "\u202eevil\u2066",
    "m" * 90,
)

PERSIAN = """
journey a "سفر نخست" {
  language fa
  stage s "آغاز" {
    touchpoint t "تماس" on "تلفن" {
      current 2
      desired 5
      feel -1
      pain "انتظار"
    }
  }
}
"""
ENGLISH = """
journey a "The first" {
  language en
  stage s "Start" {
    touchpoint t "Call" on "phone" {
      current 2
      desired 5
      feel 1
      pain "A wait"
    }
  }
}
"""
BROKEN = 'stagge "x" {\n'
"""What nobody can read."""

Maker = Callable[[Path], Path]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page, the language it must say it is in, and how it comes to be."""

    name: str
    language: str
    make: Maker
    """Write the page and what belongs to it into an empty folder; the file of the page."""
    policy: Callable[[], str] | None = None
    """The content security policy that comes with a page from a server; none for a page on disk."""

    @property
    def alone(self) -> bool:
        """Whether it is all there is; what a server shows is a window onto another page."""
        return self.policy is None

    @property
    def direction(self) -> str:
        """How the page must run: `ltr` or `rtl`."""
        return "rtl" if self.language == "fa" else "ltr"


_registry: list[Callable[[], Iterator[PageKind]]] = []


def kinds(source: Callable[[], Iterator[PageKind]]) -> Callable[[], Iterator[PageKind]]:
    """Mark a function that gives kinds of pages."""
    _registry.append(source)
    return source


@cache
def page_kinds() -> tuple[PageKind, ...]:
    """All kinds, by name; no two of one name."""
    found = sorted((kind for source in _registry for kind in source()), key=lambda kind: kind.name)
    assert len({kind.name for kind in found}) == len(found)
    return tuple(found)


def own_journeys(loaded: Loaded) -> tuple[Journey, ...]:
    """The journeys that stand in the first file itself, not in one that it imports."""
    first = loaded.files[0]
    return tuple(one for one in loaded.journeys if loaded.origins.source(one) in (None, first))


def _written(loaded: Loaded, journeys: tuple[Journey, ...], folder: Path) -> Path:
    page = folder / "page.html"
    page.write_bytes(renderer("html").render(loaded.workspace, journeys))
    return page


def _of_text(source: str) -> Maker:
    def make(folder: Path) -> Path:
        loaded = load_text(source)
        assert loaded.ok, loaded.diagnostics[:3]
        return _written(loaded, loaded.journeys, folder)

    return make


def _of_example(path: str) -> Maker:
    def make(folder: Path) -> Path:
        loaded = load(EXAMPLES / path)
        assert loaded.ok, loaded.diagnostics[:3]
        return _written(loaded, own_journeys(loaded), folder)

    return make


@kinds
def _journeys() -> Iterator[PageKind]:
    for name, (path, language) in JOURNEYS.items():
        yield PageKind(f"journey-{name}", language, _of_example(path))


@kinds
def _several() -> Iterator[PageKind]:
    def several(folder: Path) -> Path:
        loaded = load(EXAMPLES / "parking-permit" / "permit-future.jmap")
        assert loaded.ok, loaded.diagnostics[:3]
        return _written(loaded, loaded.journeys, folder)

    yield PageKind("journeys", "en", several)
    yield PageKind("journeys-mixed", "fa", _of_text(PERSIAN + ENGLISH.replace(" a ", " b ", 1)))


@kinds
def _empty() -> Iterator[PageKind]:
    yield PageKind("empty", "en", _of_text('journey j "Nothing yet" { language en }'))
    yield PageKind("empty-fa", "fa", _of_text('journey j "هنوز هیچ" { language fa }'))
    yield PageKind("stages-only", "en", _of_text('journey j "One stage" { stage s "First" {} }'))


@kinds
def _complete() -> Iterator[PageKind]:
    for language, word in (("en", "text"), ("fa", "متن")):
        yield _everything("complete", language, [word])
        yield _everything("hostile", language, [f"{word} {attack}" for attack in HOSTILE])


def _everything(name: str, language: str, texts: Sequence[str]) -> PageKind:
    """A journey that says everything there is to say, in these texts by turns."""
    turns = cycle(texts)
    source = Everything(lambda at: f"{at} {next(turns)}").source
    # A word is no language.
    source = source.replace("language word", f"language {language}")
    return PageKind(f"{name}-{language}", language, _of_text(source))


@kinds
def _preview() -> Iterator[PageKind]:
    for language, text in (("en", ENGLISH), ("fa", PERSIAN)):
        yield _previewed(f"preview-{language}", language, text)
        yield _previewed(f"preview-list-{language}", language, text, text.replace(" a ", " b ", 1))
        yield _previewed(f"preview-errors-{language}", language, text, broken=text + BROKEN)
        yield _previewed(f"preview-nothing-{language}", language, broken=text + BROKEN)


def _previewed(name: str, language: str, *good: str, broken: str = "") -> PageKind:
    """The page around a map while it is written, of good files or of files that were broken."""

    def make(folder: Path) -> Path:
        source = folder / "source"
        source.mkdir()
        for number, text in enumerate(good):
            (source / f"{number}.jmap").write_text(text, encoding="utf-8")
        outcome = look((str(source),)) if good else None
        if broken:
            (source / "0.jmap").write_text(broken, encoding="utf-8")
            outcome = look((str(source),), outcome)
        assert outcome
        for key, drawn in outcome.journeys.items():
            _put(folder / "page" / f"{key}.html", drawn.page().content)
            _put(folder / "map" / f"{key}.html", Shell(Stand(outcome), "/", key).page())
            _put(folder / "picture" / f"{key}.svg", drawn.picture().content)
        return _put(folder / "index.html", Shell(Stand(outcome), "/").page())

    return PageKind(name, language, make, policy)


def _put(file: Path, content: bytes) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    return file


SITES = {"en": "parking-permit", "fa": "fridge-repair"}
PARTS = {
    "index": "index.html",
    "journey": "journeys/*.html",
    "persona": "personas/*.html",
    "channel": "channels/*.html",
    "team": "teams/*.html",
    "opportunities": "opportunities.html",
    "gaps": "gaps.html",
    "search": "search.html",
}
"""The pages of a site by kind; of several files the largest, which shows the most."""


@kinds
def _site() -> Iterator[PageKind]:
    for language, example in SITES.items():
        for name, pattern in PARTS.items():
            yield PageKind(f"site-{name}-{language}", language, _of_site(example, pattern))


def _of_site(example: str, pattern: str) -> Maker:
    def make(folder: Path) -> Path:
        shutil.copytree(_built(example), folder, dirs_exist_ok=True)
        return max(sorted(folder.glob(pattern)), key=lambda file: file.stat().st_size)

    return make


@cache
def _built(example: str) -> Path:
    """A site, built once for all its pages; gone when the tests are over."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with patch.dict(os.environ, JMAP_CACHE="off"):
        build(Request((str(EXAMPLES / example),), folder, jobs=1), waiting=lambda: None)
    return folder


@kinds
def _changes() -> Iterator[PageKind]:
    for language in ("en", "fa"):
        yield PageKind(f"change-{language}", language, _of_change(language))
    yield PageKind("change-every-mark", "en", _of_pair(pairs.small_pair))
    yield PageKind("change-nothing", "en", _of_pair(lambda: compared(ENGLISH, ENGLISH)))
    yield PageKind("change-mixed", "fa", _of_pair(_two_journeys))
    hostile = " ".join(HOSTILE)
    yield PageKind("change-hostile", "en", _of_pair(lambda: pairs.hostile_pair(hostile)))


def _two_journeys() -> Compared:
    """A Persian journey that changed, an English one that is new, and a third that is gone."""
    other = ENGLISH.replace(" a ", " b ", 1)
    gone = ENGLISH.replace(" a ", " c ", 1)
    return compared(PERSIAN + gone, PERSIAN.replace("current 2", "current 4") + other)


def _of_change(language: str) -> Maker:
    return _of_pair(lambda: pairs.golden_pair(language))


def _of_pair(pair: Callable[[], Compared]) -> Maker:
    def make(folder: Path) -> Path:
        page = folder / "page.html"
        page.write_text(html([pair()]), encoding="utf-8")
        return page

    return make
