"""Findings and gaps as text and data. Reports return text; only commands print."""
