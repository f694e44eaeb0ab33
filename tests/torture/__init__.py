"""Trials of what must never happen: files lost, torn or stale, whatever the program dies of.

``python -m tests.torture [NAME ...] [--times N]`` runs them and prints figures; the test suite runs
a short form of each. Every trial is a function of how often, and of a seed; it returns what it saw
and raises `Broken` at once where something was lost.
"""
