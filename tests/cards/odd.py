"""Plans at the edge of what a plan file allows: the longest texts, the largest numbers."""

from __future__ import annotations

from hypothesis import strategies as st

from soleus_desktop.plan.bounds import DAYS
from soleus_desktop.plan.edits import set_day, set_entry, set_week
from soleus_desktop.plan.model import (
    Athlete,
    CustomExercise,
    Entry,
    Hold,
    Load,
    Plan,
    Reps,
    Steps,
    Tempo,
    Waiver,
)
from tests.build import GUIDE, plan_of
from tests.cards.printing import own_exercise

MARKUP = (
    "<b>",
    "A & B",
    "&amp;",
    '<img src="/etc/passwd"/>',
    '<font color="[].__class__">',
    "(a) \\ (b",
    "%PDF",
)
STRANGE = (
    "שלום",
    "مرحبا",
    "\U0001f9b5\U0001f3fd",
    "👩‍👩‍👧",
    "q\u0301\u0323",
    "\u202eabc",
    "漢字",
    "e\u0301",
)


def crowded() -> Plan:
    """A day of fifty entries and one of twelve."""
    names = list(GUIDE.exercises)
    plan = plan_of(
        [
            "w1 mon: " + "; ".join(names[n % 6] for n in range(50)),
            "w1 tue: " + "; ".join(names[n % 6] for n in range(12)),
            "w1 wed: uphill-walk",
        ]
    )
    return set_entry(plan, "e1", dose=Reps(sets=12, reps=12), per_leg=True)


def longest() -> Plan:
    """Everything as long and as wide as it may be."""
    own = own_exercise(
        name="W" * 200,
        how_to=("y" * 10_000, *["step " * 40] * 8),
        cue="c " * 5000,
        video="https://example.org/" + "q" * 9_000,
    )
    entry = Entry(
        id="e1",
        exercise="own",
        stage="single-leg",
        dose=Steps(sets=1000, steps=1000),
        tempo=Tempo(up_s=1234.567, hold_s=0.00001, down_s=3600),
        per_leg=True,
        knee_bend_deg=119.9999,
        load=Load(kg=999.9999, implement="dumbbells"),
        rest_s=3599.999,
        note="n" * 10_000,
    )
    second = entry.replace(id="e2", dose=Reps(sets=4, reps=1000), note="word " * 2000)
    plan = plan_of([]).replace(
        title="W" * 200, athlete=Athlete(name="M" * 200), exercises=(own,), start="2026-03-02"
    )
    plan = set_week(plan, 0, label="W" * 200, note="verse\n" * 1600)
    return set_day(plan, 0, 0, note="remark " * 1400, entries=(entry, second))


def wordy() -> Plan:
    """What a thorough coach writes: long names and notes, many steps, pounds, a waiver."""
    own = own_exercise(
        name="Single-leg eccentric heel drop off the edge of a step with a slow return and a pack",
        how_to=tuple(
            f"{n}: hold the rail, shift your weight over and lower the heel slowly, as counted."
            for n in range(8)
        ),
        cue="Keep the knee over the second toe; do not bounce.",
        video="https://example.org/watch?v=abcdefghijk",
    )
    entry = Entry(
        id="e8",
        exercise="own",
        stage="weighted",
        dose=Reps(sets=5, reps=12),
        tempo=Tempo(up_s=3, hold_s=2, down_s=4),
        per_leg=True,
        knee_bend_deg=25,
        load=Load(kg=22.5, implement="dumbbells"),
        rest_s=90,
        note="Stop when it hurts more than 3 of 10, and write down how the first steps went. " * 2,
    )
    plan = plan_of(
        [
            "w1 mon: bent-knee-calf-raise 6x12; isometric-hold",
            "w1 tue: seated-calf-raise",
            "w1 thu: walking-lunge-heel-raise",
            "w2 mon: bent-knee-calf-raise",
        ]
    )
    waiver = Waiver(rule="sets-outside-guide", entry="e1", reason="Two lighter days follow.")
    plan = plan.replace(
        title="Twelve weeks back to the mountain marathon, with care, after a calf strain",
        athlete=Athlete(
            name="Maximiliane-Alexandra von Hohenstein", units="lb", events=("ultra", "trail")
        ),
        coach="Dr. Konstantin Papadopoulos-Schwarzenberg",
        start="2026-03-02",
        exercises=(own,),
        waivers=(waiver,),
        notes="What we agreed on in February. " * 8,
    )
    note = (
        "Sleep well, begin each day without weight, and tell me on Sunday how the steps felt. " * 3
    )
    plan = set_week(
        plan, 0, label="Learn to lower slowly, both legs first, with a hand on a rail", note=note
    )
    first = plan.weeks[0].days[0]
    note = "No running before this session. " * 6
    return set_day(plan, 0, 0, note=note, entries=(*first.entries, entry))


