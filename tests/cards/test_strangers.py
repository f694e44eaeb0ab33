"""What strangers wrote is printed as typed: nothing is opened, fetched or run for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soleus_desktop.cards.options import LAYOUTS, PAPERS, CardOptions
from tests.cards.odd import MARKUP, ODD
from tests.cards.printing import letters_of, printed, reader

ROOT = Path(__file__).resolve().parents[2]
ALL = [
    options
    for layout in LAYOUTS
    for paper in PAPERS
    for options in [CardOptions(paper, 1, layout)]
    if options.refusal is None
]

WATCHED = """
import json, sys
from tests.cards.odd import ODD
from tests.cards.printing import printed
from soleus_desktop.cards.options import LAYOUTS, CardOptions
seen = []
def watch(event, args):
    if event == "open":
        seen.append([event, str(args[0])])
    elif event.partition(".")[0] in ("socket", "subprocess", "urllib", "ftplib", "http", "os"):
        if event in ("os.listdir", "os.scandir"):
            seen.append(["open", str(args[0])])
        elif event not in ("os.putenv", "os.unsetenv"):
            seen.append([event, repr(args)])
sys.addaudithook(watch)
for layout in LAYOUTS:
    for odd in ODD.values():
        printed(odd(), CardOptions(layout=layout, per_page=1, fillable=True))
json.dump(seen, sys.stdout)
"""


def test_printing_opens_nothing_but_its_own_resources() -> None:
    """In a process of its own, since a hook stays for ever; modules may be loaded when needed."""
    answer = subprocess.run(
        [sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seen: list[list[str]] = json.loads(answer.stdout)
    assert seen
    for event, what in seen:
        assert event == "open", (event, what)
        path = Path(what).resolve()
        module = path.suffix in (".py", ".pyc", ".so") or path.is_dir()
        assert module or path.is_relative_to(ROOT / "resources"), what
    assert any("fonts" in what for _, what in seen)
    assert not any("passwd" in what for _, what in seen)


@pytest.mark.parametrize("layout", ["session", "log", "coach"])
def test_markup_is_printed_as_typed_where_notes_are(layout: str) -> None:
    plan = ODD["strange"]()
    typed = "".join("\n".join(MARKUP).split())
    notes = plan.replace(notes="\n".join(MARKUP))
    assert typed in letters_of(printed(notes, CardOptions(layout=layout, per_page=1)))


@pytest.mark.parametrize("options", ALL, ids=lambda o: f"{o.layout}-{o.paper}")
def test_a_pdf_opens_web_and_mail_addresses_alone(options: CardOptions) -> None:
    for odd in ODD.values():
        pdf: Any = reader(printed(odd(), options))
        root = pdf.trailer["/Root"]
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
        assert "/JavaScript" not in root.get("/Names", {})
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                action = note.get_object()["/A"]
                assert action["/S"] == "/URI"
                assert str(action["/URI"]).startswith(("http://", "https://", "mailto:"))


LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@settings(max_examples=25)
@given(options=st.sampled_from(ALL), odd=st.sampled_from(sorted(ODD)), text=LETTERS)
def test_any_text_prints_in_any_layout(options: CardOptions, odd: str, text: str) -> None:
    plan = ODD[odd]().replace(title=text, coach=text, notes=text)
    made = printed(plan, options)
    assert len(reader(made).pages) == made.pages > 0


@pytest.mark.parametrize("layout", ["session", "log"])
def test_bookmarks_go_by_week_and_day(layout: str) -> None:
    outline: Any = reader(printed(ODD["crowded"](), CardOptions(layout=layout, per_page=1))).outline
    titles = [
        [day.title for day in item] if isinstance(item, list) else item.title for item in outline
    ]
    assert titles == ["Week 1", ["Monday", "Tuesday", "Wednesday"]]
