"""The workbooks of the reference office are those kept in ``tests/golden``: cells, merges, widths, formats, page.

After a wanted change of a form, look at the sheets, then renew the files:
``PERFTRACK_RENEW_GOLDEN=1 uv run pytest tests/services/exporting/test_golden.py`` and read the difference in git.
"""

import json
import os
from typing import Any

import pytest

from perftrack.services.exporting.sheets import KINDS, sheet_for
from perftrack.services.exporting.xlsx import book_bytes
from tests.golden.office import FOLDER
from tests.services.exporting.books import FakeWorkspace, office_with_evidence, opened, reference_workspace

RENEW = "PERFTRACK_RENEW_GOLDEN"
OFFICE = reference_workspace()


def told(book: bytes) -> dict[str, Any]:
    """Everything of a workbook that a reader can see."""
    page, formulas = opened(book), opened(book, values=False)
    cells = {}
    for row in page.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            look = f"{cell.font.name} {cell.font.size}{' bold' if cell.font.bold else ''} {cell.alignment.horizontal}"
            cells[cell.coordinate] = [cell.value, cell.number_format, look]
            if (formula := formulas[cell.coordinate]).data_type == "f":
                cells[cell.coordinate].append(formula.value)
    return {
        "tab": page.title,
        "merged": sorted(str(area) for area in page.merged_cells.ranges),
        "widths": {name: round(column.width, 2) for name, column in page.column_dimensions.items()},
        "heights": {str(number): row.height for number, row in page.row_dimensions.items()},
        "page": [page.page_setup.orientation, page.page_setup.fitToHeight, page.print_title_rows, page.print_area],
        "footer": page.oddFooter.center.text,
        "cells": cells,
    }


#: Quarter of what is kept: monitoring is done within the year.
QUARTERS = {"monitoring": 3}


def test_workbook_of_all_plans_is_the_one_that_is_kept():
    compare(OFFICE, "plan-1", "summary", "summary.json")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("evidence", "summary")])
@pytest.mark.parametrize("plan", OFFICE.plans(2024), ids=lambda plan: plan.id)
def test_workbook_is_the_one_that_is_kept(plan, kind):
    compare(OFFICE, plan.id, kind, f"{kind}-{plan.id}.json")


@pytest.mark.parametrize("kind", ["evidence", "evaluation"])
def test_workbooks_of_a_plan_with_evidence_are_those_that_are_kept(kind):
    compare(office_with_evidence(), "plan-3", kind, f"{kind}-plan-3-with-evidence.json")


def compare(office: FakeWorkspace, plan_id: str, kind: str, name: str) -> None:
    """Compares a workbook with the one that is kept."""
    seen = told(book_bytes([sheet_for(office, plan_id, kind, QUARTERS.get(kind, 4))]))
    path = FOLDER / name
    if os.environ.get(RENEW):
        path.write_text(json.dumps(seen, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert seen["cells"] == kept["cells"]
    assert seen == kept
