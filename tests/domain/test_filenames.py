"""Names of files: data, never paths, whatever somebody calls a file."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.filenames import LONGEST_STEM, ending, safe_name
from tests.domain.builders import modest

_TRICKS = st.sampled_from(
    ["../", "..\\", "C:\\", "/", "\u202e", "\x00", "\n", "CON", "nul", ".", " ", "é", "e\u0301", "名"]
)
_NAMES = st.lists(_TRICKS | st.text(max_size=6), max_size=60).map("".join)


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("7–9月拨付凭证.pdf", "7–9月拨付凭证.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\temp\\a.xlsx", "C__temp_a.xlsx"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("凭证\u202excod.exe", "凭证xcod.exe"),
        ("a\x00b\x1f.pdf", "ab.pdf"),
        ("e\u0301.pdf", "é.pdf"),
        ("..", "_"),
        ("", "_"),
        (" .pdf", "_.pdf"),
        ("说明", "说明"),
    ],
)
def test_that_a_name_is_shown_without_its_tricks(given_name: str, shown: str) -> None:
    assert safe_name(given_name) == shown


def test_that_a_very_long_name_keeps_its_ending() -> None:
    shown = safe_name("名" * 300 + ".pdf")
    assert shown.endswith("….pdf")
    assert len(shown.encode()) <= LONGEST_STEM + len(".pdf")


@modest
@given(_NAMES)
def test_that_no_name_is_a_path_a_device_or_a_trick(name: str) -> None:
    shown = safe_name(name)
    assert shown.strip(" .")
    assert shown not in (".", "..")
    assert not set(shown) & set('\\/:*?"<>|')
    assert all(unicodedata.category(sign) not in ("Cc", "Cf", "Cs") for sign in shown)
    assert shown.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL"}
    assert len(shown.encode()) < 255


@modest
@given(_NAMES)
def test_that_a_safe_name_stays_and_its_spelling_in_the_system_does_not_matter(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)
    assert safe_name(unicodedata.normalize("NFD", name)) == safe_name(unicodedata.normalize("NFC", name))


def test_that_an_ending_is_read_in_lower_case() -> None:
    assert [ending(name) for name in ("a.PDF", "a", "a.tar.gz")] == ["pdf", "", "gz"]
