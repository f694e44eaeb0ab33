"""Plans that are worked out: how an exercise goes on over the weeks.

What it makes is an ordinary edit of a plan, which the rules judge like any other. Showing it and
applying it belong to the window.
"""
