"""Findings and gaps as text and data for people and programs. Reports return text; only commands print."""