def strange() -> Plan:
    """Texts that are markup elsewhere, and writing that the typeface does not have."""
    own = CustomExercise(
        id="x", name=" ".join(STRANGE), dose="hold", video="javascript:alert(1)", ranges={}
    )
    dose = Hold(sets=1, seconds=1)
    entries = tuple(
        Entry(id=f"e{n}", exercise="x", dose=dose, note=text)
        for n, text in enumerate((*MARKUP, *STRANGE))
    )
    plan = plan_of([]).replace(title=MARKUP[0], athlete=Athlete(name=MARKUP[1]), exercises=(own,))
    plan = set_week(plan, 0, label=MARKUP[4], note=MARKUP[3])
    return set_day(plan, 0, 0, note="\n".join(MARKUP), entries=entries)


ODD = {"crowded": crowded, "longest": longest, "strange": strange}


HOSTILE = (*MARKUP, *STRANGE, "W" * 200, "{0} %s %(x)s", "=cmd|' /C calc'!A0", "$HOME `id`", " ")
"""Texts for any place where a person types one."""

LONGER = (*HOSTILE, "y" * 10_000, "line\n" * 60, "word " * 200)
ORDINARY = st.text("abcxyzÄßéøŁŵΩжЯ .,;:()-–·'\"/0189", max_size=40)


@st.composite
def odd_plans(draw: st.DrawFn) -> Plan:
    """Plans of a few days, some of them crowded, with such texts wherever one is typed."""
    name = (st.sampled_from(HOSTILE) | ORDINARY).filter(str.strip)
    text = st.sampled_from(LONGER) | ORDINARY
    own = own_exercise(
        name=draw(name),
        how_to=tuple(draw(st.lists(name, max_size=9))),
        cue=draw(text),
        video=draw(
            st.sampled_from([None, "https://a.b/c", "file:///etc/passwd", "https://\u202e"])
        ),
    )
    lines = []
    for week in range(1, 1 + draw(st.integers(1, 2))):
        for day in draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True)):
            count, first = draw(st.sampled_from([1, 2, 3, 12, 50])), draw(st.integers(0, 6))
            names = [*GUIDE.exercises, "own"]
            lines.append(
                f"w{week} {day}: " + "; ".join(names[(first + n) % 7] for n in range(count))
            )
    given = {key: getattr(own, key) for key in ("id", "name", "dose", "how_to", "cue", "video")}
    plan = plan_of(lines, exercises=[given], athlete={"name": draw(name)})
    plan = plan.replace(title=draw(name), coach=draw(name), notes=draw(text), start="2026-03-02")
    plan = set_week(plan, 0, label=draw(name), note=draw(text))
    for week, days in enumerate(plan.weeks):
        for day, held in enumerate(days.days):
            if held.entries:
                plan = set_day(plan, week, day, note=draw(text))
                plan = set_entry(
                    plan, held.entries[0].id, note=draw(text), per_leg=draw(st.booleans())
                )
    return plan
