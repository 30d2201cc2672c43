"""The HTML renderer: one self-contained page, complete without scripts and without the network."""

from jmap.renderers.html.around import Around
from jmap.renderers.html.page import Html

__all__ = ["Around", "Html"]
