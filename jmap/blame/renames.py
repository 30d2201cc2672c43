"""References that mean what they meant: only the id of it is another one now."""

from typing import Any

from jmap.blame.address import everything
from jmap.diff.identity import former_key
from jmap.model.forms import RefForm, reference_key
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


class Renames:
    """What has another id in a workspace than it had, as it says itself (`was`)."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: set[tuple[str, str, str]] | None = None

    def only(self, form: Any, before: Any, after: Any) -> bool:
        """Whether two values of a form differ in nothing but such ids."""
        if before is None or after is None or type(before) is not type(after):
            return False
        if before == after:
            return True
        if isinstance(form, RefForm):
            ids = (reference_key(before), reference_key(after))
            return any((kind, *ids) in self._names() for kind in form.to)
        if not getattr(after, "is_line", False):
            return False
        kind: Any = type(after)
        return all(
            getattr(before, head.name) == getattr(after, head.name)
            or self.only(head.form, getattr(before, head.name), getattr(after, head.name))
            for head in spec(kind).heads
        )

    def _names(self) -> set[tuple[str, str, str]]:
        if self._known is None:
            self._known = {
                (one.part.keyword, was, fold(one.part.id))
                for one in everything(self._workspace)
                if (was := former_key(one.part))
            }
        return self._known
