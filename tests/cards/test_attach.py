"""The plan inside the PDF: found by others, the same to the byte, and read back by ourselves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soleus_desktop.cards.attach import MEDIA_TYPE, Attachment, file_names
from soleus_desktop.cards.make import Cards, make_cards
from soleus_desktop.cards.options import LAYOUTS, CardOptions
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage import in_pdf
from soleus_desktop.storage.plan_file import plan_bytes
from tests.build import GUIDE
from tests.cards.odd import ODD
from tests.cards.printing import a_week, printable_plans, reader, run


def with_plans(*plans: Plan, options: CardOptions = CardOptions()) -> Cards:  # noqa: B008  frozen
    along = [Attachment(plan.title, plan_bytes(plan)) for plan in plans]
    return make_cards(plans, GUIDE, resources(), options, attachments=along)


def test_the_plan_is_attached_as_the_source_of_the_cards() -> None:
    cards = with_plans(a_week())
    pdf = reader(cards)
    assert {name: list(map(bytes, held)) for name, held in pdf.attachments.items()} == {
        "Spring block.soleus": [plan_bytes(a_week())]
    }
    (file,) = pdf.trailer["/Root"]["/AF"]  # type: ignore[index]
    file = file.get_object()
    assert (file["/Type"], file["/AFRelationship"]) == ("/Filespec", "/Source")
    assert file["/EF"]["/F"]["/Subtype"] == f"/{MEDIA_TYPE}"
    assert cards.data == with_plans(a_week()).data


@pytest.mark.parametrize("odd", ODD)
def test_any_title_can_be_its_name(odd: str, tmp_path: Path) -> None:
    plans = [ODD[odd](), a_week(), a_week().replace(title="Übung → 漢字 \U0001f9b5")]
    (tmp_path / "cards.pdf").write_bytes(with_plans(*plans).data)
    assert "No syntax or stream encoding errors" in run(
        "qpdf", "--check", "cards.pdf", cwd=tmp_path
    )
    (tmp_path / "out").mkdir()
    run("pdfdetach", "-saveall", "-o", tmp_path / "out", "cards.pdf", cwd=tmp_path)
    saved = {file.read_bytes() for file in (tmp_path / "out").iterdir()}
    assert saved == {plan_bytes(plan) for plan in plans}


def test_names_of_files_differ_and_stay_in_their_folder() -> None:
    names = file_names(["Base", "base", "Base", "", "../../etc/passwd", "C:\\x\n?", "W" * 200])
    assert names[:4] == ["Base.soleus", "base 2.soleus", "Base 3.soleus", "Plan.soleus"]
    assert names[4] == "etc-passwd.soleus"
    assert names[5] == "C--x.soleus"
    assert all(len(name) < 100 and not set(name) & set('/\\:"<>|?*') for name in names)


def test_both_sides_call_it_the_same() -> None:
    assert in_pdf.MEDIA_TYPE == MEDIA_TYPE


@settings(max_examples=10)
@given(plans=st.lists(printable_plans(), min_size=1, max_size=3))
def test_what_is_attached_comes_back(plans: list[Plan]) -> None:
    files = list(dict.fromkeys(map(plan_bytes, plans)))
    assert in_pdf.plans_in(with_plans(*plans).data) == files


REWRITTEN = {
    "packed": ["--object-streams=generate", "--recompress-flate", "--compression-level=9"],
    "open": ["--stream-data=uncompress", "--object-streams=disable", "--qdf"],
    "linear": ["--linearize"],
}


@pytest.mark.parametrize("way", REWRITTEN)
def test_it_comes_back_from_a_pdf_that_another_program_rewrote(way: str, tmp_path: Path) -> None:
    plans = [a_week(), a_week(notes="endstream endobj\n/EmbeddedFile %PDF-1.4")]
    (tmp_path / "cards.pdf").write_bytes(with_plans(*plans).data)
    qpdf = shutil.which("qpdf")
    assert qpdf
    subprocess.run([qpdf, *REWRITTEN[way], "cards.pdf", "new.pdf"], cwd=tmp_path, check=True)
    found = in_pdf.plans_in((tmp_path / "new.pdf").read_bytes())
    said = [
        plan_bytes(plan).strip() for plan in plans
    ]  # a line break may be the stream's or its own
    assert sorted(plan.strip() for plan in found) == sorted(said)


def test_sessions_and_the_coach_take_the_plan_along() -> None:
    assert {name for name in LAYOUTS if CardOptions(layout=name).attaches} == {"session", "coach"}
    assert not CardOptions(attach=False).attaches
    assert CardOptions(layout="log", attach=True).attaches
