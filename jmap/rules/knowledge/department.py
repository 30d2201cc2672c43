"""Titles that name a department of an organisation.

"Support", "Delivery" and the like are departments and stages both: they count only beside a word
such as team or unit. Who is at the "Finance" of a car purchase arranges a loan.
"""

from jmap.rules.knowledge.plain import either, plain
from jmap.rules.pattern import Pattern

_ALONE = either(
    r"""sales(?: (?:&|and) marketing)?|marketing(?: (?:&|and) sales)?|accounting|public relations
    |(?:واحد |بخش |اداره |دپارتمان |تیم )?(?:بازاریابی|فروش و بازاریابی
    |بازاریابی و فروش|حسابداری|روابط ?عمومی|منابع ?انسانی
    |امور (?:مشتریان|مالی|مشترکان|مشترکین|حقوقی|اداری|بازرگانی))|فروش"""
)
_WORK = either(
    """sales|marketing|sales (?:&|and) marketing|finance|financial|accounting|accounts
    |human resources|hr|it|legal|logistics|operations|procurement|purchasing
    |customer (?:service|services|care|success|support|relations)|(?:technical |tech )?support
    |billing|claims|credit|collections|compliance
    |product|engineering|quality(?: assurance| control)?|pr|public relations|r&d
    |back[ -]office|complaints|after-?sales|risk|underwriting|retention|communications"""
)
_WORK_IN_PERSIAN = either(
    """فروش|مالی|حقوقی|پشتیبانی|پشتیبانی فنی|خدمات پس از فروش|خدمات مشتریان|لجستیک|تدارکات|بازرگانی
    |فناوری اطلاعات|مشتریان|وصول مطالبات|کنترل کیفیت|تضمین کیفیت|اعتبارات|خسارت|محصول|عملیات
    |پشتیبانی مشتریان"""
)
_DEPARTMENT = Pattern(
    either(
        rf"""{_ALONE}|(?:the )?{_WORK} (?:department|dept\.?|team|division|unit)
        |(?:واحد|دپارتمان|اداره|تیم) {_WORK_IN_PERSIAN}|بخش (?:فروش|مالی|حقوقی|بازرگانی)"""
    )
)


def names_department(title: str) -> bool:
    """Whether a title names nothing but a department, such as "Sales" or "Finance team"."""
    return _DEPARTMENT.fullmatch(plain(title)) is not None
