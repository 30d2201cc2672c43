"""Two changed states of one file made one, by what they say and in the words of their authors."""

from jmap.merge.conflict import Conflict, Labels
from jmap.merge.merged import Merged, merged

__all__ = ["Conflict", "Labels", "Merged", "merged"]
