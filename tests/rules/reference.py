"""The rules a second time, straight from their table: slow, plain, on the JSON of a plan file.

Nothing of the program is used here, so that a slip in one of the two shows as a difference. A
finding is (rule, week from 1, day, entry, waived), with None where a part does not apply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[int | None, str | None, str | None]
Placed: TypeAlias = list[tuple[Place, Json, Json]]
Told: TypeAlias = tuple[str, int | None, str | None, str | None, bool]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STAGES = ("bodyweight", "single-leg", "weighted")
DOSES: dict[str, dict[str, tuple[float, float]]] = {
    "bent-knee-calf-raise": {"sets": (3, 4), "reps": (12, 20)},
    "seated-calf-raise": {"sets": (3, 5), "reps": (15, 25)},
    "isometric-hold": {"sets": (3, 5), "seconds": (30, 60)},
    "eccentric-heel-drop": {"sets": (3, 3), "reps": (8, 12)},
    "walking-lunge-heel-raise": {"sets": (2, 3), "steps": (20, 30)},
    "uphill-walk": {"minutes": (10, 30), "incline_pct": (5, 10)},
}
RULE_OF = {
    "sets": "sets-outside-guide",
    "reps": "reps-outside-guide",
    "seconds": "hold-outside-guide",
    "steps": "steps-outside-guide",
    "minutes": "minutes-outside-guide",
    "incline_pct": "incline-outside-guide",
}


def findings(plan: Json) -> list[Told]:
    """Return all findings of a plan, sorted."""
    placed: Placed = [
        ((number, DAYS[index], entry["id"]), day, entry)
        for number, week in enumerate(plan["weeks"], 1)
        for index, day in enumerate(week["days"])
        for entry in day["entries"]
    ]
    if not placed:
        return []
    told: list[tuple[str, Place]] = []
    for place, day, entry in placed:
        told += [(rule, place) for rule in _of_entry(entry, day, plan)]
    told += _of_weeks(plan)
    told += [(rule, (None, None, None)) for rule in _of_plan(plan, placed)]
    told += _skipped(plan, placed) + _dropped(placed) + _loaded_too_soon(placed)
    return in_order((rule, *place, _waived(plan, rule, place)) for rule, place in told)


def in_order(told: Iterable[Told]) -> list[Told]:
    """Sort findings whose parts may be None."""
    return sorted(told, key=lambda one: tuple(map(str, one)))


def _of_entry(entry: Json, day: Json, plan: Json) -> Iterator[str]:
    name = entry["exercise"]
    own = next((made for made in plan["exercises"] if made["id"] == name), None)
    for field, (least, most) in (own["ranges"] if own else DOSES[name]).items():
        if field in entry["dose"] and not least <= entry["dose"][field] <= most:
            yield RULE_OF[field]
    if own:
        if own["knee"] == "straight":
            yield "straight-knee-work"
        return
    tempo, knee, load = entry["tempo"], entry["knee_bend_deg"], entry["load"]
    if name == "bent-knee-calf-raise":
        if tempo is None or tempo["up_s"] != 3 or tempo["down_s"] != 3:
            yield "tempo-outside-guide"
        if load and load["implement"] not in ("dumbbells", "pack"):
            yield "implement-not-in-guide"
        if entry["stage"] and (entry["stage"] == "weighted") != (load is not None):
            yield "stage-and-load-disagree"
    slight = name in ("bent-knee-calf-raise", "isometric-hold")
    if slight and knee is not None and not 20 <= knee <= 30:
        yield "knee-outside-guide"
    if name == "eccentric-heel-drop":
        if tempo is None or not 4 <= tempo["down_s"] <= 5:
            yield "tempo-outside-guide"
        if knee == 0:
            yield "knee-outside-guide"
        if not entry["per_leg"]:
            yield "not-per-leg"
    if name == "seated-calf-raise":
        if load is None:
            yield "seated-without-weight"
        elif load["implement"] not in ("barbell", "dumbbells", "kettlebell"):
            yield "implement-not-in-guide"
    free = plan["athlete"]["returning_from_injury"] or day["kind"] == "recovery"
    if name == "uphill-walk" and not free:
        yield "uphill-on-training-day"


def _of_weeks(plan: Json) -> list[tuple[str, Place]]:
    bent = {*DOSES, *(own["id"] for own in plan["exercises"] if own["knee"] == "bent")}
    return [
        ("week-without-soleus-work", (number, None, None))
        for number, week in enumerate(plan["weeks"], 1)
        if not any(entry["exercise"] in bent for day in week["days"] for entry in day["entries"])
    ]


def _of_plan(plan: Json, placed: Placed) -> Iterator[str]:
    used = {entry["exercise"] for _, _, entry in placed}
    athlete = plan["athlete"]
    if "bent-knee-calf-raise" not in used:
        yield "cornerstone-missing"
    if {"trail", "ultra"} & {*athlete["events"]} and "eccentric-heel-drop" not in used:
        yield "trail-without-eccentric"
    troubled = {"achilles", "insertional-achilles", "calf"} & {*athlete["concerns"]}
    if troubled and "isometric-hold" not in used:
        yield "tendon-without-isometric"
    if athlete["returning_from_injury"] and "uphill-walk" not in used:
        yield "returning-without-uphill"


def _raises(placed: Placed) -> list[tuple[Place, int]]:
    return [
        (place, STAGES.index(entry["stage"]))
        for place, _, entry in placed
        if entry["exercise"] == "bent-knee-calf-raise" and entry["stage"]
    ]


def _skipped(plan: Json, placed: Placed) -> list[tuple[str, Place]]:
    start = STAGES.index(plan["athlete"]["starting_stage"])
    raises = _raises(placed)
    told: list[tuple[str, Place]] = []
    for stage in (1, 2):
        places = [place for place, at in raises if at == stage]
        before = [place for place, at in raises if at == stage - 1]
        if places and stage - 1 >= start and not any(_earlier(b, places[0]) for b in before):
            told.append(("stage-skipped", places[0]))
    return told


def _dropped(placed: Placed) -> list[tuple[str, Place]]:
    days: list[list[tuple[Place, int]]] = []
    for place, stage in _raises(placed):
        if days and days[-1][0][0][:2] == place[:2]:
            days[-1].append((place, stage))
        else:
            days.append([(place, stage)])
    told: list[tuple[str, Place]] = []
    for before, day in pairwise(days):
        reached = max(stage for _, stage in before)
        told += [("stage-dropped-back", place) for place, stage in day if stage < reached][:1]
    return told


def _loaded_too_soon(placed: Placed) -> list[tuple[str, Place]]:
    holds = [(place, entry) for place, _, entry in placed if entry["exercise"] == "isometric-hold"]
    loaded = [place for place, entry in holds if entry["load"]]
    easy = [p for p, entry in holds if not entry["load"] and entry["dose"]["seconds"] >= 60]
    if loaded and not any(_earlier(place, loaded[0]) for place in easy):
        return [("load-before-bodyweight-is-easy", loaded[0])]
    return []


def _earlier(one: Place, other: Place) -> bool:
    """Tell whether a place lies on an earlier day than another."""
    assert one[0] and one[1] and other[0] and other[1]
    return (one[0], DAYS.index(one[1])) < (other[0], DAYS.index(other[1]))


def _waived(plan: Json, rule: str, place: Place) -> bool:
    for waiver in plan["waivers"]:
        entry, week = waiver["entry"], waiver["week"]
        here = entry == place[2] if entry else week == place[0] if week else True
        if waiver["rule"] == rule and here:
            return True
    return False
