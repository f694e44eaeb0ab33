"""A plan given away as a template, and a template begun from."""

from __future__ import annotations

from hypothesis import given

from soleus_desktop.plan.model import Athlete, Plan, new_plan
from soleus_desktop.plan.template import as_template, from_template
from tests.strategies import plans


def test_a_template_leaves_out_what_is_one_athletes_alone() -> None:
    athlete = Athlete(
        name="Robin",
        events=("trail",),
        returning_from_injury=True,
        concerns=("achilles",),
        starting_stage="single-leg",
        body_mass_kg=61.5,
        extra=(("born", "1990-01-01"),),
    )
    plan = new_plan(2, "Robin's spring").replace(
        id="a", coach="Kim", notes="Slowly.", start="2026-03-02", athlete=athlete
    )
    assert as_template(plan, "Spring") == new_plan(2, "Spring").replace(
        coach="Kim",
        notes="Slowly.",
        athlete=athlete.replace(name="", body_mass_kg=None, extra=()),
    )


@given(plans())
def test_a_template_keeps_the_weeks_and_what_they_need(plan: Plan) -> None:
    template = as_template(plan, "Again")
    assert (template.weeks, template.exercises, template.waivers) == (
        plan.weeks,
        plan.exercises,
        plan.waivers,
    )
    assert as_template(template, "Again") == template


def test_what_is_begun_has_an_id_of_its_own() -> None:
    template = new_plan(1, "Spring")
    for one in (template, template.replace(id="old")):
        assert from_template(one, "new") == template.replace(id="new")
