"""Maps in other languages: what authors wrote as a catalogue of texts, and a workspace in the words
of one.
"""
