"""What the lexer sees besides tokens: comments, and how deep braces nest."""

from jmap import limits
from jmap.syntax.nodes import Value


class TooDeep(Exception):
    """Raised from the lexer at the brace that passes the nesting limit, before any tree is
    built.
    """

    def __init__(self, brace: Value) -> None:
        self.brace = brace


class Lexing:
    """What the lexer saw of one text so far. One text is read at a time."""

    comments: list[Value]
    depth: int

    def reset(self) -> None:
        """Starts a new text."""
        self.comments = []
        self.depth = 0

    def comment(self, token: Value) -> Value:
        """Keeps a comment, which the parser never sees."""
        self.comments.append(token)
        return token

    def opened(self, token: Value) -> Value:
        """Counts an opening brace. Raises ``TooDeep``."""
        self.depth += 1
        if self.depth > limits.NESTING:
            raise TooDeep(token)
        return token

    def closed(self, token: Value) -> Value:
        """Counts a closing brace."""
        self.depth = max(0, self.depth - 1)
        return token


lexing = Lexing()
