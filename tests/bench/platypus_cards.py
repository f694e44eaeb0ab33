"""The same cards written the usual way: ReportLab's Platypus lays paragraphs and tables out.

It says what our cards say and shows figures and codes as forms of its canvas; it counts no cards,
chooses no detail and knows no second card, so it does less.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from soleus_desktop.cards.content import CardEntry, DayCard
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.look import COMPACT, FAINT, HAIR, MM, QUIET, THEMES, TICK_LINE, Style
from soleus_desktop.cards.options import PAPERS
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.typeface import FACES

THEME = THEMES["classic"]


def _style(style: Style) -> ParagraphStyle:
    return ParagraphStyle(
        f"{style.face}-{style.size}-{style.colour}",
        fontName=FACES[style.face],
        fontSize=style.size,
        leading=style.leading,
        textColor=style.colour,
    )


STYLES = {name: _style(style) for name, style in COMPACT.scale._asdict().items()}


class Form(Flowable):
    """A figure or a code, stored in the PDF once."""

    def __init__(self, figures: Path, kind: str, name: str) -> None:
        super().__init__()
        self._figures, self._kind, self._name = figures, kind, name
        if kind == "figure":
            pair = pair_of(figures, name)
            self._units, self._scale = pair.height, COMPACT.details[1].figure / pair.height
            self.width = pair.width * self._scale
        else:
            code = code_of(name)
            assert code
            self._units, self._scale = code.whole, COMPACT.code / code.side
            self.width = code.whole * self._scale
        self.height = self._units * self._scale

    def draw(self) -> None:
        canvas: Any = self.canv
        key = f"{self._kind}-{self._name}"
        if not canvas.hasForm(key):
            canvas.beginForm(key, 0, -self._units, 4 * self._units, 0)
            if self._kind == "figure":
                draw_pair(canvas, figure_of(self._figures, self._name), THEME.figure)
            elif code := code_of(self._name):
                draw_code(canvas, code)
            canvas.endForm()
        canvas.translate(0, self.height)
        canvas.scale(self._scale, self._scale)
        canvas.doForm(key)


def platypus_cards(days: list[DayCard], figures: Path) -> bytes:
    """Return the PDF of these days, four to a page."""
    out = io.BytesIO()
    width, height = PAPERS["a4"]
    document = BaseDocTemplate(
        out,
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        initialFontName=FACES["regular"],
    )
    pad = COMPACT.margin
    frames = [
        Frame(column * width / 2, row * height / 2, width / 2, height / 2, pad, pad, pad, pad)
        for row in (1, 0)
        for column in (0, 1)
    ]
    document.addPageTemplates([PageTemplate("four", frames)])
    story: list[Any] = []
    for day in days:
        story += [*_card(day, figures), FrameBreak()]
    document.build(story)
    return out.getvalue()


def _say(text: str, style: str) -> Paragraph:
    return Paragraph(escape(text), STYLES[style])


def _card(day: DayCard, figures: Path) -> list[Any]:
    inside = PAPERS["a4"][0] / 2 - 2 * COMPACT.margin
    flow: list[Any] = [
        _say(f"{day.athlete} \u00b7 {day.plan}", "over"),
        Table(
            [[_say(f"{day.week_name} \u00b7 {day.day_name}", "title"), _say(day.date, "date")]],
            colWidths=[inside * 0.68, inside * 0.32],
        ),
        _say(f"{day.kind} \u00b7 {day.week_label}", "label"),
    ]
    for entry in day.entries:
        flow += _entry(entry, figures, inside)
    flow.append(_say("Pain, 0 none to 10 worst", "small"))
    numbers = Table([[str(number) for number in range(11)]], colWidths=[inside / 11] * 11)
    numbers.setStyle(
        [("INNERGRID", (0, 0), (-1, -1), HAIR, FAINT), ("BOX", (0, 0), (-1, -1), HAIR, FAINT)]
    )
    lines = Table([["Notes"], [""], [""]], colWidths=[inside], rowHeights=[12, 6 * MM, 6 * MM])
    lines.setStyle([("LINEBELOW", (0, 1), (-1, -1), HAIR, FAINT)])
    return [*flow, numbers, lines]


def _entry(entry: CardEntry, figures: Path, inside: float) -> list[Any]:
    dose = [_say(entry.dose + (" each leg" if entry.per_leg else ""), "dose")]
    dose.append(_say(" \u00b7 ".join(entry.facts), "fact"))
    if entry.tempo:
        dose.append(_say(f"{entry.tempo.up_s} s up, {entry.tempo.down_s} s down", "fact"))
    boxes = Table([[""] * entry.sets] * (2 if entry.per_leg else 1), colWidths=[12] * entry.sets)
    boxes.setStyle([("GRID", (0, 0), (-1, -1), TICK_LINE, QUIET)])
    code = Form(figures, "code", entry.video) if entry.video else ""
    row = [Form(figures, "figure", entry.figure), [*dose, boxes], code]
    flow: list[Any] = [
        _say(entry.name, "name"),
        Table([row], colWidths=[inside * 0.35, inside * 0.4, inside * 0.25]),
    ]
    flow += [_say(f"{n} {step}", "step") for n, step in enumerate(entry.steps[:2], 1)]
    return [*flow, *(_say(cue, "cue") for cue in entry.cues[:1])]
