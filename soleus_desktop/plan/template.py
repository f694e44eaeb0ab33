"""Plans to begin from: what a plan gives away as a template, and what a template becomes."""

from __future__ import annotations

from soleus_desktop.plan.model import Plan


def as_template(plan: Plan, title: str) -> Plan:
    """Return the plan under another title, without what is one athlete's alone.

    Name and body mass go, with what another program wrote about the athlete, the date and the
    plan's own id. What decides which checks apply stays: events, concerns, starting stage.
    """
    athlete = plan.athlete.replace(name="", body_mass_kg=None, extra=())
    return plan.replace(id=None, title=title, start=None, athlete=athlete)


def from_template(template: Plan, plan_id: str) -> Plan:
    """Return the plan that begins from a template, with an id of its own."""
    return template.replace(id=plan_id)
