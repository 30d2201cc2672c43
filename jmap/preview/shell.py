"""The page around a map: where it comes from, what is wrong with the files, and the script that
fetches it anew.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Template
from markupsafe import Markup

from jmap.diagnostics import Severity
from jmap.locale import label
from jmap.model.number_forms import digits
from jmap.paint.font.face import style as font
from jmap.paint.theme import DARK, LIGHT, Theme
from jmap.preview.board import Stand
from jmap.preview.drawn import Drawn
from jmap.preview.findings import SHOWN, count, findings
from jmap.renderers.html.environment import page_environment
from jmap.views.language import direction_of, printed_language


@dataclass(frozen=True, slots=True)
class Shell:
    """The page around one journey, or around the list of all."""

    stand: Stand
    base: str
    """The path everything lies below."""
    key: str = ""
    """Which journey; none for the list."""

    @property
    def chosen(self) -> str:
        """The key of the journey to show. A list of one is the journey itself."""
        journeys = self.stand.outcome.journeys
        return next(iter(journeys)) if not self.key and len(journeys) == 1 else self.key

    @property
    def drawn(self) -> Drawn | None:
        """The journey to show; none for a list, and where no journey has the key."""
        return self.stand.outcome.journeys.get(self.chosen)

    def page(self) -> bytes:
        """The page, in UTF-8."""
        outcome, drawn = self.stand.outcome, self.drawn
        language = drawn.language if drawn else outcome.language
        errors = count(outcome.diagnostics, Severity.ERROR)
        warnings = count(outcome.diagnostics, Severity.WARNING)
        art = drawn.page() if drawn else None
        text = _template().render(
            say=phrases(printed_language(language)),
            language=language,
            direction=direction_of(language),
            version=self.stand.version,
            base=self.base,
            outcome=outcome,
            journeys={quote(key, safe=""): one for key, one in outcome.journeys.items()},
            drawn=drawn,
            key=quote(self.chosen, safe=""),
            art=art,
            fault=outcome.fault or (art.fault if art else ""),
            errors=errors,
            warnings=warnings,
            findings=findings(outcome.diagnostics)[:SHOWN],
            more=max(0, len(outcome.diagnostics) - SHOWN),
            style=_style(),
            script=_script(),
        )
        return text.encode("utf-8", "replace")


def phrases(language: str) -> Callable[..., str]:
    """The fixed phrases of a language, with numbers in its digits."""

    def say(key: str, count: int | None = None) -> str:
        phrase = label(key, language)
        return phrase if count is None else phrase.format(count=digits(str(count), language))

    return say


@cache
def policy() -> str:
    """What the page may do: run its one script, show its one style, and ask here and nowhere
    else.
    """
    return (
        f"default-src 'none'; script-src {_hash(_script())}; style-src {_hash(_style())}; "
        "connect-src 'self'; frame-src 'self'; img-src 'self' data:; font-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _script() -> Markup:
    return _own("preview.js")


@cache
def _style() -> Markup:
    dark = f"@media (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}"
    # Our own files and colours, no text of a map.
    return Markup(f"{font()}\n:root{{{_colours(LIGHT)}}}\n{dark}\n") + _own("preview.css")  # noqa: S704


def _colours(theme: Theme) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in theme.colours.items())


def _own(name: str) -> Markup:
    text = files(__package__).joinpath("templates", name).read_text("utf-8")
    return Markup(text.strip())  # noqa: S704


@cache
def _template() -> Template:
    return page_environment("jmap.preview").get_template("shell.html")
