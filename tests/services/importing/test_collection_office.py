"""LibreOffice opens a form, saves it as its own xlsx, and the form still reads."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.services.importing.forms import cell_of, collected, differing, fill, form_of, open_office

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing"),
]


def saved_again(path: Path, profile: Path, kind: str = "xlsx") -> Path:
    wish = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    out = path.parent / "again"
    subprocess.run([*wish, "--outdir", str(out), str(path)], check=True, capture_output=True)
    return out / f"{path.stem}.{kind}"


def test_that_a_form_saved_by_another_program_still_reads(tmp_path):
    with open_office(tmp_path) as office:
        path = form_of(office, tmp_path)
        untouched = saved_again(path, tmp_path / "profile")
        assert differing(collected(office, untouched)) == []
        fill(path, "1", value=5, cause="缺人手")
        fill(path, "2", value="1188/1320")
        fill(path, "3", value="部分达成", share=70)
        fill(path, "资1", executed=84.6)
        found = collected(office, saved_again(path, tmp_path / "profile"))
        assert {(cell.name, cell.place.field, cell.state.value) for cell in differing(found)} == {
            ("活动次数", "value", "changed"), ("活动次数", "cause", "new"), ("及时率", "value", "changed"),
            ("环境质量", "value", "new"), ("财政拨款", "executed", "new"),
        }  # fmt: skip
        assert cell_of(found, "及时率").incoming == "1188/1320"


def test_that_the_form_prints_on_one_page(tmp_path):
    with open_office(tmp_path) as office:
        pdf = saved_again(form_of(office, tmp_path), tmp_path / "profile", "pdf")
    assert pdf.read_bytes().count(b"/Type/Page/") == 1
