"""Kinds of channels: as declared, or as their names tell."""

import re
from functools import lru_cache
from typing import Any

from jmap.model.forms import AdHoc
from jmap.rules.knowledge.plain import either, plain
from jmap.rules.scene import Scene

_NAMES = {
    "phone": """(?:tele)?phone(?: calls?)?|calls?|hotline|call cent(?:er|re)
        |تلفن|تماس تلفنی|مرکز تماس""",
    "email": "e-?mails?|ایمیل|رایانامه|پست الکترونیکی?",
    "chat": """(?:live |web )?chat|messenger|whatsapp|telegram
        |گفت ?و ?گو|گفت ?و ?گوی (?:برخط|آنلاین)|چت|چت آنلاین|تلگرام""",
    "letter": "letters?|post|mail|by post|نامه|پست",
    "meeting": """in[ -]person|face[ -]to[ -]face|visit|branch|store|shop|desk|counter|office
        |حضوری|شعبه|فروشگاه""",
    "web": "web|web ?site|web ?page|portal|online|وب|وب ?سایت|سایت|وبگاه|پرتال",
    "app": "(?:mobile )?app|اپ|اپلیکیشن|برنامک",
    "social": """social(?: media| networks?)?|instagram|facebook|twitter|linkedin
        |شبکه اجتماعی|شبکه ?های اجتماعی|اینستاگرام""",
    "sms": "sms|text(?: messages?)?|پیامک",
}


def kind_of(name: Any, scene: Scene) -> str:
    """The kind of a channel, such as ``phone``; empty where it is not certain."""
    channel = scene.channel(name)
    if channel is not None and channel.kind is not None:
        return "" if channel.kind == "other" else channel.kind
    return _guess(channel.label if channel else name.name if isinstance(name, AdHoc) else str(name))


@lru_cache(maxsize=1024)
def _guess(name: str) -> str:
    said = plain(name.replace("-", " "))
    return next((kind for kind, names in _NAMES.items() if re.fullmatch(either(names), said)), "")
