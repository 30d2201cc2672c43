"""Rules about personas, framing and whose voice a map speaks in: what they say, and where they are
silent.
"""

import datetime

import pytest

from jmap.config import Choice
from jmap.diagnostics import Diagnostic
from jmap.loading import load_text
from jmap.rules.catalogue import catalogue
from jmap.rules.examine import examine
from jmap.rules.fixing import mend
from jmap.rules.knowledge.department import names_department
from jmap.rules.knowledge.segment import names_segment
from jmap.rules.knowledge.voice import company_speaks
from jmap.rules.plan import Plan

TODAY = datetime.date(2026, 11, 22)


def found(name: str, text: str, profile: str = "default") -> list[Diagnostic]:
    """What one rule finds in a text, which must be free of errors."""
    loaded = load_text(text)
    assert loaded.ok, [(item.position, item.message) for item in loaded.diagnostics]
    asked = Choice(profile=profile, extend_select=(name,))
    return [
        item for item in examine(loaded, Plan(catalogue(), asked=asked), TODAY) if item.name == name
    ]


def messages(name: str, text: str, profile: str = "default") -> list[str]:
    return [item.message for item in found(name, text, profile)]


COMPANY = """
Sell more
Sell more to existing customers
Sell more of our premium plans
Increase sales
To increase online sales by 10%
Increase revenue
Drive conversion
Improve conversion rate
Generate more qualified leads
Lead generation
Upsell
Upsell and cross-sell
Cross-sell accessories to customers
Reduce cost to serve
Cut the cost-to-serve
Reduce customer churn by 5%
Reduce the cost per contact
Reduce failure demand
Improve our NPS score
Increase customer satisfaction
Brand awareness
Attract new customers
Convert visitors into customers
Turn visitors into buyers
Turn satisfied customers into promoters
To make potential customers aware of the brand
Keep customers coming back
Persuade the customer to upgrade
Educate customers about the product
Make customers aware of the offer
Understand what our customers need
Learn about our products
Inform customers; increase sales
Answer the question and increase sales
We want to increase market share
Maximise revenue
Win back lost customers
فروش بیشتر
فروش بیشتر به مشتریان
افزایش فروش آنلاین
جذب مشتریان جدید
جذب و حفظ مشتری
حفظ مشتری‌ها
وفادارسازی مشتریان
افزایش رضایت مشتری
بهبود تجربهٔ مشتری
بهبود تجربه‌ی مشتریان
افزایش نرخ تبدیل
کاهش هزینهٔ جذب مشتری
کاهش هزینه‌های مرکز تماس
کاهش هزینه پشتیبانی
کاهش ریزش مشتری
تبدیل بازدیدکننده به خریدار
افزایش سهم بازار
آشنایی با محصولات ما
مشتریان ما راضی باشند
رضایت مشتریان‌مان
تولید سرنخ
بیشتر بفروشیم
پاسخ به پرسش و افزایش فروش
ترغيب كاربران به خرید
مشتری را وفادار کنیم
""".strip().split("\n")

