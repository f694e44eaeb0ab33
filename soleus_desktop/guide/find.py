"""Find exercises by the words that a person types for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from soleus_desktop.guide.model import Exercise

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of a text, told apart by all but letters and digits, in one case."""
    return _WORD.findall(text.casefold())


def find(text: str, exercises: Iterable[Exercise]) -> list[Exercise]:
    """Return the exercises of which every typed word begins a word, in their order.

    Looked at are id, name, short name and what it is also called. A text without words finds all.
    """
    typed = words_of(text)
    return [exercise for exercise in exercises if _begins(typed, exercise)]


def nearest(text: str, found: list[Exercise]) -> list[Exercise]:
    """Return those of the found ones that are meant most likely.

    One that is called just so; else those of which a name begins with the typed words; else those
    that have them whole somewhere; else those of which a name begins with what they begin; else
    all. So "bent" is the bent-knee calf raise and not the heel drop with its bent knee.
    """
    typed = words_of(text)
    kinds: tuple[Callable[[list[str]], bool], ...] = (
        lambda name: name == typed,
        lambda name: name[: len(typed)] == typed,
        lambda name: set(typed) <= set(name),
        lambda name: len(typed) <= len(name) and all(map(str.startswith, name, typed)),
    )
    for fits in kinds:
        best = [own for own in found if any(fits(words_of(name)) for name in _names(own))]
        if best:
            return best
    return found


def _begins(typed: list[str], exercise: Exercise) -> bool:
    words = _words(_names(exercise))
    return all(any(word.startswith(begun) for word in words) for begun in typed)


@lru_cache(maxsize=1000)  # a pasted plan asks for the same ones a thousand times
def _words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset([word for name in names for word in words_of(name)])


def _names(exercise: Exercise) -> tuple[str, ...]:
    return exercise.id, exercise.name, exercise.short, exercise.also
