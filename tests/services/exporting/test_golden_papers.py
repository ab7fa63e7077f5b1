"""Every sheet as docx and as pdf is the one kept in ``tests/golden``: texts, merges and widths; pages and their text.

Renewed as the workbooks are: ``PERFTRACK_RENEW_GOLDEN=1 uv run pytest tests/services/exporting/test_golden_papers.py``.
"""

import json
import os
from typing import Any

import pytest

from perftrack.domain.sheets.grid import Sheet
from perftrack.domain.sheets.scoring_annex import Teller, scoring_annex
from perftrack.services.exporting.docx import document_bytes
from perftrack.services.exporting.making import ALL_KINDS
from perftrack.services.exporting.sheets import sheet_for
from perftrack.services.messages import speaker
from tests.domain.builders import card_of
from tests.golden.office import FOLDER
from tests.services.exporting.books import office_with_evidence
from tests.services.exporting.papers import told_docx, told_pdf
from tests.services.exporting.test_golden import QUARTERS, RENEW
from ui.printing.pdf import pdf_bytes

OFFICE = office_with_evidence()
DEPARTMENT, PROJECT = "plan-1", "plan-3"
CASES = [(kind, plan) for kind in ALL_KINDS for plan in ((PROJECT,) if kind == "summary" else (DEPARTMENT, PROJECT))]


def sheet(kind: str, plan_id: str) -> Sheet:
    """A sheet of the reference office; the annex without what only a file knows."""
    if kind == "annex":
        spoken = speaker("zh_CN")
        return scoring_annex(card_of(OFFICE.plan(plan_id)), OFFICE.department(), Teller(spoken.step, spoken.topic))
    return sheet_for(OFFICE, plan_id, kind, QUARTERS.get(kind, 4))


@pytest.mark.parametrize(("kind", "plan"), CASES)
def test_document_is_the_one_that_is_kept(kind, plan):
    compare(told_docx(document_bytes([sheet(kind, plan)])), f"{kind}-{plan}.docx.json")


@pytest.mark.parametrize(("kind", "plan"), CASES)
def test_pdf_is_the_one_that_is_kept(kind, plan, qapp):
    compare(told_pdf(pdf_bytes([sheet(kind, plan)])), f"{kind}-{plan}.pdf.json")


def compare(seen: Any, name: str) -> None:
    """Compares what was told with what is kept."""
    path = FOLDER / name
    if os.environ.get(RENEW):
        path.write_text(json.dumps(seen, ensure_ascii=False, indent=None) + "\n", encoding="utf-8")
    assert seen == json.loads(path.read_text(encoding="utf-8"))
