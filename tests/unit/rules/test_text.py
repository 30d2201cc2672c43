"""The rules about how texts are written, at their edges: what they mend, and what they let be."""

from typing import Any

import pytest

from jmap.config import Choice
from jmap.diagnostics import Diagnostic
from jmap.loading import load_text
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.fixing import edited
from jmap.rules.plan import Plan
from tests.unit.rules.conftest import TODAY

Z = "\u200c"


def findings(name: str, source: str) -> list[Diagnostic]:
    """What one rule finds in a file."""
    loaded = load_text(source)
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    plan = Plan(catalogue(), asked=Choice(select=(name,)))
    return [item for item in examine(loaded, plan, TODAY) if item.name == name]


def journey(text: str, language: str = "fa", statement: str = "reason") -> str:
    """A file with one text, typed as it stands, in a journey of a language."""
    stated = f"  language {language}\n" if language else ""
    return f'journey j {{\n{stated}  {statement} "{text}"\n}}\n'


def mended(name: str, text: str, **options: Any) -> str | None:
    """The text as the fix of a rule leaves it, or none where the rule finds nothing; unchanged
    where there is no fix.
    """
    source = journey(text, **options)
    found = findings(name, source)
    if not found:
        return None
    assert len(found) == 1, "one finding for a text"
    edits = found[0].fix.edits if found[0].fix else ()
    return edited(source, edits).split('"')[1]