CUSTOMER = """
Sell my car
Sell my old phone for a good price
Sell our house before summer
Sell more quickly
Sell more easily
Buy and sell more easily
Increase my savings
Increase savings
Increase my income
Increase my sales
Reduce costs
Reduce the monthly bill
Improve my credit score
Grow my savings
Customer service that knows me
Reach customer service
Get the customer service to answer
Make a choice
Evaluate solutions
Recommend it to friends
Improve customer service
No upselling
Not be upsold
Upsell attempts are kept to a minimum
A shop that does not try to increase sales
More sales and discounts
Convert my loft
Convert euros at a good rate
Convert user account to a family account
Keep customer data private
Keep customers' data safe
Lead a normal life
Generate an invoice
Attract buyers for the flat
Our guests find the venue
Get our services moved to the new home
Learn about our rights
Choose our plan together
Convince my parents
Engage a lawyer
Brand new phone
Increase sales tax transparency
Read what "our customers say"
فروختن خانه‌ام
فروش خانه
ماشینم را زودتر بفروشم
خانه را بفروشیم
خرید و فروش بیشتر
افزایش پس‌انداز
افزایش درآمدم
افزایش حقوق
افزایش فروش خود
کاهش هزینه
کاهش هزینهٔ قبض
کاهش هزینه‌های زندگی
کاهش هزینهٔ شرکت در دوره
کاهش هزینهٔ نگهداری خودرو
کاهش ریزش مو
کاهش ریزش
مشتری قدیمی خود را می‌شناسند و سابقهٔ دستگاهش را دارند.
کسی جواب بدهد و درخواست را ثبت کند
حفظ اطلاعات کاربر
تبدیل حساب کاربری به خانوادگی
تبدیل ارز
بازگشت وجه
خدمات پس از فروش خوب
آشنایی با محصولات
بهبود تجربهٔ کاربری برنامه
احترام به مشتری
""".strip().split("\n")


@pytest.mark.parametrize("text", COMPANY)
def test_a_company_is_heard(text: str) -> None:
    assert company_speaks(text)
    assert company_speaks(text.upper())


@pytest.mark.parametrize("text", CUSTOMER)
def test_a_customer_is_not_taken_for_a_company(text: str) -> None:
    assert not company_speaks(text)


def test_half_spaces_make_no_difference() -> None:
    assert company_speaks("کاهش هزینه های مرکز تماس")
    assert company_speaks("کاهش هزینههای مرکز تماس")
    assert company_speaks("جذبِ مشتری")


def test_more_income_is_revenue_unless_the_journey_is_about_work() -> None:
    text = 'سفر الف "{}" {{ هدف "افزایش درآمد" }}'

    assert messages("company-voiced-goal", text.format("خرید مبل"))
    assert not messages("company-voiced-goal", text.format("پیدا کردن کار بهتر"))
    assert not messages("company-voiced-goal", text.format("ثبت‌نام در دورهٔ آموزشی"))


def test_income_is_what_a_persona_may_want() -> None:
    assert not messages("company-voiced-goal", 'پرسونا رضا "رضا" { هدف "افزایش درآمد" }')


@pytest.mark.parametrize(
    "persona",
    [
        'persona p "Ada" { job "Runs a small business" }',
        'persona p "Ada, shop owner"',
        'persona p "SME owner Ivan" { about "Runs a garage with three people" }',
        'persona p "SMB owner"',
        'persona p "Barber Ali"',
        'persona p "Ali the barber"',
        'persona p "Family hotel Rose"',
        'persona p "Ada" { job "Dentist" }',
        'persona p "Ada" { job "Works at a restaurant" }',
        'persona p "Ada" { about "Photographer from Leeds" }',
        'persona p "Ada" { about "Lets two rooms as a host" }',
        'persona p "Ada" { about "Opened her own place; manager of the café" }',
        'پرسونا p "صاحب گاراژ"',
        'پرسونا p "علی آرایشگر"',
        'پرسونا p "رستوران‌دار"',
        'persona p "Ada" { about "Sells cakes at a bakery" }',
        'پرسونا p "آدا" { شغل "مدیر فروش" }',
        'پرسونا p "آدا" { ویژگی کار "صاحب یک مغازهٔ کوچک" }',
    ],
)
def test_customers_in_business_may_want_to_sell(persona: str) -> None:
    journey = """{}
journey j "Ordering a card reader" {{
  for p; goal "Increase sales"
  stage s {{ goal "Attract new customers" }}
}}"""

    assert messages("company-voiced-goal", journey.format(persona)) == []
    assert len(messages("company-voiced-goal", journey.format('persona p "Ada"'))) == 2


