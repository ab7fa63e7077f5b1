"""Strangers' workbooks: what unpacks without end, declares entities or reaches too far is refused before it is read."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perftrack.errors import UserError
from perftrack.services import collectionform
from perftrack.services.exporting.collection import form_bytes
from perftrack.services.importing import office_file
from perftrack.services.importing.collection_reader import form_of, read_form
from perftrack.services.importing.office_file import check_office_file, read_office_file
from perftrack.services.messages import LANGUAGES, speaker
from tests.services.importing.forms import Q3, open_office
from tests.services.importing.hostile import SHEET, packed, parts, with_part


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> bytes:
    """A form as it is sent."""
    with open_office(tmp_path_factory.mktemp("office")) as office:
        return form_bytes(office, office.plans(2024)[0], Q3)


def refusal(content: bytes) -> str:
    with pytest.raises(UserError) as refused:
        form_of(check_office_file(content, "form.xlsx"))
    for language in LANGUAGES:
        assert "form.xlsx" in speaker(language).error(refused.value)
    return refused.value.code


def test_that_a_form_is_read(content):
    assert form_of(check_office_file(content, "form.xlsx")).stamp.plan == "社区服务群众经费"


def test_that_a_zip_bomb_is_refused(content):
    assert refusal(with_part(content, "xl/media/bomb.bin", b"\0" * 60_000_000)) == "book_packed"


def test_that_a_lie_about_the_size_of_an_entry_is_refused(content):
    body = b"<x>" + b" " * 500_000 + b"</x>"
    told = bytearray(with_part(content, "xl/extra.xml", body))
    for place, offset in ((told.rfind(b"PK\x01\x02"), 24), (told.rfind(b"PK\x03\x04"), 22)):
        told[place + offset : place + offset + 4] = (10).to_bytes(4, "little")
    assert refusal(bytes(told)) == "book_no_workbook"


def test_that_too_many_entries_are_refused(content):
    assert refusal(packed({**parts(content), **{f"x/{n}": b"" for n in range(2001)}})) == "book_packed"


def test_that_a_large_file_is_not_even_opened(tmp_path, content, monkeypatch):
    monkeypatch.setattr(office_file, "LARGEST", 1000)
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_office_file(path)
    assert refused.value.code == "book_too_large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", SHEET, "xl/styles.xml", "xl/workbook.xml", "docProps/a.xml"])
def test_that_a_doctype_is_refused_in_any_part_and_encoding(content, part, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert refusal(with_part(content, part, text.encode(encoding))) == "book_doctype"


@pytest.mark.parametrize(
    "row", [b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', b"<row r='900000'><c/></row>"]
)
def test_that_a_far_cell_is_refused(content, row):
    sheet = parts(content)[SHEET].replace(b"</sheetData>", row + b"</sheetData>")
    far = sheet.replace(b"900000", b"9000000")
    assert refusal(with_part(content, SHEET, far)) == "book_far_cell"


def test_that_an_empty_far_row_does_no_harm(content):
    sheet = parts(content)[SHEET].replace(b"</sheetData>", b'<row r="1048576" ht="15"/></sheetData>')
    assert form_of(check_office_file(with_part(content, SHEET, sheet), "form.xlsx")).indicators


@pytest.mark.parametrize("strange", [b"", b"PK", b"no workbook", b"PK\x03\x04" + b"\0" * 100, b"\xd0\xcf\x11\xe0 old"])
def test_that_what_is_no_workbook_is_refused(strange):
    assert refusal(strange) in ("book_no_workbook", "book_encrypted")


def test_that_another_zip_is_refused():
    assert refusal(packed({"word/document.xml": b"<x/>"})) == "book_no_workbook"


def test_that_a_workbook_of_somebody_else_is_refused(content):
    entries = parts(content)
    entries["xl/workbook.xml"] = entries["xl/workbook.xml"].replace(b'name="perftrack"', b'name="other"')
    assert refusal(packed(entries)) == "collect_not_ours"


def test_that_a_newer_form_asks_for_the_newer_program(content, tmp_path, monkeypatch):
    monkeypatch.setattr(collectionform, "VERSION", 2)
    with open_office(tmp_path) as office:
        newer = form_bytes(office, office.plans(2024)[0], Q3)
    monkeypatch.undo()
    assert refusal(newer) == "collect_newer"


def test_that_a_hand_in_the_hidden_page_is_noticed(content):
    entries = parts(content)
    strings = entries["xl/sharedStrings.xml"]
    place = strings.index(b"eyJ")  # the JSON in base64 begins with a brace
    entries["xl/sharedStrings.xml"] = strings[: place + 40] + b"AAAA" + strings[place + 44 :]
    assert refusal(packed(entries)) == "collect_damaged"


def test_that_a_missing_column_is_named(content):
    entries = parts(content)
    entries["xl/sharedStrings.xml"] = entries["xl/sharedStrings.xml"].replace("<t>完成值</t>".encode(), b"<t>x</t>")
    assert refusal(packed(entries)) == "collect_column_missing"


def test_that_a_file_that_cannot_be_read_is_a_sentence(tmp_path):
    with pytest.raises(UserError) as refused:
        read_form(tmp_path / "gone.xlsx")
    assert refused.value.code == "cannot_read"
    assert Path(str(refused.value.arguments["path"])).name == "gone.xlsx"


def damage(data: st.DataObject, whole: bytes) -> bytes:
    """A few other bytes, perhaps cut off."""
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    return bytes(damaged[: data.draw(st.integers(len(damaged) // 2, len(damaged)))])


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_that_damaged_forms_are_read_or_refused_in_words_never_more(content, data):
    entries = parts(content)
    if data.draw(st.booleans()):
        name = data.draw(st.sampled_from(sorted(entries)))
        strange = packed({**entries, name: damage(data, entries[name])})
    else:
        strange = damage(data, content)
    with contextlib.suppress(UserError):
        form_of(check_office_file(strange, "form.xlsx"))
