"""A plan's training days as printed cards: ``Plan -> PDF``. The only place that knows ReportLab.

What a card says (`content`), how its parts are laid out (`header`, `exercise`, `foot`) and shared
out on cards and sheets (`flow`, `sheet`), how it looks (`look`) and how it is drawn (`draw`) are
kept apart, so that another layout adds files and changes none. Files, clocks and chance do not
belong here: folders are handed in, bytes are handed back.
"""
