"""jmap: customer journey maps as source code."""

__version__ = "0.1.0"