@pytest.mark.parametrize(
    "persona",
    [
        'persona p "Restaurant guest"',
        'persona p "Hotel visitor"',
        'persona p "Patient of a dentist"',
        'persona p "Dog owner"',
        'persona p "Ada" { about "Her dentist has moved away" }',
        'persona p "Ada" { about "Rents from a landlord in the next street" }',
        'پرسونا p "مهمان رستوران"',
        'پرسونا p "بیمار"',
    ],
)
def test_customers_of_a_trade_have_none_themselves(persona: str) -> None:
    journey = '{}\njourney j "{}" {{ for p; goal "Increase sales"; stage s "Sales" }}'

    for title in ("Booking a hotel", "Seeing a dentist", "رزرو هتل", "خرید از فروشگاه اینترنتی"):
        text = journey.format(persona, title)
        assert len(messages("company-voiced-goal", text)) == 1
        assert len(messages("department-as-stage", text)) == 1


@pytest.mark.parametrize("name", ["Ivan", "Barber Ali", "SMB owner", "صاحب گاراژ"])
def test_a_persona_may_live_by_selling(name: str) -> None:
    text = 'persona p "{}" {{ goal "Get more customers"; goal "Increase sales"; goal "{}" }}'

    assert messages("company-voiced-goal", text.format(name, "افزایش فروش")) == []
    assert messages("company-voiced-goal", text.format(name, "Attract new customers")) == []


@pytest.mark.parametrize(
    "goal",
    [
        "Increase conversion",
        "Reduce customer churn",
        "Upsell to premium",
        "Buy from our brand again",
        "افزایش نرخ تبدیل",
        "کاهش ریزش مشتری",
        "آشنایی با محصولات ما",
    ],
)
def test_nobody_wants_these_in_life(goal: str) -> None:
    assert len(messages("company-voiced-goal", f'persona p "Ada" {{ goal "{goal}" }}')) == 1


def test_the_title_of_a_journey_may_tell_of_business() -> None:
    assert not messages(
        "company-voiced-goal",
        'journey j "Opening a shop on a marketplace for sellers" { goal "Increase sales" }',
    )


def test_what_a_variant_takes_over_is_said_once() -> None:
    text = """
journey a "Buying a sofa" { goal "Increase sales"; expects "Learn about our products" }
journey b "Buying a sofa, next year" { extends a; state future }
"""

    assert len(messages("company-voiced-goal", text)) == 2


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ('goal "Increase sales"', 'objective "Increase sales"'),
        ('goal buy "Increase sales"', 'objective "Increase sales"'),
        ("goal «Increase sales»", "objective «Increase sales»"),
        ('هدف "فروش بیشتر"', 'هدف‌سازمان "فروش بیشتر"'),
        ("هدف خرید «فروش بیشتر»", "هدف‌سازمان «فروش بیشتر»"),
    ],
)
def test_a_goal_becomes_an_objective(line: str, mended: str) -> None:
    text = f'journey a "Buying a sofa" {{\n  {line}\n}}\n'
    before = found("company-voiced-goal", text)

    after = mend(
        before,
        lambda texts: found("company-voiced-goal", next(iter(texts.values()))),
        unsafe=True,
    )

    assert [item.fix is not None and item.fix.safe for item in before] == [False]
    assert list(after.texts.values()) == [text.replace(line, mended)]
    assert after.diagnostics == ()


def test_a_goal_of_several_lines_is_left_to_its_author() -> None:
    text = 'journey a "A" {\n  goal """\n    Increase sales\n    by a lot\n    """\n}\n'

    assert [item.fix for item in found("company-voiced-goal", text)] == [None]


SEGMENTS = """
Men 18–30
Men, 18 to 30
Male, 25-34
Women aged 25–35
SMB customers
Millennials
Gen Z
Gen Z shoppers
Target audience
Enterprise customers
Budget customer segment
Segment B
Adults 60+
People over 65
Small and medium businesses
Small businesses
Young urban professionals, 25-35
مردان ۱۸ تا ۳۰
مردان ۱۸ تا ۳۰ سال
مرد، ۱۸ تا ۳۰، مدیر
زنان ۲۵–۳۵ ساله
دهه هشتادی‌ها
نسل زد
مشتریان سازمانی
كسب‌وكارهای کوچک و متوسط
گروه هدف
""".strip().split("\n")

