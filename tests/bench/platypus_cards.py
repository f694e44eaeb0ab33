"""The same cards written the usual way: ReportLab's Platypus lays paragraphs and tables out.

They say all that ours say: head, figures, dose, facts, tempo drawn and in words, rows of boxes,
steps, cues and notes, pain, lines to write on, code and link, bookmarks, cut marks. Two things
that Platypus does not find out by itself it is told: with which detail a day fits its card, and
how many lines are left under it. What any program would keep, styles and drawings, is made once.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import segno
from reportlab.graphics.shapes import Circle, Drawing, Group, PolyLine, String
from reportlab.graphics.shapes import Path as Outline
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from soleus_desktop.cards.content import CardEntry, DayCard
from soleus_desktop.cards.exercise import MOST_WIDE
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.look import (
    BAR,
    COMPACT,
    CUT,
    FAINT,
    HAIR,
    HAIRLINE,
    QUIET,
    TEMPO_LINE,
    THEMES,
    TICK_LINE,
    Colour,
    Detail,
    Style,
)
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.sheet import sheet_for
from soleus_desktop.cards.typeface import FACES
from soleus_desktop.cards.wording import Wording
from soleus_desktop.plan.model import Tempo

THEME = THEMES["classic"]
SHEET = sheet_for(CardOptions("a4", 4))
PAD = COMPACT.margin
INSIDE = SHEET.card_w - 2 * PAD
INDENT = 9.0
DOT = " \u00b7 "


class Told(NamedTuple):
    """A day to print, how much of its exercises fits, and how many lines to write on."""

    day: DayCard
    detail: Detail
    lines: int


def _colour(colour: Colour) -> Color:
    return Color(*colour)


def _style(name: str, style: Style, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=FACES[style.face],
        fontSize=style.size,
        leading=style.leading,
        textColor=_colour(style.colour),
        **more,
    )


SCALE = COMPACT.scale
STYLES = {name: _style(name, style) for name, style in SCALE._asdict().items()}
STYLES["date"].alignment = 2
STYLES["video"] = _style("video", SCALE.small, alignment=1)
STYLES["step"] = _style(
    "step",
    SCALE.step,
    leftIndent=INDENT,
    bulletFontName=FACES["semibold"],
    bulletFontSize=SCALE.step.size,
    bulletColor=_colour(SCALE.step_number.colour),
)
STYLES["cue"] = _style("cue", SCALE.cue, leftIndent=INDENT)
SIDE = f'<font name="{FACES[SCALE.side.face]}" size="{SCALE.side.size}">%s</font>'
LABEL = (
    f'<font name="{FACES[SCALE.label.face]}" color="#'
    + "".join(f"{round(255 * part):02x}" for part in THEME.accent)
    + '">%s</font>'
)
BARE = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
PLAIN = TableStyle(BARE)
APART = TableStyle([*BARE, ("RIGHTPADDING", (1, 0), (1, 0), COMPACT.gap)])
BOXES = TableStyle([*BARE, ("GRID", (1, 0), (-1, -1), TICK_LINE, _colour(QUIET))])
NOTED = TableStyle([*BARE, ("LINEBEFORE", (0, 0), (0, -1), BAR, _colour(THEME.accent))])
LINED = TableStyle([*BARE, ("LINEBELOW", (0, 0), (-1, -1), HAIR, _colour(FAINT))])


class Mark(Flowable):
    """Leads from the bookmarks to this place."""

    def __init__(self, key: str, title: str, level: int) -> None:
        super().__init__()
        self._at = key, title, level

    def draw(self) -> None:
        key, title, level = self._at
        canvas: Any = self.canv
        canvas.bookmarkHorizontal(key, 0, 0)
        canvas.addOutlineEntry(title, key, level)


class Code(Flowable):
    """A QR code that opens its link: a picture, which ReportLab stores once, or a form."""

    def __init__(self, link: str, *, form: bool) -> None:
        super().__init__()
        code = code_of(link)
        assert code
        self._link, self._form, self._code = link, form, code
        self.width = self.height = COMPACT.code

    def draw(self) -> None:
        canvas: Any = self.canv
        canvas.linkURL(self._link, (0, 0, self.width, self.height), relative=1)
        if not self._form:
            canvas.drawImage(_image(self._link), 0, 0, self.width, self.height)
            return
        scale = COMPACT.code / self._code.side
        canvas.translate(-4 * scale, self.height + 4 * scale)
        canvas.scale(scale, scale)
        _do_form(canvas, "code", self._link, lambda: draw_code(canvas, self._code))


class Form(Flowable):
    """A figure, stored in the PDF once."""

    def __init__(self, figures: Path, name: str, height: float) -> None:
        super().__init__()
        pair = pair_of(figures, name)
        self._figures, self._name, self._scale = figures, name, height / pair.height
        self.width, self.height = pair.width * self._scale, height

    def draw(self) -> None:
        canvas: Any = self.canv
        figure = figure_of(self._figures, self._name)
        canvas.translate(0, self.height)
        canvas.scale(self._scale, self._scale)
        _do_form(canvas, "figure", self._name, lambda: draw_pair(canvas, figure, THEME.figure))


def _do_form(canvas: Any, kind: str, name: str, draw: Any) -> None:
    key = f"{kind}-{abs(hash(name))}"
    if not canvas.hasForm(key):
        canvas.beginForm(key, -1000, -1000, 1000, 1000)
        draw()
        canvas.endForm()
    canvas.doForm(key)


@cache
def _image(link: str) -> ImageReader:
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=4, border=0)
    return ImageReader(out)


@cache
def _drawing(figures: Path, name: str, height: float) -> Drawing:
    """Return both views of a figure as shapes, as one has them of a reader of SVG."""
    figure, pair = figure_of(figures, name), pair_of(figures, name)
    scale = height / pair.height
    group = Group(transform=(scale, 0, 0, -scale, 0, height))
    for pose, at in ((figure.start, 0.0), (figure.end, figure.view_w)):
        view = Group(transform=(1, 0, 0, 1, at, 0))
        for shape in pose.shapes:
            colour = _colour(THEME.figure[shape.role])
            outline = Outline(
                fillColor=colour if shape.filled else None,
                strokeColor=None if shape.filled else colour,
                strokeWidth=shape.width,
                strokeLineCap=1,
                strokeLineJoin=1,
            )
            draw = {
                "M": outline.moveTo,
                "L": outline.lineTo,
                "C": outline.curveTo,
                "Z": outline.closePath,
            }
            for verb, ends in shape.commands:
                draw[verb](*ends)
            view.add(outline)
        group.add(view)
    drawing = Drawing(pair.width * scale, height)
    drawing.add(group)
    return drawing


@cache
def _tempo(tempo: Tempo) -> Drawing:
    size = SCALE.fact.size
    unit = min(3.5 * size / (tempo.up_s + tempo.hold_s + tempo.down_s), size / 2)
    up, held = unit * tempo.up_s, unit * (tempo.up_s + tempo.hold_s)
    end = held + unit * tempo.down_s
    drawing = Drawing(end, size)
    line = PolyLine([0, 0, up, size, held, size, end, 0], strokeWidth=TEMPO_LINE)
    line.strokeColor = _colour(THEME.accent)
    drawing.add(line)
    return drawing


@cache
def _pain() -> Drawing:
    side = COMPACT.pain
    assert side
    small = SCALE.small
    drawing = Drawing(11 * 1.25 * side, side)
    for number in range(11):
        x = (number * 1.25 + 0.5) * side
        drawing.add(Circle(x, side / 2, side / 2, fillColor=None, strokeColor=_colour(FAINT)))
        said = String(x, side / 2 - 0.33 * small.size, str(number), textAnchor="middle")
        said.fontName, said.fontSize = FACES[small.face], small.size
        said.fillColor = _colour(small.colour)
        drawing.add(said)
    return drawing


def platypus_cards(
    days: list[Told], figures: Path, words: Wording, *, forms: bool
) -> tuple[bytes, int]:
    """Return the PDF of these days, four to a page, and its pages.

    With `forms`, figures and codes are forms of the canvas, which few programs do.
    """
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=(SHEET.width, SHEET.height),
        pageCompression=1,
        invariant=1,
        initialFontName=FACES["regular"],
        title=days[0].day.plan,
    )
    low = PAD / 5  # its lines stand further apart than ours
    frames = [
        Frame(x, y - SHEET.card_h, SHEET.card_w, SHEET.card_h, PAD, low, PAD, PAD)
        for x, y in map(SHEET.corner, range(4))
    ]
    document.addPageTemplates([PageTemplate("four", frames, onPage=_cut)])
    story: list[Any] = []
    for number, told in enumerate(days):
        story += [*_card(number, told, figures, words, forms=forms), FrameBreak()]
    document.build(story)
    return out.getvalue(), document.page


def _cut(canvas: Any, document: Any) -> None:
    canvas.setLineWidth(CUT)
    canvas.setStrokeColorRGB(*QUIET)
    canvas.lines(SHEET.cut_marks(PAD))


def _say(text: str, style: str) -> Paragraph:
    return Paragraph(escape(text), STYLES[style])


def _card(number: int, told: Told, figures: Path, words: Wording, *, forms: bool) -> list[Any]:
    day, say = told.day, words.say
    flow: list[Any] = []
    if day.first:
        flow.append(Mark(f"week-{number}", f"{day.week_name}: {day.week_label}", 0))
    flow += [
        Mark(f"day-{number}", f"{day.day_name}, {day.date}", 1),
        _say(f"{day.athlete}{DOT}{day.plan}", "over"),
        Table(
            [[_say(f"{day.week_name}{DOT}{day.day_name}", "title"), _say(day.date, "date")]],
            colWidths=[INSIDE * 0.62, INSIDE * 0.38],
            style=PLAIN,
        ),
        Paragraph(f"{escape(day.kind)}{DOT}{LABEL % escape(day.week_label)}", STYLES["fact"]),
        Spacer(0, COMPACT.gap),
    ]
    for title, text in ((say("this_week"), day.week_note), (say("today"), day.note)):
        if text:
            flow.append(_say(f"{title} {text}", "note"))
    for entry in day.entries:
        flow += _entry(entry, told.detail, figures, words, forms=forms)
    flow += [
        _rule(),
        Table(
            [[_say(say("pain"), "small"), _pain()]],
            colWidths=[INSIDE - _pain().width, _pain().width],
            style=PLAIN,
        ),
        _say(say("notes"), "small"),
        Table(
            [[""]] * told.lines,
            colWidths=[INSIDE],
            rowHeights=[COMPACT.note_line] * told.lines,
            style=LINED,
        ),
    ]
    return flow


def _rule() -> HRFlowable:
    return HRFlowable(
        "100%", HAIR, color=_colour(HAIRLINE), spaceBefore=0, spaceAfter=COMPACT.gap / 2
    )


def _entry(
    entry: CardEntry, detail: Detail, figures: Path, words: Wording, *, forms: bool
) -> list[Any]:
    say = words.say
    said = escape(entry.dose)
    if entry.per_leg:
        said += " " + SIDE % escape(say("each_leg"))
    dose: Any = Paragraph(said, STYLES["dose"])
    boxes = _boxes(entry, words)
    beside = [_say(DOT.join(entry.facts), "fact")]
    if entry.tempo:
        curve = _tempo(entry.tempo)
        phases = _say(", ".join(words.tempo(entry.tempo)), "fact")
        width = curve.width + COMPACT.gap
        beside.append(Table([[curve, phases]], colWidths=[width, None], style=PLAIN))
    if detail.tight and not entry.per_leg:
        dose = [Table([[dose, boxes]], style=PLAIN), *beside]
    else:
        dose = [dose, *beside, boxes]
    pair = pair_of(figures, entry.figure)
    code_w = COMPACT.code + COMPACT.gap
    height = min(detail.figure, MOST_WIDE * (INSIDE - code_w) * pair.height / pair.width)
    if forms:
        figure: Any = Form(figures, entry.figure, height)
    else:
        figure = _drawing(figures, entry.figure, height)
    code: Any = ""
    if entry.video:
        code = [Code(entry.video, form=forms)]
        if not detail.tight:
            code.append(_say(say("video"), "video"))
    figure_w = figure.width + COMPACT.gap
    widths = [figure_w, INSIDE - figure_w - COMPACT.code, COMPACT.code]
    flow: list[Any] = [
        _rule(),
        _say(entry.name, "name"),
        Table([[figure, dose, code]], colWidths=widths, style=APART),
    ]
    steps, cues = entry.steps[: detail.steps], entry.cues[: detail.cues]
    for number, step in enumerate(steps, 1):
        bullet = str(number) if len(steps) > 1 else None
        flow.append(Paragraph(escape(step), STYLES["step"], bulletText=bullet))
    flow += [_say(cue, "cue") for cue in cues]
    if entry.note:
        note = [["", _say(entry.note, "note")]]
        flow.append(Table(note, colWidths=[COMPACT.gap, None], style=NOTED))
    flow.append(Spacer(0, COMPACT.gap))
    return flow


def _boxes(entry: CardEntry, words: Wording) -> Table:
    legs = (words.say("left"), words.say("right")) if entry.per_leg else ("",)
    rows = [[_say(leg, "over") if leg else "", *[""] * entry.sets] for leg in legs]
    box = COMPACT.box
    widths = [box if entry.per_leg else 0, *[box] * entry.sets]
    return Table(rows, colWidths=widths, rowHeights=[box] * len(rows), style=BOXES, hAlign="LEFT")
