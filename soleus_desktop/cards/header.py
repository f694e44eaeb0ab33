"""The head of a card: whose it is, which day, and what kind of day; and the day's notes."""

from __future__ import annotations

from soleus_desktop.cards.block import Block, Group, Row, Words, gap, paragraph
from soleus_desktop.cards.content import DayCard
from soleus_desktop.cards.look import Style
from soleus_desktop.cards.setting import Setting

DOT = " \u00b7 "


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
    rows.append(_title(card, setting))
    rows += _kind(card, setting, lines(card.week_label, scale.label, width))
    return Block((*rows, gap(setting.grid.gap)))


def day_notes(card: DayCard, setting: Setting) -> list[Group]:
    """Return the notes of week and day, each a group that may run over several cards."""
    scale, face, apart = setting.scale, setting.face, setting.grid.gap
    notes = {"This week": card.week_note, "Today": card.note}
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


def _title(card: DayCard, setting: Setting) -> Row:
    title, dated = setting.scale.title, setting.scale.date
    date_w = setting.face.width(card.date, dated)
    return Row(
        title.leading,
        (
            Words(0, title.baseline, f"{card.week_name}{DOT}{card.day_name}", title),
            Words(setting.width - date_w, title.baseline, card.date, dated),
        ),
    )


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
