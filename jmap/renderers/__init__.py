"""Backends: each turns views into files and imports nothing from its neighbours."""

from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jmap.renderers.base import Renderer

REGISTRY = {
    "html": "jmap.renderers.html:Html",
    "md": "jmap.renderers.markdown:Markdown",
    "json": "jmap.renderers.json:Json",
    "jmap": "jmap.renderers.source:Source",
    "svg": "jmap.renderers.svg:Svg",
    "png": "jmap.renderers.png:Png",
    "pdf": "jmap.renderers.pdf:Pdf",
    "dot": "jmap.renderers.dot:Dot",
}
"""Where each format's renderer is found: module, then class."""


FORMATS = tuple(REGISTRY)


def renderer(name: str, **options: Any) -> "Renderer":
    """The renderer of a format, with options of its own. Its module is imported only now.

    Raises ``ValueError`` for a name that is not in the registry.
    """
    found: Renderer = _class(name)(**options)
    return found


def options_of(name: str) -> frozenset[str]:
    """The options that a format takes, such as ``theme``: the parameters of its renderer.

    Raises ``ValueError`` for a name that is not in the registry.
    """
    return frozenset(signature(_class(name)).parameters)


def _class(name: str) -> Any:
    if name not in REGISTRY:
        raise ValueError(f"there is no format {name!r}; there is: {', '.join(FORMATS)}")
    module, _, cls = REGISTRY[name].partition(":")
    return getattr(import_module(module), cls)
