"""What all pages of a site are made with: the templates, the style, the links between them."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from jmap.locale import capital, label
from jmap.paint.characters import escape, escape_attribute
from jmap.renderers.html.environment import page_environment
from jmap.renderers.html.marks import sprite
from jmap.renderers.html.policy import policy
from jmap.renderers.html.style import page_style
from jmap.renderers.html.text import figure, isolated
from jmap.syntax.words import words
from jmap.views.language import direction_of

_DASH = Markup("–")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's text, and the language it is in."""

    text: str
    language: str
    """A tag for ``lang``; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a page of the site."""

    said: Said
    href: str
    """The page, from the site's root."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is printed, and as it is sorted."""

    text: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day as people read it, and as programs do."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Frame:
    """How one page is printed.

    The pieces that stand in every row of a table are made here, which takes a fraction of the time
    that a template would take.
    """

    language: str
    """The language of the site's own words."""
    up: str
    """The way from the page to the site's root: empty, or ``../``."""
    _links: dict[Link, Markup] = field(default_factory=dict, repr=False, compare=False)
    _levels: dict[str, Markup] = field(default_factory=dict, repr=False, compare=False)

    @property
    def direction(self) -> str:
        """Which way the page is read."""
        return direction_of(self.language)

    def label(self, key: str) -> str:
        """A fixed phrase."""
        return label(key, self.language)

    def word(self, name: str) -> str:
        """What the language calls a statement, as a heading."""
        return capital(words().shown("statements", name, self.language))

    def choice(self, name: str) -> str:
        """What the language calls one of a few words."""
        return words().shown("choices", name, self.language)

    def said(self, said: Said) -> Markup:
        """A text of an author, isolated; its language and direction where they are not the
        page's.
        """
        attributes = ""
        if said.language and said.language != self.language:
            tag = escape_attribute(said.language)
            attributes = f' lang="{tag}" dir="{direction_of(said.language)}"'
        # Escaped here.
        return Markup(f"<bdi{attributes}>{escape(said.text)}</bdi>")  # noqa: S704

    def link(self, link: Link | None) -> Markup:
        """A link; a dash for none."""
        if link is None:
            return _DASH
        made = self._links.get(link)
        if made is None:
            target = escape_attribute(self.up + link.href)
            # Escaped here, and inside.
            made = Markup(f'<a href="{target}">{self.said(link.said)}</a>')  # noqa: S704
            self._links[link] = made
        return made

    def mark(self, name: str, kind: str = "mark") -> Markup:
        """A mark of the page, by name."""
        # Names of ours.
        return Markup(  # noqa: S704
            f'<svg class="{kind}" aria-hidden="true" focusable="false">'
            f'<use href="#mark:{name}"/></svg>'
        )

    def share(self, figure: Figure) -> Markup:
        """A share of one, with a bar of that length."""
        text = isolated(figure.text)
        if figure.value is None:
            return text
        return text + _bar(figure.value)

    def level(self, name: str, difference: str = "") -> Markup:
        """The level of a gap, and how far it is from the wish."""
        if name not in self._levels:
            told = escape(self.label(f"level-{name}"))
            inside = f"{self.mark(f'level-{name}')}<span>{told}</span>"
            pill = f'<span class="pill {name}">{inside}</span>'
            self._levels[name] = Markup(pill)  # noqa: S704
        made = self._levels[name]
        if not difference:
            return made
        return made + Markup(f' <span class="figure">{figure(difference)}</span>')  # noqa: S704

    def day(self, day: Day | None, kind: str = "") -> Markup:
        """A day; one that is due is looked after by a script. A dash for none."""
        if day is None:
            return _DASH
        due = f' class="due" data-overdue="{escape_attribute(self.label("site-overdue"))}"'
        start = f'<time datetime="{escape_attribute(day.iso)}"{due if kind == "due" else ""}>'
        return Markup(f"{start}{isolated(day.text)}</time>")  # noqa: S704


def printed(name: str, frame: Frame, view: object, *scripts: str) -> bytes:
    """The page that a template makes of a view; scripts are those it has, by file name."""
    codes = [script_text(script) for script in scripts]
    text = (
        environment()
        .get_template(f"{name}.html")
        .render(
            frame=frame,
            view=view,
            policy=policy(*codes),
            # Our own files: nothing of a map is in them.
            scripts=[Markup(code) for code in codes],  # noqa: S704
            sprite=sprite(),
            style=page_style(()) + site_style(),
        )
    )
    return text.encode("utf-8")


@cache
def environment() -> Environment:
    """The templates of the site."""
    return page_environment("jmap.site")


@cache
def site_style() -> Markup:
    """The rules that the pages of a site have beside those of a map's page."""
    return _ours("css/site.css") + _ours("css/nav.css")


@cache
def nav_style() -> Markup:
    """The rules for the links of the site on a map's page."""
    return _ours("css/nav.css")


@cache
def script_text(name: str) -> str:
    """One of our scripts."""
    return (_FOLDER / "script" / f"{name}.js").read_text(encoding="utf-8").strip()


def _bar(share: float) -> Markup:
    # A number of ours.
    return Markup(  # noqa: S704
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" '
        'focusable="false"><rect class="whole" width="100" height="6"/>'
        f'<rect class="part" width="{100 * share:.1f}" height="6"/></svg>'
    )


def _ours(name: str) -> Markup:
    # Our own file: nothing of a map is in it.
    return Markup((_FOLDER / name).read_text(encoding="utf-8"))  # noqa: S704
