"""Plans inside PDFs, found in bytes of all kinds: bounded, quick, never wrong in silence."""

from __future__ import annotations

import time
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.storage import in_pdf
from soleus_desktop.storage.in_pdf import MAX_PLANS, is_pdf, plans_in
from soleus_desktop.storage.plan_file import PlanFileError, SeveralPlans, load_plan, plan_bytes
from tests.build import GUIDE, plan_of

HEAD = b"%PDF-1.4\n"
KIND = b"/Type /EmbeddedFile /Subtype /application#2Fvnd.soleus.plan+json"
PLAN = plan_bytes(plan_of(["w1 mon: uphill-walk"]).replace(title="One"))
OTHER = plan_bytes(plan_of(["w1 tue: uphill-walk"]).replace(title="Other"))


def stream(data: bytes, *, head: bytes = b"", length: bytes | None = None) -> bytes:
    said = str(len(data)).encode() if length is None else length
    return b"7 0 obj\n<< %b %b /Length %b >>\nstream\n%b\nendstream\nendobj\n" % (
        KIND,
        head,
        said,
        data,
    )


def deflated(data: bytes) -> bytes:
    return stream(zlib.compress(data), head=b"/Filter [ /FlateDecode ]")


@pytest.mark.parametrize(
    "pdf",
    [
        stream(PLAN),
        stream(PLAN, length=b"9 0 R"),
        stream(PLAN, length=b"5"),
        stream(PLAN, length=b"9999999999"),
        deflated(PLAN),
        stream(zlib.compress(PLAN), head=b"/Filter/FlateDecode"),
        deflated(PLAN).replace(b"#2F", b"#2f"),
        stream(PLAN) + deflated(PLAN),
        b"1 0 obj\n<< /Type /Page >>\nendobj\n" + deflated(PLAN),
    ],
)
def test_a_plan_is_found(pdf: bytes) -> None:
    assert [plan.strip() for plan in plans_in(HEAD + pdf)] == [PLAN.strip()]


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (b"", "no plan attached"),
        (KIND, "no plan attached"),
        (stream(PLAN)[:-30], "no plan attached"),
        (stream(PLAN, head=b"/Filter /LZWDecode"), "no plan attached"),
        (stream(PLAN, head=b"/Filter /FlateDecode"), "damaged"),
        (b"".join(stream(b"%d" % n) for n in range(MAX_PLANS + 1)), "more attached plans"),
    ],
)
def test_where_there_is_none_it_says_so(pdf: bytes, said: str) -> None:
    with pytest.raises(PlanFileError, match=said):
        plans_in(HEAD + pdf)


@pytest.mark.parametrize(
    "case",
    {
        "a bomb": deflated(bytes(200 * 2**20)),
        "many bombs": b"".join(deflated(bytes(30 * 2**20)) for _ in range(4)),
        "heads without end": KIND * 100_000,
        "objects without end": b"1 0 obj" * 500_000 + KIND * 50_000,
        "streams without end": (b"1 0 obj" + KIND + b"stream\n") * 40_000,
        "spaces": b"1 0 obj /Subtype" + b" " * 4_000_000 + b"/Filter [" + b" " * 4_000_000,
        "filters": (b"1 0 obj /Filter [" + b"/a " * 1000 + KIND + b"stream\nendstream") * 800,
        "empty blocks": stream(
            b"\x78\x9c" + b"\x00\x00\x00\xff\xff" * 1_000_000, head=b"/Filter/FlateDecode"
        ),
    }.items(),
    ids=lambda case: case[0],
)
def test_a_hostile_one_costs_no_more_than_a_long_one(case: tuple[str, bytes]) -> None:
    _, pdf = case
    tracemalloc.start()
    begun = time.process_time()
    with suppress(PlanFileError):
        plans_in(HEAD + pdf)
    spent = time.process_time() - begun
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * in_pdf.MAX_UNPACKED_BYTES
    assert spent < 5


@given(
    st.binary(max_size=300),
    st.lists(
        st.sampled_from(
            [
                KIND,
                b"stream\n",
                b" obj",
                b"/Length 3 ",
                b"endstream",
                b"/Filter[/FlateDecode]",
                PLAN,
            ]
        ),
        max_size=12,
    ),
)
def test_any_bytes_give_plans_or_a_refusal(noise: bytes, parts: list[bytes]) -> None:
    try:
        plans_in(HEAD + noise + b"\n".join(parts))
    except PlanFileError as error:
        assert str(error)


def test_a_pdf_is_told_by_how_it_begins() -> None:
    assert is_pdf(HEAD)
    assert is_pdf(b"\xef\xbb\xbf\n" + HEAD)
    assert not is_pdf(PLAN.replace(b"One", b"%PDF-1.4"))
    assert not is_pdf(b"")


def test_a_plan_is_loaded_out_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "named.soleus"
    path.write_bytes(HEAD + deflated(PLAN))
    loaded = load_plan(path, GUIDE)
    assert loaded.out_of_pdf
    assert plan_bytes(loaded.plan) == PLAN
    path.write_bytes(PLAN)
    assert not load_plan(path, GUIDE).out_of_pdf


def test_of_several_one_has_to_be_named(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    path.write_bytes(HEAD + deflated(PLAN) + deflated(OTHER))
    with pytest.raises(SeveralPlans, match='1 "One", 2 "Other"') as said:
        load_plan(path, GUIDE)
    assert said.value.titles == ("One", "Other")
    assert load_plan(path, GUIDE, 1).plan.title == "Other"
    with pytest.raises(PlanFileError, match="holds 2 plans, no number 3"):
        load_plan(path, GUIDE, 2)


def test_what_is_wrong_with_the_plan_inside_is_said(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    path.write_bytes(HEAD + deflated(PLAN.replace(b'"version": 1', b'"version": 2')))
    with pytest.raises(PlanFileError, match="newer version"):
        load_plan(path, GUIDE)
