"""The board: a row a week, a column a day, the exercises as chips.

One table view with one delegate: quick to paint, and readable to assistive technology.
"""
