"""The live preview: maps in the browser, drawn again whenever their files are saved.

``look`` turns paths into what there is to see and knows nothing of servers; ``serve`` shows it.
"""
