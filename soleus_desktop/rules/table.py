"""Every rule, in the order in which findings at one place are listed."""

from __future__ import annotations

from soleus_desktop.rules import (
    cornerstone_missing,
    implement_not_in_guide,
    knee_outside_guide,
    load_before_bodyweight_is_easy,
    not_per_leg,
    returning_without_uphill,
    seated_without_weight,
    stage_and_load_disagree,
    stage_dropped_back,
    stage_skipped,
    straight_knee_work,
    tempo_outside_guide,
    tendon_without_isometric,
    trail_without_eccentric,
    uphill_on_training_day,
    week_without_soleus_work,
)
from soleus_desktop.rules.finding import Rule
from soleus_desktop.rules.limits import LIMIT_RULES

RULES: tuple[Rule, ...] = (
    *LIMIT_RULES,
    tempo_outside_guide.RULE,
    knee_outside_guide.RULE,
    not_per_leg.RULE,
    implement_not_in_guide.RULE,
    stage_and_load_disagree.RULE,
    seated_without_weight.RULE,
    straight_knee_work.RULE,
    stage_skipped.RULE,
    stage_dropped_back.RULE,
    load_before_bodyweight_is_easy.RULE,
    week_without_soleus_work.RULE,
    uphill_on_training_day.RULE,
    cornerstone_missing.RULE,
    trail_without_eccentric.RULE,
    tendon_without_isometric.RULE,
    returning_without_uphill.RULE,
)
BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}
