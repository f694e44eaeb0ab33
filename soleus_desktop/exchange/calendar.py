"""A plan as a calendar: an all-day event for each day with exercises (iCalendar, RFC 5545).

An event's UID names the plan, the week and the how-manieth session of that week it is. So importing
a newer export changes the events that are there, also when a session has moved to another day.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event, vText

from soleus_desktop.exchange.text import day_lines
from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Day, Plan
from soleus_desktop.plan.place import date_of

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_KINDS = {"training": "Training", "recovery": "Recovery", "rest": "Rest", "race": "Race"}


class NoDates(ValueError):
    """The plan has no start, so its days are on no date."""


def calendar(plan: Plan, exercises: dict[str, Exercise], made: datetime) -> bytes:
    """Return the plan as an iCalendar file.

    `made` is now, with a time zone: a later export outranks an earlier one by its SEQUENCE, which
    counts seconds. Raises NoDates.
    """
    if plan.start is None:
        raise NoDates("the plan has no start date; a calendar needs one")
    found = Calendar()
    found.add("prodid", "-//Soleus Desktop//Soleus plan//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    if plan.title:
        found.add("x-wr-calname", vText(plan.title))  # which escapes commas and line breaks
    name = _name(plan)
    for w, week in enumerate(plan.weeks):
        days = [(d, day) for d, day in enumerate(week.days) if day.entries]
        for session, (d, day) in enumerate(days, 1):
            event = _event(plan, w, d, day, exercises)
            event.add("uid", f"{name}-{w + 1}-{session}@soleus-desktop")
            event.add("dtstamp", made.astimezone(UTC))
            event.add("last-modified", made.astimezone(UTC))
            event.add("sequence", max(int((made - _EPOCH).total_seconds()), 0))
            found.add_component(event)
    data: bytes = found.to_ical()
    return data


def _event(plan: Plan, w: int, d: int, day: Day, exercises: dict[str, Exercise]) -> Event:
    date = date_of(plan, w, d)
    assert date is not None
    event = Event()
    names = dict.fromkeys(exercises[entry.exercise].brief for entry in day.entries)
    event.add("summary", f"{_KINDS[day.kind]}: {', '.join(names)}")
    event.add("dtstart", date)
    event.add("dtend", date + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # nobody is busy all day for it
    event.add("description", "\n".join(day_lines(plan, w, d, exercises)))
    return event


def _name(plan: Plan) -> str:
    """The plan's id; for one that has none what it is called and when it begins."""
    if plan.id:
        return plan.id
    said = "\n".join((plan.title, plan.athlete.name, plan.start or ""))
    return sha256(said.encode()).hexdigest()[:16]
