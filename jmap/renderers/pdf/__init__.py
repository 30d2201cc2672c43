"""The PDF renderer: the picture of a view on a sheet of its own size, then the journey as text."""

from jmap.renderers.pdf.document import Pdf

__all__ = ["Pdf"]
