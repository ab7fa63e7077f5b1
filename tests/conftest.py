"""What every test shares: a window system that needs no display, and no warning that goes unseen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
