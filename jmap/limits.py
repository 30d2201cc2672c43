"""Every bound on the size of what people give us, in one place.

A bound is checked before the work it bounds is done, and passing one is a named error: a map is
never cut short in silence. The figures leave room for maps far larger than anyone can read.
"""

FILE_BYTES = 8 * 1024 * 1024
"""Largest source file; about 38,000 touchpoints."""

WORKSPACE_BYTES = 64 * 1024 * 1024
"""Largest sum of all files of one workspace."""

CONFIG_BYTES = 256 * 1024
"""Largest configuration: what reads TOML is slow about some texts."""

CONFIG_KEY = 16
"""Most parts of a key in a configuration: reading it takes the square of their number in memory."""

FILES = 5_000
"""Most files in one workspace, named or imported."""

NESTING = 64
"""Deepest nesting of braces."""

PIXELS = 200_000_000
"""Most pixels of an image; about 14,000 on each side."""

DRAWN = 8_000_000
"""Most characters of a picture that is made an image or a document; some 5,000 touchpoints."""

VARIANTS = 16
"""Longest chain of journeys that extend one another."""

SHOWN = 100
"""Most findings shown for one run; the rest is counted."""

MESSAGE = 200
"""Longest stretch of somebody's text that a message repeats, in characters."""

DIGITS = 15
"""Most digits in a number: what every reader of JSON keeps exactly."""