PERSONAS = """
Dana Okafor
Sam, 34
Sarah (25-34)
Young parent
New customer
Patient
Students
Young families
Millennial Mia
Zoe, a Gen Z shopper
Marketing manager
Men's shoe buyer
Segment analyst
Car owner
Retail worker
VIP guest
Retired teacher, 65-70
Small business owner
Nadia, who sent back a coat
مینا رستگار
اکبر یوسفی، ۶۸ ساله
مریم، ۳۰ تا ۳۵ ساله
مادر جوان
دانشجو
مشتری قدیمی
""".strip().split("\n")


@pytest.mark.parametrize("title", SEGMENTS)
def test_a_segment_is_no_persona(title: str) -> None:
    assert names_segment(title)
    assert len(messages("segment-as-persona", f'persona p "{title}"')) == 1
    assert len(messages("segment-as-persona", f'journey j "J" {{ for "{title}" }}')) == 1


@pytest.mark.parametrize("title", PERSONAS)
def test_a_person_or_a_role_is_a_persona(title: str) -> None:
    assert messages("segment-as-persona", f'persona p "{title}"') == []
    assert messages("segment-as-persona", f'journey j "J" {{ for "{title}" }}') == []


@pytest.mark.parametrize(
    ("age", "said"),
    [
        ("28", []),
        ("25..34", []),
        ("25..35", []),
        ("18..38", []),
        ("18..39", ["`p` is a segment, not one person, by its age span of 21 years (18 to 39)"]),
        ("۲۵..۶۰", ["`p` is a segment, not one person, by its age span of 35 years (25 to 60)"]),
    ],
)
def test_an_age_is_that_of_one_person(age: str, said: list[str]) -> None:
    assert messages("segment-as-persona", f'persona p "Sam" {{ age {age} }}') == said


DEPARTMENTS = """
Sales
Marketing
SALES
Sales & Marketing
Marketing department
Finance team
The HR department
Customer service department
Accounting
واحد فروش
حسابداری
بازاریابی
واحد مالی
دپارتمان فناوری اطلاعات
واحد خدمات پس از فروش
امور مشتریان
بخش فروش
روابط‌عمومی
""".strip().split("\n")

STAGES = """
Support
Onboarding
Delivery
Finance
IT
HR interview
Emergency department
Sales call
Talk to sales
Legal review
Service
After-sales
Research
Order
Logistics
Team
پشتیبانی
تحویل
خدمات پس از فروش
برقراری تماس
مراجعه به واحد فروش
فروش خودرو
بخش بستری
تیم پزشکی
""".strip().split("\n")


@pytest.mark.parametrize("title", DEPARTMENTS)
def test_a_department_is_no_stage(title: str) -> None:
    assert names_department(title)
    text = f'journey j "Buying a sofa" {{ stage s "{title}" }}'
    assert len(messages("department-as-stage", text)) == 1


@pytest.mark.parametrize("title", STAGES)
def test_what_customers_go_through_is_a_stage(title: str) -> None:
    text = f'journey j "Buying a sofa" {{ stage s "{title}" }}'
    assert messages("department-as-stage", text) == []


@pytest.mark.parametrize(
    ("team", "stage", "count"),
    [
        ('"Field operations" { kind unit }', "Field operations", 1),
        ('"Field operations" { kind partner }', "field  operations", 1),
        ('"گروه تعمیر سیار" { kind unit }', "گروه تعمیر سیار", 1),
        ('"Field operations" { kind person }', "Field operations", 0),
        ('"Field operations"', "Field operations", 0),
        ('"Onboarding" { kind unit }', "Onboarding", 0),
        ('"Delivery" { kind partner }', "Delivery", 0),
    ],
)
def test_a_declared_team_is_no_stage(team: str, stage: str, count: int) -> None:
    text = f'team t {team}\njourney j "Buying a sofa" {{ stage s "{stage}" }}'

    assert len(messages("department-as-stage", text)) == count


