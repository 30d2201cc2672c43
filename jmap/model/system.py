"""Systems: software and equipment behind the scenes."""

from typing import Annotated

from jmap.model.declared import Declared
from jmap.model.lines import Owner
from jmap.model.statement import Line


class System(Declared):
    """Software or equipment that a touchpoint meets behind the scenes."""

    keyword = "system"
    example = 'system crm "Customer records"'
    owner: Annotated[Owner | None, Line("Who answers for it")] = None
