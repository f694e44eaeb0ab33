"""The panels around the board. They show the session and ask it, never each other."""
