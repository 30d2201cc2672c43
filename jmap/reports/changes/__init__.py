"""Changes between two states of maps, for people and programs. Reports return text; only commands
print.
"""
