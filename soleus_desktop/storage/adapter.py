"""What turns JSON into the plan's types and back, built when it is first needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from soleus_desktop.plan.model import Plan

if TYPE_CHECKING:  # at run time not before a file is read or written
    from pydantic import TypeAdapter


@cache
def plan_adapter() -> TypeAdapter[Plan]:
    """Return what reads and writes plans."""
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


@cache
def json_adapter() -> TypeAdapter[Any]:
    """Return what writes any JSON value, in the same layout as plans."""
    from pydantic import TypeAdapter

    return TypeAdapter(Any)