MENDED = [
    ("arabic-letters", "كتاب مشتري", "کتاب مشتری"),
    ("arabic-letters", "مشترى كجاست", "مشتری کجاست"),
    ("arabic-letters", "الكترونيكي", "الکترونیکی"),
    ("arabic-letters", "البته كار ما", "البته کار ما"),
    ("arabic-digits", "تا ٤٥ دقیقه", "تا ۴۵ دقیقه"),
    ("mixed-digits", "تا ۱2 دقیقه", "تا ۱۲ دقیقه"),
    ("mixed-digits", "۱٬2۰۰ تومان", "۱٬۲۰۰ تومان"),
    ("damaged-half-space", f"می{Z}{Z}رود", f"می{Z}رود"),
    ("damaged-half-space", f"نام{Z} کاربر", "نام کاربر"),
    ("damaged-half-space", f"نام {Z}کاربر", "نام کاربر"),
    ("damaged-half-space", f"کاربر{Z}.", "کاربر."),
    ("damaged-half-space", f"صفحه{Z} در", "صفحه در"),
    ("damaged-half-space", f"صفحه{Z}.", "صفحه."),
    ("damaged-half-space", f"نام {Z} کاربر", "نام کاربر"),
    ("damaged-half-space", f"{Z}کاربر", "کاربر"),
    ("damaged-half-space", f"کاربر{Z}", "کاربر"),
    ("damaged-half-space", f"({Z}کاربر)", "(کاربر)"),
    ("damaged-half-space", "می\u00acرود", f"می{Z}رود"),
    ("damaged-half-space", "می\u00adرود", f"می{Z}رود"),
    ("damaged-half-space", "می\u200dرود", f"می{Z}رود"),
    ("damaged-half-space", "می&zwnj;رود", f"می{Z}رود"),
    ("damaged-half-space", "می&#8204;رود", f"می{Z}رود"),
    ("missing-half-space", "می شود", f"می{Z}شود"),
    ("missing-half-space", "نمی خواهم", f"نمی{Z}خواهم"),
    ("missing-half-space", "نميكند", f"نمي{Z}كند"),
    ("missing-half-space", "کتاب ها و بزرگ ترین", f"کتاب{Z}ها و بزرگ{Z}ترین"),
    ("missing-half-space", "راه حل سریع تر", f"راه حل سریع{Z}تر"),
    ("missing-half-space", "نظر حرفه ای", f"نظر حرفه{Z}ای"),
    ("persian-punctuation", "سلام ، خوبی", "سلام، خوبی"),
    ("persian-punctuation", "سلام،خوبی", "سلام، خوبی"),
    ("persian-punctuation", "کجاست ؟", "کجاست؟"),
    ("persian-punctuation", "رسید . بعد", "رسید. بعد"),
    ("persian-punctuation", "رسید !", "رسید!"),
    ("persian-punctuation", "چرا؟چون", "چرا؟ چون"),
    ("latin-punctuation", "سلام, خوبی?", "سلام، خوبی؟"),
    ("latin-punctuation", "نام; نشانی", "نام؛ نشانی"),
    ("letter-shapes", "\ufe91\ufe8e\ufeaf\ufb94\ufeb8\ufe96", "بازگشت"),
    ("letter-shapes", "\ufedb\ufe98\ufe8e\ufe91\ufef2", "کتابی"),
    ("stretched-letters", "ســـلام", "سلام"),
    ("unlike-digits", "۸ تا 10 روز", "۸ تا ۱۰ روز"),
    ("unlike-digits", "۸ تا 2.5 روز", "۸ تا ۲٫۵ روز"),
    ("untidy-spaces", " سلام  خوبی ", "سلام خوبی"),
    ("untidy-spaces", "سلام\tخوبی", "سلام خوبی"),
    ("mangled-text", "Ù…Ø´ØªØ±ÛŒ", "مشتری"),
    ("mangled-text", "The customerâ€™s call", "The customer’s call"),
    ("mangled-text", "tÃ©lÃ©phone", "téléphone"),
    ("mangled-text", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
    ("mangled-text", "سلام".encode().decode("cp1256"), "سلام"),
    ("unbalanced-isolates", "a \\u{2067}b", "a b"),
    ("unbalanced-isolates", "a \\u{2069}b", "a b"),
    ("unbalanced-isolates", "a \\u{202e}b\\u{202c} c", "a b c"),
]


@pytest.mark.parametrize(("name", "typed", "wanted"), MENDED)
def test_what_is_wrong_is_mended(name: str, typed: str, wanted: str) -> None:
    assert mended(name, typed) == wanted
    assert mended(name, wanted) is None


FINE = [
    # Arabic words within Persian, and what is one character by nature.
    ("arabic-letters", "پیامک «السَّلامُ عَلَيْكُم»"),
    ("arabic-letters", "کتاب دایرة المعارف الإسلامية الكبرى"),
    ("arabic-letters", "إنا إليه راجعون"),
    ("arabic-letters", "تأثیر مسئول رؤیا هیئت ۀ"),
    ("arabic-digits", "پاسخ تا ۴۵ دقیقه یا 45 دقیقه"),
    ("mixed-digits", "۱۲ نفر از 30 نفر"),
    ("mixed-digits", "A4۵ و ۵G"),
    ("mixed-digits", "۱۲ 34"),
    # A half-space behind a letter that does not join, behind Latin, and at a closing bracket.
    ("damaged-half-space", f"کار{Z}ها و می{Z}روند"),
    ("damaged-half-space", f"CRM{Z}ها و ۲۰{Z}ساله و «سفر»{Z}های ما و (فرم){Z}ها"),
    ("damaged-half-space", "سال ۱۴۰۰ ه\u200d. ش."),
    ("damaged-half-space", f"سال ۱۴۰۰ ه{Z}. ش. و ه{Z} ق"),
    ("damaged-half-space", "نان & پنیر؛ خانواده 👨\u200d👩"),
    ("missing-half-space", f"می{Z}شود و کتاب{Z}ها و بزرگ{Z}ترین"),
    ("missing-half-space", "های و هوی، آره ها! ماه می رفت"),
    ("missing-half-space", "چشم تر، ای دوست، میدان و میخانه"),
    ("missing-half-space", "اقدامی شد، قدیمی رفت"),
    ("persian-punctuation", "و ... بعد، ۱۲:۳۰، ۱،۲۰۰ و ۱٫۵ و .ir و (؟)"),
    ("persian-punctuation", "چرا؟! بله؛ «هر سه»."),
    ("persian-punctuation", "دور ؟؟؟"),
    ("latin-punctuation", "فایل‌های a, b, c و ۱,۲۰۰ و https://example.org/?q=سلام&a=1"),
    ("latin-punctuation", "سلام، خوبی؟"),
    ("letter-shapes", "۲۰۰۰ ﷼ و ﷺ"),
    ("stretched-letters", "سال ۱۴۴۷ هـ. ق. و ـها"),
    ("unlike-digits", "۸ پرسش برای Android 14 و iOS 17.2 و کد AB-12"),
    ("unlike-digits", "میان 8 و 10 روز"),
    ("unlike-digits", "۸ بار در https://example.org/12"),
    ("untidy-spaces", "سلام خوبی\\n  نه"),
    ("mangled-text", "“MINHA IRMÔ – VOILÀ… Spaß’ CAFÉ”"),
    ("mangled-text", "غلط‌های خطرناک ظاهراً طبیعی عطار"),
    ("mangled-text", "?? Really??"),
    ("unbalanced-isolates", "a \\u{2067}b\\u{2069} c \\u{202b}d\\u{202c}"),
    ("unbalanced-isolates", "a \\\\u{2067}b"),
    ("placeholder-text", "Adds it to the TODO list, todo, XXXL, Dear [name], (add to cart)"),
    ("placeholder-text", "Click [Add to cart] or <your order>"),
    ("placeholder-text", "Hello {{name}}!"),
    ("placeholder-text", "به زودی تکمیل شود و بعداً بیاید"),
    ("text-in-another-language", "WhatsApp Business"),
    ("text-in-another-language", "Home Internet Fibre Plus"),
    ("text-in-another-language", "در Help page about the service"),
    ("text-in-another-language", "12 34 56"),
]


@pytest.mark.parametrize(("name", "typed"), FINE)
def test_what_is_right_is_left(name: str, typed: str) -> None:
    assert [item.message for item in findings(name, journey(typed))] == []


@pytest.mark.parametrize("language", ["ar", "ur", "ckb", "ps", "ar-EG"])
def test_other_languages_of_the_script_have_their_own_rules(language: str) -> None:
    text = f"ملك في ٤٥ دقيقة ،{Z}ثم? نعم"
    names = [name for name, rule in catalogue().rules.items() if "persian" in rule.tags]

    assert len(names) > 8
    for name in names:
        assert findings(name, journey(text, language)) == []


def test_a_text_that_could_be_either_is_what_those_around_it_are() -> None:
    persian = 'journey j {\n  reason "علي"\n  goal "گفت‌وگو با پشتیبان"\n}\n'
    english = 'journey j {\n  reason "علي"\n  goal "Talk to the agent"\n}\n'
    arabic = 'journey j {\n  reason "علي"\n  goal "التحدث إلى الوكيل"\n}\n'

    assert len(findings("arabic-letters", persian)) == 1
    assert findings("arabic-letters", english) == []
    assert findings("arabic-letters", arabic) == []


def test_the_keywords_of_a_file_tell_its_language_too() -> None:
    assert len(findings("arabic-letters", 'تیم الف "علي"\n')) == 1
    assert findings("arabic-letters", 'team a "علي"\n') == []


def test_two_journeys_of_a_file_each_have_their_language() -> None:
    source = (
        'journey a {\n  language ar\n  reason "مكتب علي"\n}\n'
        'journey b {\n  language fa\n  reason "مكتب علي"\n}\n'
    )

    assert [item.position.line for item in findings("arabic-letters", source)] == [7]


def test_ids_are_held_to_the_letters_of_their_file() -> None:
    source = (
        'کانال كتبي "تلفن"\nسفر الف "سفر" {\n'
        '  مرحله ب "گام" {\n    نقطه‌تماس ج در كتبي "تماس"\n  }\n}\n'
    )
    found = findings("arabic-letters", source)

    assert [item.position.line for item in found] == [1, 4]
    assert found[0].message == "the id `كتبي` has the Arabic letters `ك` (U+0643) and `ي` (U+064A)"
    repaired = edited(
        source, [edit for item in found for edit in (item.fix.edits if item.fix else ())]
    )
    assert "كتبي" not in repaired
    assert load_text(repaired).ok


def test_a_text_is_spoken_of_once() -> None:
    found = findings("damaged-half-space", journey(f"می{Z}{Z}رود و نام{Z} و می¬شود"))

    assert len(found) == 1
    assert (
        found[0].message == f"in `می{Z}{Z}رود` the half-space is doubled, and 2 more in this text"
    )
    assert found[0].fix is not None
    assert len(found[0].fix.edits) == 3


def test_addresses_and_comments_are_no_texts() -> None:
    source = (
        "# كتاب ٤٥ TODO\njourney j {\n  language fa\n"
        '  link "پیوند" "https://example.org/كتاب,TODO"\n}\n'
    )

    for name in ("arabic-letters", "arabic-digits", "latin-punctuation", "placeholder-text"):
        assert findings(name, source) == []


def test_blocks_of_text_keep_their_indentation() -> None:
    block = 'journey j {\n  language fa\n  reason """\n    یک\n      دو\n    """\n}\n'
    wide = block.replace("یک", "یک  دو")

    assert findings("untidy-spaces", block) == []
    (found,) = findings("untidy-spaces", wide)
    assert found.fix is not None
    assert edited(wide, found.fix.edits) == block.replace("یک", "یک دو")


def test_an_end_of_line_is_the_edge_of_a_word() -> None:
    assert mended("damaged-half-space", f"نام{Z}\\nکاربر") == "نام\\nکاربر"
    assert mended("persian-punctuation", "نام ،\\nکاربر") == "نام،\\nکاربر"


def test_a_character_typed_as_a_number_is_left() -> None:
    assert findings("damaged-half-space", journey("می\\u{200c}رود \\u{200c}رود")) == []


@pytest.mark.parametrize(
    ("typed", "statement"),
    [
        ("TODO: what does she do?", "reason"),
        ("todo list? (TODO)", "reason"),
        ("Price: TBD", "goal"),
        ("FIXME", "reason"),
        ("Lorem ipsum dolor", "reason"),
        ("???", "reason"),
        ("…", "scenario"),
        ("To be determined.", "reason"),
        ("[insert quote]", "reason"),
        ("<describe the goal here>", "reason"),
        ("متن نمونه", "reason"),
        ("تکمیل شود", "reason"),
        ("بعداً", "vision"),
        ("لورم ایپسوم متن ساختگی", "reason"),
    ],
)
def test_a_text_that_waits_to_be_written(typed: str, statement: str) -> None:
    assert len(findings("placeholder-text", journey(typed, "", statement))) == 1


@pytest.mark.parametrize(
    ("typed", "statement"), [("???", "think"), ("…", "say"), ("؟", "do"), ("بعداً", "think")]
)
def test_people_may_be_at_a_loss_for_words(typed: str, statement: str) -> None:
    source = f'journey j {{\n  stage a {{\n    touchpoint b {{ {statement} "{typed}" }}\n  }}\n}}\n'

    assert findings("placeholder-text", source) == []


def test_what_is_reached_may_be_complete() -> None:
    assert findings("placeholder-text", journey("تکمیل شود", "fa", "goal")) == []


@pytest.mark.parametrize(
    ("typed", "language", "count"),
    [
        ("Calls the service line", "fa", 1),
        ("به خط خدمات زنگ می‌زند", "en", 1),
        ("Calls the service line", "fa-IR", 1),
        ("Calls the service line", "ru", 0),
        ("Calls the service line", "", 0),
        ("Calls the service line به", "fa", 0),
    ],
)
def test_a_sentence_in_another_language(typed: str, language: str, count: int) -> None:
    assert len(findings("text-in-another-language", journey(typed, language))) == count


def test_what_was_said_word_for_word_may_be_in_any_language() -> None:
    source = (
        'journey j {\n  language fa\n  stage a {\n    say "I have said that three times"\n  }\n}\n'
    )

    assert findings("text-in-another-language", source) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("web-shop", "Web-shop"),
        ("web-shop", "web_shop"),
        ("step-0", "step-O"),
        ("form-l", "form-1"),
        ("shop", "ѕhор"),
        ("گام-۱", "گام-1"),
        ("گام-۴", "گام-٤"),
        ("اداره", "أداره"),
        ("خانه", "خانة"),
        ("مسئول", "مسیول"),
    ],
)
def test_ids_that_look_alike(first: str, second: str) -> None:
    source = f'channel {first} "One"\nchannel {second} "Two"\n'
    told = [item.message for item in findings("look-alike-ids", source)]

    assert any("looks like" in message or "mixes" in message for message in told), told


