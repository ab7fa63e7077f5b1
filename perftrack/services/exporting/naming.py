"""Names of exported files: a pattern with named places, filled for each sheet."""

import re
from collections.abc import Mapping

from perftrack.errors import UserError

#: The pattern of every name unless another is wished.
DEFAULT_PATTERN = "{年度}年{表名}_{名称}"
#: Places a pattern may name: year, name of the form, name of the plan or the department, section, number of the plan.
PLACES = ("年度", "表名", "名称", "科室", "序号")
_PLACE = re.compile(r"\{([^{}]*)\}")


def check_pattern(pattern: str) -> None:
    """Raises ``UserError("name_pattern_unknown")`` for a place that is not known, and for a pattern without any."""
    found = _PLACE.findall(pattern)
    rest = _PLACE.sub("", pattern)
    wrong = next((f"{{{place}}}" for place in found if place not in PLACES), "")
    if wrong or not found or "{" in rest or "}" in rest:
        known = "、".join(f"{{{place}}}" for place in PLACES)
        raise UserError("name_pattern_unknown", given=wrong or pattern, known=known)


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """``pattern`` with ``values`` in its places. What a value holds is never taken for a place.

    >>> filled(DEFAULT_PATTERN, {"年度": "2024", "表名": "自评表", "名称": "{年度}"})
    '2024年自评表_{年度}'
    """
    return _PLACE.sub(lambda found: values.get(found[1], ""), pattern)