def test_who_is_in_business_may_go_through_accounting() -> None:
    text = 'journey j "Buying software as a small company" { stage s "Accounting" }'

    assert messages("department-as-stage", text) == []


CHANNELS = """
channel chat "Live chat" { kind chat }
channel phone "Phone" { kind phone }
channel website "Website" { kind web }
channel whatsapp "WhatsApp" { kind chat }
channel kiosk "Kiosk"
persona dana "Dana" { prefers chat }
persona sam "Sam" { prefers "Phone" }
persona kim "Kim" { prefers kiosk }
persona lee "Lee" { prefers "The little window" }
"""


@pytest.mark.parametrize(
    ("who", "body", "count"),
    [
        ("dana", "stage s { touchpoint t on website }", 1),
        ("dana", "stage s { touchpoint t on chat }", 0),
        ("dana", "stage s { touchpoint t on whatsapp }", 0),
        ("dana", "stage s { touchpoint t on website; touchpoint u on chat { status retired } }", 1),
        ("dana", "stage s { touchpoint t on website; touchpoint u on chat { status planned } }", 0),
        ("dana", 'stage s { skip chat "Not yet"; touchpoint t on website }', 0),
        ("dana", 'stage s { touchpoint t on "Live chat" }', 0),
        ("dana", 'stage s { touchpoint t on "گفت‌وگو" }', 0),
        ("dana", 'stage s { touchpoint t on "Phone" }', 1),
        ("dana", 'stage s { touchpoint t on "The little window" }', 0),
        ("dana", "stage s { touchpoint t on website; touchpoint u }", 0),
        ("dana", "stage s", 0),
        ("dana", "stage s { touchpoint t on website }; stage u; stage v", 0),
        ("dana", "status retired; stage s { touchpoint t on website }", 0),
        ("dana", "stage s { touchpoint t on website }; stage u { touchpoint v on chat }", 0),
        ("sam", "stage s { touchpoint t on phone }", 0),
        ("sam", "stage s { touchpoint t on website }", 1),
        ("sam", "stage s { touchpoint t on kiosk }", 0),
        ("kim", "stage s { touchpoint t on website }", 1),
        ("kim", 'stage s { touchpoint t on "Phone" }', 0),
        ("lee", "stage s { touchpoint t on website }", 0),
        ('"Somebody else"', "stage s { touchpoint t on website }", 0),
    ],
)
def test_a_preferred_channel_is_served(who: str, body: str, count: int) -> None:
    text = f'{CHANNELS}\njourney j "J" {{\n for {who}\n {body}\n}}'

    assert len(messages("preferred-channel-unserved", text)) == count


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "stage u { touchpoint v on website }",
            ["`u` offers `dana` no channel that they prefer: `chat`"],
        ),
        ('stage u { skip chat "No"; touchpoint v on website }', []),
        ("stage u { touchpoint v on whatsapp }", []),
        ("stage u", []),
    ],
)
def test_strictly_each_stage_offers_a_preferred_channel(body: str, said: list[str]) -> None:
    text = (
        f'{CHANNELS}\njourney j "J" {{\n for dana\n stage s {{ touchpoint t on chat }}\n {body}\n}}'
    )

    assert messages("preferred-channel-unserved", text) == []
    assert messages("preferred-channel-unserved", text, "strict") == said


