"""What changed between two workspaces: structure first, then what that does to the customer."""

from jmap.diff.apply import apply
from jmap.diff.change import Address, Change, Step
from jmap.diff.compare import compare

__all__ = ["Address", "Change", "Step", "apply", "compare"]
