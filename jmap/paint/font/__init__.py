"""Vazirmatn (SIL Open Font License 1.1, OFL.txt), cut to Latin, Arabic and Persian, and the widths
of its letters.
"""
