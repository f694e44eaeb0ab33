"""What a crash leaves, so that nothing is lost: a journal of the edits that no file holds yet.

A journal is one file in the program's state folder, never beside the plan: ``journal`` writes it,
``records`` says what is in it, ``recovered`` reads it after a crash, ``hold`` tells whether the
program that writes it still lives, ``bin`` keeps what was discarded.
"""
