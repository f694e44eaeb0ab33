"""What the guide makes of a plan: ``(plan, guide) -> findings``; a fix is ``Plan -> Plan``.

One engine, one explicit table, one file a rule, named after the wrong pattern; its docstring is
its help. Showing, waiving and applying belong to the shells.
"""
