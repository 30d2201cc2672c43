"""How templates are read, for every kind of page: escaped always, and strict."""

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from jmap.renderers.html.text import figure, isolated, parts, shown
from jmap.views.state import STATES

_PAGES = PackageLoader("jmap.renderers.html")


def page_environment(package: str) -> Environment:
    """The templates of a package, and those of the page of maps behind them, so that both say facts
    alike.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package), _PAGES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["states"] = STATES
    made.filters.update(t=isolated, parts=parts, figure=figure, shown=shown)
    return made
