"""The HTML renderer: one self-contained page, complete without scripts and without the network."""

from jmap.renderers.html.page import Html

__all__ = ["Html"]
