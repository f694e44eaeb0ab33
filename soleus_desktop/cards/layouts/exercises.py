"""Exercise sheets: one exercise large, with all that is to be known of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from soleus_desktop.cards.block import (
    Block,
    Bookmark,
    Group,
    Leaf,
    Link,
    Mark,
    Picture,
    Row,
    Words,
    gap,
)
from soleus_desktop.cards.content import carries
from soleus_desktop.cards.exercise import code_place, tempo_rows
from soleus_desktop.cards.figures import pair_of
from soleus_desktop.cards.header import DOT
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.look import enlarged
from soleus_desktop.cards.pages import Book, text
from soleus_desktop.cards.qr import QUIET
from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Entry

LARGER = 1.25
"""Type of a sheet from A5 on, of that of a session card on the same paper."""

LARGER_FROM = 300.0
FIGURE_SHARES = (0.42, 0.36, 0.3, 0.25, 0.2)
"""Heights of the figures, of the page's: the first with which one page holds all."""


def exercises(job: Job) -> Iterator[Leaf]:
    """Yield the sheets of the exercises in the days to print, in the order in which they come."""
    for exercise in job.used():
        yield from _Sheet(job, exercise).leaves()


class _Sheet:
    """One exercise; on paper that lies on its side the pictures stand beside the words."""

    def __init__(self, job: Job, exercise: Exercise) -> None:
        setting = job.setting
        if min(setting.width, setting.height) >= LARGER_FROM and not job.options.large_print:
            larger = enlarged(setting.scale, LARGER)._replace(title=setting.scale.title)
            setting = setting._replace(grid=setting.grid._replace(scale=larger))
        self._job = job._replace(setting=setting)
        self._exercise = exercise
        self._told = told = setting.words.exercise(exercise)
        also = (told.also,) if told.also and told.also != told.short else ()
        across = 2 if setting.width > setting.height else 1
        marks = (Bookmark(0, told.name),)
        self._book = Book(self._job, told.name, "", also, (), marks, across)
        self._setting = self._book.column

    def leaves(self) -> Iterator[Leaf]:
        """Yield its pages; the figures are as large as all of it on one page allows."""
        sections = list(self._sections())
        height = sum([section.height for section in sections])
        if self._book.across > 1:
            return self._book.leaves([self._pictures(FIGURE_SHARES[0]), *sections])
        pictures = [self._pictures(share) for share in FIGURE_SHARES]
        room = self._book.first_room - height
        fitting = (shown for shown in pictures if shown.height <= room)
        return self._book.leaves([next(fitting, pictures[0]), *sections])

    def _pictures(self, share: float) -> Group:
        """Return both figures with what they are below, and the code of the video."""
        setting, grid, scale = self._setting, self._setting.grid, self._setting.scale
        words, face = setting.words, setting.face
        pair = pair_of(setting.figures, self._exercise.figure)
        code = code_place(self._exercise.video, setting)
        code_w = code.side + 2 * QUIET * code.module if code else 0.0
        wide = (setting.width - code_w - grid.gap) / (pair.right - pair.left)
        zoom = min(setting.height * share / pair.height, wide)
        alt = words.say("figure_of", name=self._told.name)
        marks: list[Mark] = [
            Picture(-pair.left * zoom, 0, "figure", self._exercise.figure, zoom, alt)
        ]
        height = pair.height * zoom
        for at, key in enumerate(("start", "end")):
            said = words.say(key)
            half = pair.width * zoom / 2
            x = max(0.0, at * half - pair.left * zoom + (half - face.width(said, scale.small)) / 2)
            marks.append(Words(x, height + scale.small.baseline, said, scale.small))
        if code:
            x, quiet = setting.width - code.side, QUIET * code.module
            alt = words.say("code_of", link=code.link)
            marks.append(Picture(x - quiet, -quiet, "code", code.link, code.module, alt))
            marks.append(Link(x, 0, code.side, code.side, code.link))
            video = words.say("video")
            middle = x + (code.side - face.width(video, scale.small)) / 2
            below = code.side + scale.small.leading
            marks.append(Words(middle, below, video, scale.small))
            height = max(height, code.side)
        row = Row(height + scale.small.leading + grid.gap, tuple(marks))
        return Group(self._told.name, (Block((row,)),))

    def _sections(self) -> Iterator[Group]:
        setting, told, say = self._setting, self._told, self._setting.words.say
        style = setting.scale.step
        if self._exercise.custom:
            yield self._section("", text(say("own_exercise"), setting.scale.note, setting))
        if told.purpose:
            yield self._section(say("why"), text(told.purpose, style, setting))
        steps = self._numbered(told.how_to)
        if steps:
            yield self._section(say("steps_title"), steps)
        cues = [row for cue in told.cues for row in text(cue, setting.scale.cue, setting)]
        if cues:
            yield self._section(say("cues_title"), cues)
        video = self._exercise.video
        if video and not code_place(video, setting):
            link = text(say("video_link", link=video), setting.scale.small, setting)
            yield self._section("", link)
        dose = self._dose()
        if dose:
            title = say("own_dose_title") if self._exercise.custom else say("dose_title")
            yield self._section(title, dose)
        if len(self._exercise.stages) > 1:
            stages = [setting.words.word("stage", stage) for stage in self._exercise.stages]
            yield self._section(say("progression"), text(" \u2192 ".join(stages), style, setting))
        yield self._section(say("in_plan"), self._in_plan())

    def _section(self, title: str, rows: list[Row]) -> Group:
        head = text(title, self._setting.scale.label, self._setting) if title else []
        rows = [*head, *rows, gap(self._setting.grid.gap)]
        return Group(title or self._told.name, (Block(tuple(rows)),))

    def _numbered(self, steps: tuple[str, ...]) -> list[Row]:
        setting, scale = self._setting, self._setting.scale
        if len(steps) < 2:
            return [row for step in steps for row in text(step, scale.step, setting)]
        indent = setting.face.width(str(len(steps)), scale.step) + setting.grid.gap
        rows: list[Row] = []
        for number, step in enumerate(steps, 1):
            said = text(step, scale.step, setting, indent)
            if said:
                mark = Words(0, scale.step.baseline, str(number), scale.step_number)
                said[0] = said[0]._replace(marks=(mark, *said[0].marks))
            rows += said
        return rows

    def _dose(self) -> list[Row]:
        """Return the ranges, and the tempo of the plan as a curve where it has one."""
        setting, ranges = self._setting, self._exercise.ranges
        words = setting.words
        said = []
        for field, allowed in ranges.items():
            key = "holds" if field == "sets" and self._exercise.dose == "hold" else field
            said.append(words.say(f"range_{key}", range=words.range(allowed)))
        if said and self._exercise.per_leg_cite:
            said.append(words.say("each_leg"))
        rows = text(DOT.join(said), setting.scale.step, setting) if said else []
        tempo = next((entry.tempo for entry in self._entries() if entry.tempo), None)
        if tempo and (phases := words.tempo(tempo)):
            curve = tempo_rows(tempo, phases, setting, setting.width)
            rows += curve
        return rows

    def _in_plan(self) -> list[Row]:
        """Return the doses of the plan; weeks in which they are the same are one line."""
        setting, words = self._setting, self._setting.words
        scale, weeks = setting.scale, self._job.weeks()
        told = [
            (week, tuple(dict.fromkeys(map(self._said, self._entries(week))))) for week in weeks
        ]
        runs = [
            (doses, [week for week, _ in run])
            for doses, run in groupby(told, key=lambda pair: pair[1])
            if doses
        ]
        names = [
            words.week(run[0])
            if len(run) == 1
            else words.say("weeks_of", first=run[0] + 1, last=run[-1] + 1)
            for _, run in runs
        ]
        widest = max(setting.face.width(name, scale.step_number) for name in names)
        indent = widest + setting.grid.gap
        rows: list[Row] = []
        for name, (doses, _) in zip(names, runs, strict=True):
            lines = [row for dose in doses for row in text(dose, scale.step, setting, indent)]
            mark = Words(0, scale.step.baseline, name, scale.step_number)
            lines[0] = lines[0]._replace(marks=(mark, *lines[0].marks))
            rows += lines
        return rows

    def _said(self, entry: Entry) -> str:
        words = self._setting.words
        dose = words.dose(entry.dose)
        dose = f"{dose} {words.say('each_leg')}" if entry.per_leg else dose
        return DOT.join((dose, *carries(entry, words, self._job.plan.athlete.unit)))

    def _entries(self, week: int | None = None) -> list[Entry]:
        job = self._job
        days = [job.day(w, d) for w in (job.weeks() if week is None else [week]) for d in range(7)]
        entries = [entry for day in days if day for entry in day.entries]
        return [entry for entry in entries if entry.exercise == self._exercise.id]
