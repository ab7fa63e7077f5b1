"""A sentence not yet spoken: section, code and arguments of ``resources/messages``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence of ``section``; the services speak it in the language of whoever asks."""

    section: str
    code: str
    arguments: Mapping[str, str] = field(default_factory=dict)
