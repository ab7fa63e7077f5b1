"""PySide6 6.12.0 on Python 3.11 loses references to None and dies in the end; the pinned version must not."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter


def test_that_painting_keeps_its_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(2000):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(0, 0, 4, 4)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 200
