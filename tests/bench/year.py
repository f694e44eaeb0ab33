"""The plan that the benches use: a year, 52 weeks of 7 days of 6 entries."""

from __future__ import annotations

from pathlib import Path

from soleus_desktop.guide.load import load_guide
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Day, Plan, Week

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def the_guide() -> Guide:
    """The guide as the program reads it."""
    return load_guide(RESOURCES / "guide")


def year(guide: Guide, weeks: int = 52) -> Plan:
    """A plan that follows the guide but for its hints, each week an object of its own."""
    exercises = tuple(guide.exercises.values())
    return Plan(
        title="A year",
        start="2026-01-05",
        weeks=tuple(
            Week(
                label=f"Week {week + 1}",
                days=tuple(
                    Day(
                        kind="recovery",
                        entries=tuple(
                            exercise.entry(f"e{week}-{day}-{number}")
                            for number, exercise in enumerate(exercises)
                        ),
                    )
                    for day in range(7)
                ),
            )
            for week in range(weeks)
        ),
    )