def test_several_channels_that_nobody_offers_are_one_finding() -> None:
    text = f"""{CHANNELS}
persona eli "Eli" {{ prefers chat; prefers phone }}
persona fay "Fay" {{ prefers chat; prefers phone; prefers kiosk }}
journey j "J" {{ for eli; for fay; stage s {{ touchpoint t on website }} }}"""

    first, second = found("preferred-channel-unserved", text)
    assert first.message == (
        "`eli` prefers `chat` and `phone`, and nothing happens on either in this journey"
    )
    assert second.message == (
        "`fay` prefers `chat`, `phone` and `kiosk`, and nothing happens on any of them in this "
        "journey"
    )
    assert len(first.labels) == 2


PEOPLE = 'persona ruth "Ruth Lindqvist"\npersona tomas "Tomas"\n'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('for ruth; stage s { think as tomas "Hm" }', 1),
        ("for ruth; stage s { feel -1 as tomas; effort 3 as tomas }", 1),
        ("for ruth; stage s { touchpoint t { takes 2d as tomas; trust -1 as tomas } }", 1),
        ('for ruth; path p for tomas "Online"', 1),
        ('for ruth; stage s { think as "Somebody" "Hm" }', 1),
        ('for ruth; stage s { think as ruth "Hm"; think "Ah" }', 0),
        ('for ruth; stage s { think as "Ruth Lindqvist" "Hm" }', 0),
        ('for "Ruth Lindqvist"; stage s { think as ruth "Hm" }', 0),
        ('for "Nadia"; stage s { think as "nadia" "Hm" }', 0),
        ('stage s { think as tomas "Hm" }', 0),
    ],
)
def test_a_journey_is_about_its_own_personas(body: str, count: int) -> None:
    assert len(messages("stranger-in-the-journey", f'{PEOPLE}journey j "J" {{ {body} }}')) == count


def test_a_variant_may_speak_of_the_personas_of_its_base() -> None:
    text = f"""{PEOPLE}
journey a "A" {{ for ruth; for tomas; stage s {{ touchpoint t {{ think as ruth "Hm" }} }} }}
journey b "B" {{
  extends a; for tomas
  stage s {{ touchpoint t {{ feel +1 as ruth; feel -1 as tomas }} }}
}}
journey c "C" {{ extends b; stage s {{ touchpoint t {{ effort 2 as ruth }} }} }}
"""

    assert messages("stranger-in-the-journey", text) == []


QUESTIONS = 'question a "A?"; question b "B?"; question c "C?"; question d "D?"'


@pytest.mark.parametrize(
    ("body", "default", "strict"),
    [
        (f"{QUESTIONS}; stage s {{ touchpoint t {{ answers a; answers b; answers c }} }}", 1, 1),
        (f"{QUESTIONS}; stage s {{ touchpoint t {{ answers a; answers b }} }}", 0, 2),
        ('question a "A?"; question b "B?"; stage s { touchpoint t { answers a } }', 0, 1),
        ('question a "A?"; question "B?"; stage s { touchpoint t { answers a } }', 0, 1),
        ('question a "A?"; question b "B?"; stage s { touchpoint t }', 0, 2),
        (
            'question a "A?"; question b "B?"; question c "C?"\n'
            "stage s { touchpoint t { answers a } }",
            0,
            2,
        ),
        ('question a "A?"; stage s { touchpoint t { answers a } }', 0, 0),
        ('question a "A?"; stage s { touchpoint t { status retired; answers a } }', 0, 1),
        ('status retired; question a "A?"', 0, 0),
        ("stage s { touchpoint t }", 0, 0),
    ],
)
def test_questions_are_answered(body: str, default: int, strict: int) -> None:
    text = f'journey j "J" {{ {body} }}'

    assert len(messages("unanswered-question", text)) == default
    assert len(messages("unanswered-question", text, "strict")) == strict


def test_a_question_without_an_id_needs_one_to_be_answered() -> None:
    text = (
        'journey j "J" { question a "A?"; question "B?"; stage s { touchpoint t { answers a } } }'
    )

    (finding,) = found("unanswered-question", text, "strict")
    assert finding.help.startswith('give it an id: question some-id "…"')


