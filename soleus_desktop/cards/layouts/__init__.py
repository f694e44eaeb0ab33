"""The layouts: what stands on the cards and pages of each. One module a layout, one table.

A layout takes a `Job` and yields leaves, in the order of printing and as they are asked for, so
that the first page of a long plan needs no more than itself.
"""
