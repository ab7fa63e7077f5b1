"""Colours can be read, live in one place, and follow the system."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

import ui
from ui import theme, widgets

_TABLES = {"light": theme.LIGHT, "dark": theme.DARK}
_GROUNDS = ("window", "surface", "sunken", "selected")
_TEXTS = ("text", "text-2", "text-3", "accent", "amber-text", "red")
_GRAPHICS = ("accent", "green", "amber", "red", "blue", "grey", "border")
_ON_SOFT = [("green", "green-soft"), ("amber-text", "amber-soft"), ("red", "red-soft"), ("text-2", "grey-soft")]
_LITERAL = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*[\"'0-9]|Qt\.GlobalColor\.(?!transparent)")


@pytest.fixture(autouse=True)
def _back_to_light(qapp):
    yield
    theme.install(qapp, "light")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2 defines it, 1-21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", _TABLES)
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("text", _TEXTS)
def test_that_text_keeps_four_and_a_half_to_one_on_every_ground(scheme, ground, text):
    table = _TABLES[scheme]
    assert contrast(table[text], table[ground]) >= 4.5


@pytest.mark.parametrize("scheme", _TABLES)
@pytest.mark.parametrize("graphic", _GRAPHICS)
def test_that_graphics_keep_three_to_one_on_the_surface(scheme, graphic):
    table = _TABLES[scheme]
    assert contrast(table[graphic], table["surface"]) >= 3


@pytest.mark.parametrize("scheme", _TABLES)
def test_that_words_on_soft_fills_and_on_the_accent_can_be_read(scheme):
    table = _TABLES[scheme]
    for text, fill in [*_ON_SOFT, ("on-accent", "accent"), ("on-accent", "accent-hover"), ("accent", "selected")]:
        assert contrast(table[text], table[fill]) >= 4.5, (text, fill)


def test_that_both_schemes_know_the_same_tokens():
    assert theme.LIGHT.keys() == theme.DARK.keys()


def test_that_literal_colours_live_in_the_theme_only():
    folder = Path(ui.__file__).parent
    for path in folder.rglob("*.py"):
        if path != folder / "theme.py":
            assert not _LITERAL.findall(path.read_text("utf-8")), path


def test_that_pictures_of_the_style_sheet_use_colours_of_their_scheme():
    folder = Path(ui.__file__).parents[1] / "resources" / "styles"
    for scheme, table in _TABLES.items():
        for path in folder.glob(f"*-{scheme}.svg"):
            assert set(re.findall(r"#[0-9A-F]{6}", path.read_text("utf-8"))) <= set(table.values()), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_the_style_sheet_has_no_open_mark_and_reaches_the_application(qapp, scheme):
    theme.install(qapp, scheme)
    assert "@" not in qapp.styleSheet()
    assert theme.color("accent").name().upper() in qapp.styleSheet()
    assert theme.is_dark() is (scheme == "dark")


def test_that_palette_and_colours_change_with_the_scheme_and_say_so(qapp, qtbot):
    theme.install(qapp, "light")
    with qtbot.waitSignal(theme.changed):
        theme.install(qapp, "dark")
    assert theme.color("surface").name().upper() == theme.DARK["surface"]
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme.color("surface")


def test_that_a_scheme_asked_for_stays_when_the_system_changes(qapp):
    theme.install(qapp, "light")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark()


def test_that_the_system_is_followed_when_nothing_is_asked_for(qapp):
    theme.install(qapp, "system")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark()
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.is_dark()


def test_that_fonts_have_pixel_sizes_and_figures_of_equal_width(qapp):
    font = theme.font(20, bold=True)
    assert font.pixelSize() == 20
    assert font.bold()
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert "Noto Sans CJK SC" in font.families()


def test_that_a_chinese_font_is_noticed(qapp):
    assert theme.has_chinese_font()


@pytest.mark.parametrize("scheme", _TABLES)
def test_that_a_field_in_which_nothing_may_be_typed_is_no_box(qtbot, qapp, scheme):
    theme.install(qapp, scheme)
    page = QWidget()
    qtbot.addWidget(page)
    widgets.fill(page, "surface")
    row = QHBoxLayout(page)
    fields = [QLineEdit("已核实"), QLineEdit("已核实")]
    for field in fields:
        row.addWidget(field)
    fields[1].setReadOnly(True)
    page.ensurePolished()
    page.resize(400, 60)
    picture = page.grab().toImage()
    edges = [picture.pixelColor(field.x(), field.geometry().center().y()).name() for field in fields]
    assert edges == [theme.color("border").name(), theme.color("surface").name()]
