"""What the guide says, as typed data read from resources/guide and resources/figures.

Here belong exercises, ranges, facts and figures. Judging a plan by them belongs to `rules`.
"""
