"""Icons, styles, translations, messages, rule packs, forms, sample and help, as files under :data:`FOLDER`.

Not read through importlib.resources: loading that takes longer than reading what a window shows first.
"""

from pathlib import Path

#: Where they are.
FOLDER = Path(__file__).parent
