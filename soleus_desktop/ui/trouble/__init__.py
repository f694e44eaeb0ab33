"""The window under fire: what goes wrong is told once, and the work is on the disk before that.

``report`` says what happened without a word of a plan, ``hooks`` catches it wherever it happens,
``dialog`` tells it, ``log`` keeps Qt's messages, ``ending`` ends in order when the system asks.
"""
