"""Plans on their way to other programs, and back: one file a format.

``(plan, exercises) -> bytes`` or text, without reading or writing any file. What only prints
belongs to `cards`, the plan's own file to `storage`.
"""
