"""Hostile inputs as data, by the rows of the table of trials: files, texts to print, the window."""
