"""Persian words of several parts of which it is certain how they are written."""

from jmap.rules.knowledge.persian import HALF_SPACE, LETTERS, MARKS, listed

_LETTER = f"[{LETTERS}{MARKS}]"
_EDGE, _END = f"(?<!{_LETTER})", f"(?!{HALF_SPACE}*{_LETTER})"
_BLANK = f"(?P<{{}}>[ \t\u00a0{HALF_SPACE}]+)"
_YEH = "[یي]"

_PRESENT = listed(
    "شو کن ده خواه توان رو آی گیر گوی گو بین دان زن خور دار رس آور یاب پرس نویس خوان فرست مان"
    " پرداز ساز گرد گذار پذیر شناس فهم ایست نشین خر فروش شنو سنج کش بخش باش"
)
_PAST = listed(
    "شد کرد داد خواست توانست رفت آمد گرفت گفت دید دانست زد خورد داشت رسید آورد یافت پرسید نوشت"
    " خواند فرستاد ماند پرداخت ساخت گشت گذاشت گذشت پذیرفت شناخت فهمید افتاد ایستاد نشست خرید"
    " فروخت شنید سنجید کشید بخشید"
)


def _any(*words: str) -> str:
    return "(?:" + "|".join(words).replace("ی", _YEH).replace("ک", "[کك]") + ")"


_PRESENT_TENSE = _any(*_PRESENT) + _any("م", "د", "یم", "ید", "ند")
_PAST_TENSE = _any(*_PAST) + _any("م", "یم", "ید", "ند", "")
_VERB = f"(?:{_PRESENT_TENSE}|{_PAST_TENSE}|توان)"
_PLURALS = _any("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان")
_ADJECTIVES = _any(
    *listed(
        "بزرگ کوچک مهم سریع آسان سخت ساده زیبا قوی ضعیف دقیق کامل روشن نزدیک دور گران ارزان تازه"
        " قدیمی جدید پایین بالا سنگین سبک زود دیر کوتاه بلند مناسب راحت مطمئن عمیق پر کم مشکل"
    )
)
_OF_KIND = _any(
    *listed("خانه حرفه هفته رایانه رسانه منطقه مرحله چندمرحله دقیقه حوزه شبکه پایه کتابخانه")
)

APART = (
    f"{_EDGE}(?<!ماه )(?<![0-9۰-۹٠-٩] )ن?م{_YEH}{_BLANK.format('verb')}{_VERB}{_END}"
    f"|(?<=[{LETTERS}]){_BLANK.format('plural')}{_PLURALS}{_END}(?! ?[!؟،])(?! (?:و هو|های))"
    f"|(?<=[{LETTERS}]){_BLANK.format('most')}تر{_YEH}ن{_END}"
    f"|{_EDGE}{_ADJECTIVES}{_BLANK.format('more')}تر{_END}"
    f"|{_EDGE}{_OF_KIND}{_BLANK.format('kind')}ا{_YEH}{_END}"
)
"""Two parts with a space between them; the group that matched is the space."""

_JOINED = listed(
    "شود شوم شوند کند کنم کنند کنیم کنید خواهم خواهد خواهند توان توانم تواند توانند توانید دهد دهند"
    " دهیم گوید گویند رود روند گیرد گیرند باشد کرد کردند شد شدند"
)
TOGETHER = f"{_EDGE}ن?م{_YEH}(?P<joined>){_any(*_JOINED)}{_END}"
"""Verbs in one piece; the empty group that matched is where the half-space belongs."""
