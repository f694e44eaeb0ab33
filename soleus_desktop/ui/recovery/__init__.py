"""Plans that are kept besides their files, shown to choose from: after a crash, of former times.

``kept`` says what is shown of one, ``rows`` and ``dialog`` show them, ``offer`` asks after a crash,
``previous`` goes back to what was saved before.
"""