@pytest.mark.parametrize(
    ("first", "second"),
    [("mail", "mall"), ("step-1", "step-2"), ("form", "farm"), ("گام-۱", "گام-۲"), ("بار", "باز"),
     ("order-form", "orderform"), ("crm", "CRMها"), ("магазин", "магнит")],
)  # fmt: skip
def test_ids_that_do_not(first: str, second: str) -> None:
    assert findings("look-alike-ids", f'channel {first} "One"\nchannel {second} "Two"\n') == []


def test_ids_of_different_kinds_and_journeys_may_look_alike() -> None:
    source = (
        'channel web "Web"\nteam Web "Web team"\n'
        "journey a {\n  stage ask\n}\njourney b {\n  stage Ask\n}\n"
    )

    assert findings("look-alike-ids", source) == []


def test_a_variant_is_held_to_the_ids_of_its_base_and_tells_nothing_twice() -> None:
    source = (
        "journey a {\n  stage ask\n  stage Ask\n}\n"
        'journey b {\n  extends a\n  state future\n  stage ask {\n    goal "Ask"\n  }\n'
        "  stage ASK\n}\n"
    )

    assert [item.position.line for item in findings("look-alike-ids", source)] == [3, 11]


def test_an_id_of_two_alphabets() -> None:
    (found,) = findings("look-alike-ids", 'channel рhone-1 "Phone"\n')

    assert found.message == "`рhone` in `рhone-1` mixes letters of two alphabets that look the same"
    assert findings("look-alike-ids", 'channel телефон-crm "Phone"\n') == []
