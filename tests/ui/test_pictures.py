"""Pictures of every page are drawn without a display, in both languages and schemes, always the same."""

import pytest
from PySide6.QtGui import QImage

from tests.ui.scored import sample_file
from tests.ui.windows import QUIET
from ui import languages
from ui.frame import registry
from ui.pictures import draw_pages

pytestmark = QUIET


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("pictures")
    sample = sample_file(folder)
    yield sample, draw_pages(sample, folder / "out", "zh_CN", ("light",))
    languages.use("en")


def test_every_page_and_the_first_one_have_their_picture(drawn):
    _, files = drawn
    keys = ["first-run", *(entry.key for entry in registry.pages())]
    names = [file.name for file in files]
    assert names == [name for key in keys for name in (f"{key}-zh_CN-light.png", f"{key}-zh_CN-light@2x.png")]


def test_pictures_have_the_size_asked_for(drawn):
    for file in drawn[1]:
        factor = 2 if "@2x" in file.name else 1
        image = QImage(str(file))
        assert (image.width(), image.height()) == (1366 * factor, 768 * factor)


def test_drawing_again_gives_the_same_pictures(drawn, tmp_path):
    sample, files = drawn
    again = draw_pages(sample, tmp_path, "zh_CN", ("light",), sharp=False)
    for file in again:
        assert file.read_bytes() == (files[0].parent / file.name).read_bytes(), file.name
