"""What a site puts around a map's page."""

from dataclasses import dataclass

from markupsafe import Markup

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands on a page besides its maps; whoever gives it answers for its being inert."""

    nav: Markup = _NOTHING
    """Printed at the top of the page, after the link that skips to the map."""
    head: Markup = _NOTHING
    """Printed in the page's head, before its title."""
    style: Markup = _NOTHING
    """Rules for it, after those of the page."""
