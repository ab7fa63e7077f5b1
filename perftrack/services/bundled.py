"""What ships inside the package: rule packs, messages, the sample. The only core module that reads ``resources``."""

import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from perftrack.domain.packexamples import run_examples
from perftrack.domain.rulepacks import RulePack, read_pack
from perftrack.errors import UserError
from resources import FOLDER

SHIPPED_PACKS = ("national-2020", "national-2021", "linear-ceiling")


@cache
def shipped_pack(pack_id: str) -> RulePack:
    """A pack that ships with the program, its worked examples run. Raises ``UserError("unknown_pack")``."""
    if pack_id not in SHIPPED_PACKS:
        raise UserError("unknown_pack", pack=pack_id, known=", ".join(SHIPPED_PACKS))
    text = (FOLDER / "rulepacks" / f"{pack_id}.toml").read_text(encoding="utf-8")
    return load_pack(tomllib.loads(text, parse_float=Decimal))


def load_pack(table: Mapping[str, Any]) -> RulePack:
    """A pack from its table, refused with the example named when one of its examples fails."""
    pack = read_pack(table)
    run_examples(pack)
    return pack


@cache
def messages(language: str) -> Mapping[str, Mapping[str, Any]]:
    """All sentences of ``language`` (zh_CN or en) by section and code."""
    text = (FOLDER / "messages" / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def sample_package() -> dict[str, Any]:
    """The reference office 2024 with illustrative actuals, as a package (see services.importing.package)."""
    text = (FOLDER / "sample" / "sample.json").read_text(encoding="utf-8")
    package: dict[str, Any] = json.loads(text)
    return package
