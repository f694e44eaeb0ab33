"""Dialogs: one a file; each returns what a person answered and changes nothing itself."""
