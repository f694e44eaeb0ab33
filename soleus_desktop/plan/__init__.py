"""The plan as a value: its types, places in it, edits of it, its words.

Here belong frozen values and functions ``Plan -> Plan``. Files, clocks, chance, the guide and
widgets do not.
"""
