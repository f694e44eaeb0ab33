"""The training log: a week or two to a page, cells for every set and leg, pain and notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from soleus_desktop.cards import exercise
from soleus_desktop.cards.block import Block, Group, Leaf, Words, gap, paragraph
from soleus_desktop.cards.content import DayCard, day_cards
from soleus_desktop.cards.header import DOT, bookmarks, occasion, titled_notes
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.log import end_of_day, entry_block
from soleus_desktop.cards.pages import Book, text
from soleus_desktop.cards.setting import Setting


def log(job: Job) -> Iterator[Leaf]:
    """Yield the pages of the log; a week that fits a page is not broken."""
    setting = job.setting
    book = Book(job, setting.words.say("log"))

    def groups() -> Iterator[Group]:
        cards = day_cards(job.plan, job.exercises, setting.words, job.only)
        for week, days in groupby(cards, key=lambda card: card.week):
            dates = setting.words.dates_of(job.plan, week, week)
            parts = [_day(card, setting, dates) for card in days]
            whole = Group(parts[0].title, tuple(block for part in parts for block in part.blocks))
            yield from [whole] if whole.height <= book.room else parts

    if job.used():
        yield from book.leaves(groups())


def _day(card: DayCard, setting: Setting, dates: str) -> Group:
    """Return a day with its exercises, below the head of its week where it is the first."""
    scale, face = setting.scale, setting.face
    blocks = []
    when = occasion(card, setting)
    if card.first:
        week = DOT.join(filter(None, (card.week_name, card.week_label)))
        rows = text(week, scale.side, setting)
        dates_w = face.width(dates, scale.date)
        last = rows[-1].marks[-1]
        assert isinstance(last, Words)
        if dates and face.width(last.text, scale.side) + dates_w < setting.width - setting.grid.gap:
            at = Words(setting.width - dates_w, last.y, dates, scale.date)
            rows[-1] = rows[-1]._replace(marks=(last, at))
        elif dates:
            rows += text(dates, scale.date, setting)
        blocks.append(Block((gap(setting.grid.gap / 2), *rows), bookmarks(card), when))
    said = DOT.join(filter(None, (card.day_name, card.date, card.kind)))
    head = paragraph(face.lines(said, scale.label, setting.width), scale.label)
    marks = () if card.first else bookmarks(card)
    blocks.append(Block((*head, gap(setting.grid.gap / 4)), marks, when))
    say = setting.words.say
    notes = {say("this_week"): card.week_note, say("today"): card.note}
    for group in titled_notes(notes, setting):
        blocks += group.blocks
    for entry in card.entries:
        blocks.append(entry_block(entry, setting))
        if entry.note.strip():
            blocks.append(exercise.note(entry, setting))
    blocks.append(end_of_day(setting))
    return Group(f"{card.week_name}{DOT}{card.day_name}", tuple(blocks))