NO_END = "the journey says what begins it and not what ends it"
NO_START = "the journey does not say what begins it"
NEITHER = "the journey says neither what begins it nor what ends it"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('starts "A"; ends "B"', []),
        ('starts "A"', [NO_END]),
        # The goal is how the author says it, and so is the exit of the last stage.
        ('starts "A"; goal "B"', []),
        ('starts "A"; stage s { exit "B" }', []),
        ('starts "A"; stage s { exit "B" }; stage t', [NO_END]),
        ('ends "B"', [NO_START]),
        ('goal "B"', [NO_START]),
        ("", [NEITHER]),
        ('status retired; starts "A"', []),
    ],
)
def test_a_journey_has_two_ends(body: str, said: list[str]) -> None:
    text = f'journey j "J" {{ {body} }}'

    assert messages("journey-without-boundaries", text, "strict") == said


def test_only_the_strict_profile_asks_for_boundaries() -> None:
    rule = catalogue().rules["journey-without-boundaries"]

    assert rule.profiles == ("strict",)


@pytest.mark.parametrize(
    ("journey", "body", "count"),
    [
        ("status validated", 'do assumed "Calls"', 1),
        ("status live", 'touchpoint t { confidence assumed; feel -1 assumed; say "Hm" }', 2),
        (
            "status validated",
            "touchpoint t { status planned; confidence assumed; feel 0 assumed }",
            0,
        ),
        ("status validated", 'think inferred "Hm"', 0),
        ("status draft", 'think assumed "Hm"', 0),
        ("level mid", 'think assumed "Hm"', 0),
        ("status validated; state future", 'think assumed "Hm"', 0),
    ],
)
def test_what_is_validated_is_not_assumed(journey: str, body: str, count: int) -> None:
    text = f'journey j "J" {{ {journey}; stage s {{ {body} }} }}'

    assert len(messages("assumption-in-validated-map", text)) == count


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('stage s { say assumed "Hm" }', 1),
        ('stage s { touchpoint t { say assumed "Hm" } }', 1),
        ('stage s { say "Hm"; say observed "Ah"; think assumed "Oh" }', 0),
        ('stage s { touchpoint t { status planned; say assumed "Hm" } }', 0),
        ('state future; stage s { say assumed "Hm" }', 0),
    ],
)
def test_a_quote_is_not_assumed(body: str, count: int) -> None:
    assert len(messages("assumed-quote", f'journey j "J" {{ {body} }}')) == count


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", ["of `p` nothing is told; to picture somebody takes 4"]),
        ("age 30", ["of `p` one fact is told; to picture somebody takes 4"]),
        (
            'age 30; segment "S"; image "p.png"',
            ["of `p` one fact is told; to picture somebody takes 4"],
        ),
        ('need "A"; need "B"; need "C"', ["of `p` 3 facts are told; to picture somebody takes 4"]),
        ('age 0; job "Baker"; need "A"; fact home "Flat"', []),
    ],
)
def test_a_persona_is_somebody(lines: str, said: list[str]) -> None:
    assert messages("thin-persona", f'persona p "P" {{ {lines} }}') == said


