"""Put another exercise in the place of one, keeping what still applies."""

from __future__ import annotations

from soleus_desktop.guide.model import DOSE_FIELDS, Exercise
from soleus_desktop.plan.bounds import Stage
from soleus_desktop.plan.model import Dose, Entry, Load, Tempo


def replaced(entry: Entry, exercise: Exercise) -> Entry:
    """Return the entry with another exercise, under its id; the entry itself if it is that one.

    Numbers of the dose stay, or become the nearest that the exercise allows; a dose of another
    kind keeps its sets. Stage, load, tempo and knee bend stay where the exercise allows them; what
    does not, and what the entry left open, is as the exercise arrives. Stage and load agree.
    """
    if entry.exercise == exercise.id:
        return entry
    walks = "walk" in (entry.dose.type, exercise.dose)
    load = _load(entry, exercise)
    return entry.replace(
        exercise=exercise.id,
        stage=_stage(entry, exercise, load),
        dose=_dose(entry.dose, exercise),
        tempo=_tempo(entry, exercise),
        per_leg=exercise.default["per_leg"] or (entry.per_leg and not walks),
        knee_bend_deg=_knee_bend_deg(entry, exercise),
        load=load,
        rest_s=exercise.default["rest_s"] if walks else entry.rest_s,
    )


def _dose(dose: Dose, exercise: Exercise) -> Dose:
    known = {name: getattr(dose, name) for name in DOSE_FIELDS[dose.type]}
    same = dose.type == exercise.dose
    kept = {
        name: exercise.ranges[name].nearest_in(name, known[name])
        if name in exercise.ranges
        else known[name]
        for name in DOSE_FIELDS[exercise.dose]
        if name in known and (same or name == "sets")
    }
    start = dose if same else exercise.default_dose
    new: Dose = start.replace(**kept)
    return new


def _load(entry: Entry, exercise: Exercise) -> Load | None:
    """Keep a load where the guide names what carries it, or speaks of load without naming it."""
    open_to_any = not exercise.implements and ("weighted" in exercise.stages or exercise.custom)
    if entry.load and (open_to_any or entry.load.implement in exercise.implements):
        return entry.load
    usual: Load | None = exercise.default["load"]
    return usual


def _stage(entry: Entry, exercise: Exercise, load: Load | None) -> Stage | None:
    if load and "weighted" in exercise.stages:
        return "weighted"
    lost = entry.stage == "weighted" and load is None
    if entry.stage in exercise.stages and not lost:
        return entry.stage
    usual: Stage | None = exercise.default["stage"]
    return usual


def _tempo(entry: Entry, exercise: Exercise) -> Tempo | None:
    """Keep a tempo where there are repetitions or steps to do at it, at a speed that is allowed."""
    usual: Tempo | None = exercise.default["tempo"]
    tempo = entry.tempo
    if tempo is None or exercise.dose not in ("reps", "steps"):
        return usual
    phases = [name for name in ("up_s", "down_s") if name in exercise.ranges]
    allowed = all(exercise.ranges[name].holds(getattr(tempo, name)) for name in phases)
    return tempo if allowed else usual


def _knee_bend_deg(entry: Entry, exercise: Exercise) -> float | None:
    """Keep a knee bend where the guide gives a range that holds it, or the exercise is one's own.

    Elsewhere, as on the chair, the exercise itself decides how far the knee is bent.
    """
    bend, limit = entry.knee_bend_deg, exercise.ranges.get("knee_bend_deg")
    own = exercise.custom and exercise.knee == "bent"
    if bend is not None and (limit.holds(bend) if limit else own):
        return bend
    usual: float | None = exercise.default["knee_bend_deg"]
    return usual
