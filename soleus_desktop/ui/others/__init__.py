"""Others at the same file: other windows, other people, programs that sync folders.

``lock`` tells who has a plan open, ``disk`` when its file changed, ``desk`` what is done about it.
"""
