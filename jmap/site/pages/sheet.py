"""What a page is before it is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: where it goes, what it says, and the template that says it."""

    path: str
    template: str
    view: object
    scripts: tuple[str, ...] = ()

    @property
    def up(self) -> str:
        """The way to the site's root."""
        return "../" * self.path.count("/")
