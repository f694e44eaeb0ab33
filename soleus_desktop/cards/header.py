"""The head of a card: whose it is, which day, and what kind of day; and the day's notes."""

from __future__ import annotations

from soleus_desktop.cards.block import (
    Block,
    Bookmark,
    Group,
    Link,
    Mark,
    Occasion,
    Picture,
    Row,
    Words,
    gap,
    paragraph,
)
from soleus_desktop.cards.content import DayCard
from soleus_desktop.cards.links import link_in
from soleus_desktop.cards.look import Style
from soleus_desktop.cards.setting import Setting
from soleus_desktop.plan.bounds import DAYS

DOT = " \u00b7 "


def letterhead(setting: Setting) -> Block:
    """Return the logo and the lines of the practice beside each other; no rows without either."""
    grid, scale, logo = setting.grid, setting.scale, setting.logo
    marks: list[Mark] = []
    indent = height = 0.0
    if logo:
        zoom = min(grid.logo / logo.height, setting.width * 0.4 / logo.width)
        alt = setting.words.say("logo_of", name=setting.practice[0] if setting.practice else "")
        marks.append(Picture(0, 0, "logo", "", zoom, alt))
        height, indent = logo.height * zoom, logo.width * zoom + grid.gap
    y = 0.0
    for number, line in enumerate(setting.practice):
        style = scale.small if number else scale.over
        for said in setting.face.lines(line, style, setting.width - indent):
            marks.append(Words(indent, y + style.baseline, said, style))
            if target := link_in(line):
                said_w = setting.face.width(said, style)
                marks.append(Link(indent, y, said_w, style.leading, target))
            y += style.leading
    return Block((Row(max(height, y) + grid.gap, tuple(marks)),) if marks else ())


def header(card: DayCard, setting: Setting, count: str = "", again: bool = False) -> Block:
    """Return the head of a card; `count` is as ``2 of 3`` where the day has more than one.

    On a day's first card texts wrap, so nothing of them is lost; `again`, on those that follow,
    each has one line and is visibly shortened where that is too little.
    """
    face, scale, width = setting.face, setting.scale, setting.width

    def lines(text: str, style: Style, room: float) -> tuple[str, ...]:
        if again:
            return (face.fitted(text, style, room),) if text else ()
        return face.lines(text, style, room)

    count_w = face.width(count, scale.over) if count else 0.0
    owner = DOT.join(text for text in (card.athlete, card.plan) if text)
    rows = paragraph(lines(owner, scale.over, width - count_w - 2 * setting.grid.gap), scale.over)
    if count:
        rows = rows or [gap(scale.over.leading)]
        said = Words(width - count_w, scale.over.baseline, count, scale.over)
        rows[0] = rows[0]._replace(marks=(*rows[0].marks, said))
    rows += titled(f"{card.week_name}{DOT}{card.day_name}", card.date, setting)
    rows += _kind(card, setting, lines(card.week_label, scale.label, width))
    marks = () if again else bookmarks(card)
    return Block((*rows, gap(setting.grid.gap)), marks, occasion(card, setting))


def occasion(card: DayCard, setting: Setting, side: str = "") -> Occasion | None:
    """Return what names the blanks of a day, on the `side` where there are several."""
    if not setting.fillable:
        return None
    name = f"w{card.week + 1}.{DAYS[card.day]}{side and '.'}{side}"
    return Occasion(name, f"{card.week_name}, {card.day_name}")


def bookmarks(card: DayCard) -> tuple[Bookmark, ...]:
    """Return what leads to a day, and to its week where it is the first."""
    said = f"{card.day_name}, {card.date}" if card.date else card.day_name
    day = Bookmark(1, said)
    if not card.first:
        return (day,)
    label = f"{card.week_name}: {card.week_label}" if card.week_label else card.week_name
    return (Bookmark(0, label), day)


def day_notes(card: DayCard, setting: Setting) -> list[Group]:
    """Return the notes of week and day, each a group that may run over several cards."""
    say = setting.words.say
    notes = {say("this_week"): card.week_note, say("today"): card.note}
    return titled_notes(notes, setting)


def titled_notes(notes: dict[str, str], setting: Setting) -> list[Group]:
    """Return texts with their titles beside them, each a group; one without text has none."""
    if not any(notes.values()):
        return []
    scale, face, apart = setting.scale, setting.face, setting.grid.gap
    indent = max(face.width(title, scale.over) for title in notes) + apart
    groups: list[Group] = []
    for title, text in notes.items():
        lines = face.lines(text, scale.note, setting.width - indent)
        rows = paragraph(lines, scale.note, indent)
        if rows:
            said = Words(0, scale.note.baseline, title, scale.over)
            rows[0] = rows[0]._replace(marks=(said, *rows[0].marks))
            groups.append(Group(title, (Block((*rows, gap(apart))),)))
    return groups


def titled(said: str, beside: str, setting: Setting) -> list[Row]:
    """Return a title with a date or the like at the right, below it where both are too long."""
    face, title, dated = setting.face, setting.scale.title, setting.scale.date
    rows = paragraph(face.lines(said, title, setting.width), title)
    if not beside:
        return rows
    beside = face.printable(beside)
    beside_w, said_w = face.width(beside, dated), face.width(said, title)
    if len(rows) > 1 or said_w + setting.grid.gap + beside_w > setting.width:
        return rows + paragraph(face.lines(beside, dated, setting.width), dated)
    words = Words(setting.width - beside_w, title.baseline, beside, dated)
    return [rows[0]._replace(marks=(*rows[0].marks, words))]


def _kind(card: DayCard, setting: Setting, label: tuple[str, ...]) -> list[Row]:
    """Return the kind of day and the week's label, on one line where both fit."""
    face, kind, named = setting.face, setting.scale.date, setting.scale.label
    if not label:
        return paragraph([card.kind], kind)
    lead = f"{card.kind}{DOT}"
    lead_w = face.width(lead, kind)
    if len(label) > 1 or lead_w + face.width(label[0], named) > setting.width:
        return paragraph([card.kind], kind) + paragraph(label, named)
    row = Words(0, kind.baseline, lead, kind), Words(lead_w, named.baseline, label[0], named)
    return [Row(named.leading, row)]
