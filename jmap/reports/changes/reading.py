"""What was told of a comparison, read back from JSON that may come from anybody."""

from pydantic import ValidationError

from jmap.reports.changes.told import BYTES, Told
from jmap.reports.visible import visible


class NotTold(ValueError):
    """Why a document is not one that ``jmap diff -f json`` writes, in a sentence."""


def read(content: bytes) -> Told:
    """What a document tells. Raises ``NotTold`` for anything but what is written here, of this
    version and within its bounds.
    """
    if len(content) > BYTES:
        raise NotTold(f"it is larger than {BYTES // 1024 // 1024} MiB")
    try:
        return Told.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))[:200]
        message = f"{where}: {first['msg']}" if where else first["msg"]
        raise NotTold(visible(message)) from None