@pytest.mark.parametrize(
    ("journey", "severity"),
    [
        ("for p; status validated", "warning"),
        ("for p; status live", "warning"),
        ("for p; status draft", "info"),
        ('for "P"; status validated', "info"),
        ("status validated", "info"),
    ],
)
def test_a_trusted_map_needs_personas_that_were_met(journey: str, severity: str) -> None:
    text = f'persona p "P" {{ age 30 }}\njourney j "J" {{ {journey} }}'

    assert [item.severity.value for item in found("persona-without-evidence", text)] == [severity]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", ["nothing says which teams drew the map"]),
        (
            'contributor a; contributor "Web"',
            ['only `a` and "Web" drew the map; it takes 3 to see the whole journey'],
        ),
        (
            'contributor a; contributor "Team A" "Sam"; contributor "web"; contributor "Web"',
            ['only "Team A" and "Web" drew the map; it takes 3 to see the whole journey'],
        ),
        ('contributor a; contributor "Web"; contributor "Legal"', []),
        ('owner "Legal"; contributor a; contributor "Web"', []),
        (
            'owner "Team A"; contributor a; contributor "Web"',
            ['only "Team A" and "Web" drew the map; it takes 3 to see the whole journey'],
        ),
        ("owner a", ["only `a` drew the map; it takes 3 to see the whole journey"]),
        ("status retired", []),
    ],
)
def test_a_map_is_drawn_by_several_teams(lines: str, said: list[str]) -> None:
    assert messages("narrow-team", f'team a "Team A"\njourney j "J" {{ {lines} }}') == said


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("stage s { touchpoint t { feel -1 } }", 1),
        ('for p; stage s { think "Hm" }', 1),
        ("for q; stage s", 0),
        ('stage s { touchpoint t { say "Hm" } }', 0),
        ('stage s { feedback direct "Survey" }', 0),
        ('stage s { touchpoint t { pain "Slow" { evidence "Call log" } } }', 0),
        ('evidence "12 interviews"', 0),
        ("state future; stage s", 0),
        ("status retired; stage s", 0),
    ],
)
def test_customers_are_heard(body: str, count: int) -> None:
    text = f'persona p "P"\npersona q "Q" {{ quote "Hm" }}\njourney j "J" {{ {body} }}'

    assert len(messages("journey-without-customer-voice", text)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("importance 5 company 3", 1),
        ("importance 1 company 5", 1),
        ("importance 5 company 4", 0),
        ("importance 5", 0),
        ("importance 5 company 1; status retired", 0),
    ],
)
def test_company_and_customers_agree_what_matters(line: str, count: int) -> None:
    text = f'journey j "J" {{ stage s {{ touchpoint t {{ {line} }} }} }}'

    assert len(messages("importance-split", text)) == count


LACKS = {
    "journey-without-vision": 'vision "V"',
    "journey-without-persona": 'for "P"',
    "journey-without-scenario": 'scenario "S"',
    "journey-without-contact-reason": 'reason "R"',
    "journey-without-visit-type": "visit first",
}


@pytest.mark.parametrize("name", LACKS)
def test_what_a_journey_lacks_is_said_once_and_never_of_a_retired_one(name: str) -> None:
    base = 'journey a "A" { level mid }\njourney b "B" { extends a; state future }\n'

    assert len(messages(name, base)) == 1
    assert messages(name, 'journey a "A" { status retired }') == []
    assert messages(name, f'journey a "A" {{ {LACKS[name]} }}') == []
    inherited = f'journey a "A" {{ {LACKS[name]} }}\njourney b "B" {{ extends a; state future }}'
    assert messages(name, inherited) == []


def test_a_question_is_a_scenario_too() -> None:
    assert (
        messages("journey-without-scenario", 'journey a "A" { question "What will it cost?" }')
        == []
    )


def test_each_objective_serves_the_strategy() -> None:
    text = 'journey a "A" { objective "X" serves "S"; objective "Y"; objective "Z" }'

    assert messages("objective-without-strategy", text) == [
        'the objective "Y" serves no line of the strategy',
        'the objective "Z" serves no line of the strategy',
    ]


@pytest.mark.parametrize("company", [company_speaks, names_segment, names_department])
def test_long_texts_cost_no_more_than_their_length(company: object) -> None:
    """Patterns that backtrack without bounds would not come back."""
    assert callable(company)
    for piece in (
        "aged 18-30 years, ",
        "increase our the ",
        "convert the new ",
        "مشتری ها ",
        "a-b ",
    ):
        company(piece * 5_000 + "!")
