"""Each week's load on a wall sheet: minutes under tension of one leg, as a bar and a number."""

from __future__ import annotations

from soleus_desktop.cards.block import Line, Mark, Patch, Row, Words, gap
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.look import HAIR, QUIET, SLOW, UPHILL, Wall
from soleus_desktop.cards.pages import text
from soleus_desktop.guide.effort import Effort, minutes_of, of_entry, total


class Strip:
    """The bars of all weeks, to one scale. Slow work, uphill and straight knee are told apart."""

    def __init__(self, job: Job, look: Wall) -> None:
        self._job, self._look = job, look
        self._efforts = {week: self._effort(week) for week in job.weeks()}
        self._most = max([effort.tension_s for effort in self._efforts.values()], default=0.0)

    def rows(self, week: int, width: float) -> list[Row]:
        """Return the bar of a week with its minutes below; nothing where there is no load."""
        effort, look = self._efforts[week], self._look
        if not effort.tension_s:
            return []
        marks: list[Mark] = []
        x, height = 0.0, look.strip
        for seconds, colour in ((effort.slow_s, SLOW), (effort.uphill_s, UPHILL)):
            long = width * seconds / self._most
            if long:
                marks.append(Patch(x, 0, long, height, colour))
                x += long
        if effort.straight_s:
            marks.append(_empty(x, 0, width * effort.straight_s / self._most, height))
        narrow = self._job.setting._replace(width=width)
        said = text(self._said(effort), look.quiet, narrow)
        return [Row(height + look.pad / 2, tuple(marks)), *said]

    def fits(self, width: float) -> bool:
        """Tell whether every week's minutes take one line."""
        face, style = self._job.setting.face, self._look.quiet
        says = map(self._said, self._efforts.values())
        return all(face.width(said, style) <= width for said in says)

    def _said(self, effort: Effort) -> str:
        words = self._job.setting.words
        minutes = words.number(minutes_of(effort.tension_s))
        return words.say("load_minutes", minutes=minutes)

    def legend(self) -> list[Row]:
        """Return what the greys mean and how the minutes were worked out."""
        setting, look = self._job.setting, self._look
        words, style = setting.words, self._look.quiet
        all_of = total(self._efforts.values())
        if not all_of.tension_s:
            return []
        rows = [gap(look.pad), *text(words.say("load_explained"), style, setting)]
        marks: list[Mark] = []
        x, low = 0.0, style.baseline
        for seconds, key in (
            (all_of.slow_s, "load_slow"),
            (all_of.uphill_s, "load_uphill"),
            (all_of.straight_s, "load_straight"),
        ):
            if not seconds:
                continue
            said, side = words.say(key), look.strip
            said_w = setting.face.width(said, style)
            if x and x + side + look.pad + said_w > setting.width:
                rows.append(Row(style.leading, tuple(marks)))
                marks, x = [], 0.0
            if key == "load_straight":
                marks.append(_empty(x, low - side, side, side))
            else:
                colour = SLOW if key == "load_slow" else UPHILL
                marks.append(Patch(x, low - side, side, side, colour))
            marks.append(Words(x + side + look.pad, low, said, style))
            x += side + 3 * look.pad + said_w
        return [*rows, Row(style.leading, tuple(marks))]

    def _effort(self, week: int) -> Effort:
        job = self._job
        days = [job.day(week, number) for number in range(7)]
        return total(
            of_entry(entry, job.exercises[entry.exercise])
            for day in days
            if day
            for entry in day.entries
        )


def _empty(x: float, y: float, width: float, height: float) -> Line:
    """A box with nothing in it."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    return Line(corners, HAIR, QUIET)
