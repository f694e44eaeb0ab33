"""Files: bytes in, a plan out, and back; and how a file gets on to the disk in one piece.

Here belong the plan's format, its schema, atomic writing and settings. What a plan means, and
where the folders are, does not. Only here stand pydantic and jiter, imported when first needed.
"""
