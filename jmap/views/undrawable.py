"""Why something that was asked for cannot be made."""


class Undrawable(Exception):
    """A file or picture that cannot be made, and why; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    @property
    def sentence(self) -> str:
        """The reason and what to do about it, on one line."""
        return f"{self}: {self.hint}" if self.hint else str(self)


class NothingToShow(Undrawable):
    """A view that these journeys have nothing for."""


class NotInstalled(Undrawable):
    """A format that needs an extra which is not installed."""

    def __init__(self, extra: str) -> None:
        super().__init__(f'{extra} output needs: pip install "jmap[{extra}]"')


class TooLarge(Undrawable):
    """A file beyond a limit."""


class DrawingWarning(UserWarning):
    """A picture was drawn in another way than was asked for; nothing is missing in it unsaid."""
