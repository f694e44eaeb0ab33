"""Widgets that know nothing of plans: fields, marks, layouts."""
