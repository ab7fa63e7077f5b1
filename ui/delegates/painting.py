"""Everything that is painted by hand, gathered for delegates, widgets and charts.

All functions are pure: they take a painter and values, ask :mod:`ui.theme` for colours and fonts, and leave the
painter with antialiasing off. Pen, brush and font are not kept.
"""

from ui.delegates.bars import (
    bar,
    execution_bar,
    light_shares,
    rating_bands,
    score_bar,
    share,
    small_execution_bar,
    whisker,
)
from ui.delegates.cells import heat, sparkline, state_fill, state_marks, state_tone, state_word
from ui.delegates.lights import light, light_width, light_word, marker
from ui.delegates.strokes import (
    CENTER,
    LEFT,
    RIGHT,
    elided,
    focus_frame,
    metrics,
    picture,
    rounded,
    rule,
    text,
    two_lines,
    wave,
    width,
)

__all__ = [
    "CENTER",
    "LEFT",
    "RIGHT",
    "bar",
    "elided",
    "execution_bar",
    "focus_frame",
    "heat",
    "light",
    "light_shares",
    "light_width",
    "light_word",
    "marker",
    "metrics",
    "picture",
    "rating_bands",
    "rounded",
    "rule",
    "score_bar",
    "share",
    "small_execution_bar",
    "sparkline",
    "state_fill",
    "state_marks",
    "state_tone",
    "state_word",
    "text",
    "two_lines",
    "wave",
    "whisker",
    "width",
]
