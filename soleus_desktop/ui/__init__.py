"""The window: the only place that knows Qt.

Everything a person does here goes through `session.apply` as an edit of the plan; what the
program knows about a plan comes from the packages below.
"""
