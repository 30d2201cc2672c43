"""Everything that making a unit imports, for processes that are to start with it."""

import jmap.renderers.html
import jmap.renderers.svg
import jmap.site.making  # noqa: F401
