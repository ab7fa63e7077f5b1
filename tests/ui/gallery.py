"""Draws every component, light and dark side by side, to be looked at.

Run: ``QT_QPA_PLATFORM=offscreen uv run python -m tests.ui.gallery OUTDIR``
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui import gallery_components, gallery_tables
from ui import theme

#: The page's name and what builds it.
PAGES: dict[str, Callable[[], QWidget]] = {
    "components": gallery_components.build,
    "tables": gallery_tables.build,
    "frame": gallery_tables.build_frame,
}
_WORDS = {"Green": "绿", "Yellow": "黄", "Red": "红", "Blue": "蓝", "Not reported": "未报", "Cancel": "取消"}
_WORDS["Search plans, indicators, commands"] = "搜索目标、指标、命令"


class Words(QTranslator):
    """Translates the few words that the components bring themselves."""

    def translate(self, context: str, sourceText: str, disambiguation: str = "", n: int = -1) -> str:  # noqa: N803
        return _WORDS.get(sourceText, "")

    def isEmpty(self) -> bool:
        return False


def draw(app: QApplication, name: str) -> QPixmap:
    """Draw one page in both schemes, side by side."""
    halves = []
    for scheme in ("light", "dark"):
        theme.install(app, scheme)
        page = PAGES[name]()
        page.show()
        page.activateWindow()
        app.processEvents()
        focused = page.findChild(QWidget, "focused")
        if focused is not None:
            focused.setFocus(Qt.FocusReason.TabFocusReason)
        app.processEvents()
        halves.append(page.grab())
        page.close()
        page.deleteLater()
    ratio = halves[0].devicePixelRatio()
    whole = QPixmap(sum(half.width() for half in halves), max(half.height() for half in halves))
    whole.setDevicePixelRatio(ratio)
    with QPainter(whole) as painter:
        painter.drawPixmap(0, 0, halves[0])
        painter.drawPixmap(round(halves[0].width() / ratio), 0, halves[1])
    return whole


def main(folder: Path) -> None:
    """Write one PNG per page into ``folder``."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    words = Words(app)
    app.installTranslator(words)
    folder.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        draw(app, name).save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
