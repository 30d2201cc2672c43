"""What git keeps: the journey files of a revision, read without ever checking anything out."""

from jmap.git.failure import GitFailed
from jmap.git.revision import Repository, Revision
from jmap.git.tree import Tree

__all__ = ["GitFailed", "Repository", "Revision", "Tree"]
