"""Icons exist, are drawn in the colour asked for, and are drawn once."""

import pytest
from PySide6.QtGui import QImage

from ui import assets, theme

_NEEDED = (
    *("overview", "entry", "review", "score", "plan", "sheet", "history", "settings", "search", "undo", "redo"),
    *("person", "building", "lock", "unlock", "return", "check", "x", "plus", "warn", "info", "clip", "comment"),
    *("compare", "flask", "panel", "copy", "print", "import", "folder", "file", "filter", "globe", "moon"),
    *("compass", "spin", "down", "up", "left", "right", "logo"),
)


def colours(name: str, size: int, token: str) -> set[str]:
    """Name the colours of the fully covered pixels of an icon."""
    image = assets.pixmap(name, size, token, ratio=4).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", _NEEDED)
def test_that_every_icon_of_the_design_exists_and_draws_something(qapp, name):
    assert name in assets.icon_names()
    assert theme.color("text").name() in colours(name, 24, "text")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_an_icon_takes_the_colour_of_its_token_in_the_scheme_shown(qapp, scheme):
    theme.install(qapp, scheme)
    assert colours("check", 16, "red") == {theme.color("red").name()}
    theme.install(qapp, "light")


def test_that_an_icon_is_sharp_at_twice_the_size(qapp):
    picture = assets.pixmap("lock", 16, "text-2", ratio=2)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2)


def test_that_asking_twice_gives_the_same_picture(qapp):
    assert assets.icon("lock", 16) is assets.icon("lock", 16)
    assert assets.pixmap("lock", 16) is assets.pixmap("lock", 16)


def test_that_small_icons_get_a_heavier_line(qapp):
    def ink(size: int) -> float:
        image = assets.pixmap("check", size, "text", ratio=8).toImage()
        covered = sum(image.pixelColor(x, y).alpha() > 127 for x in range(image.width()) for y in range(image.height()))
        return covered / image.width() ** 2

    assert ink(24) < ink(20) < ink(16) < ink(12)


def test_that_a_missing_icon_is_a_fault_of_the_program(qapp):
    with pytest.raises(FileNotFoundError):
        assets.icon("no-such-icon")


def test_that_the_style_template_knows_where_its_pictures_are():
    assert "@pictures@" not in assets.style_template()
    assert "/resources/styles/tick-@scheme@.svg" in assets.style_template()


def test_that_a_translation_has_its_place():
    assert assets.translation_path("zh_CN").name == "perftrack_zh_CN.qm"
