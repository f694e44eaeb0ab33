"""The preview of the cards: the PDF itself, its pages, and the options beside them.

Nothing here draws a card; `cards` does. PDFium, which shows what came of it, stands here alone.
"""
