"""Own rule packs of a package: read, completed, and their worked examples run before anything is scored by them."""

from collections.abc import Mapping, Sequence
from typing import Any

from perftrack.domain.decimals import HUNDRED, ZERO
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.terms import Grade
from perftrack.errors import UserError
from perftrack.services import bundled
from perftrack.services.importing.fields import Fields, Spot, shown
from perftrack.services.importing.json_text import place_of

_PLACE = "packs"


def read_packs(tables: Sequence[Any]) -> dict[str, RulePack]:
    """The packs by id.

    Raises :class:`UserError`: the refusals of a package, naming key and place, and ``pack_unreadable`` and
    ``pack_example_failed`` naming the pack.
    """
    packs: dict[str, RulePack] = {}
    for position, table in enumerate(tables):
        spot = Spot(_PLACE, place_of(_PLACE, position))
        if not isinstance(table, dict):
            raise spot.refuse("package_not_object", given=shown(table))
        pack = _read(table, spot)
        if pack.id in packs:
            raise Spot("id", place_of(spot.place, "id")).refuse("package_pack_twice", given=pack.id)
        packs[pack.id] = pack
    return packs


def _read(table: Mapping[str, Any], spot: Spot) -> RulePack:
    if "id" not in table:
        raise Spot("id", place_of(spot.place, "id")).refuse("package_missing_key")
    fields = Fields(table, spot, "id", " ".join(key for key in table if " " not in key))
    name = fields.filled("id")
    if name in bundled.SHIPPED_PACKS:
        raise fields.at("id").refuse("package_pack_shipped", given=name)
    if fields.given("version"):
        fields.whole("version", 1, 10**6)
    for key in table:
        if key != "version":
            _refuse_numbers(table[key], fields.at(key))
    if fields.given("examples"):
        for example, example_spot in fields.items("examples"):
            _check_example(example, example_spot)
    pack = bundled.load_pack(table)
    _check_whole(pack)
    return pack


def _refuse_numbers(value: Any, spot: Spot) -> None:
    """Numbers are texts, here too; null has no meaning in a pack."""
    if value is None or (not isinstance(value, bool | str | dict | list)):
        raise spot.refuse("package_not_text", given=shown(value))
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_numbers(inner, Spot(key, place_of(spot.place, key)))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            _refuse_numbers(inner, Spot(spot.key, place_of(spot.place, position)))


def _check_example(example: Any, spot: Spot) -> None:
    if not isinstance(example, dict):
        raise spot.refuse("package_not_object", given=shown(example))
    for key, value in example.items():
        if not (isinstance(value, str) or (key == "finished" and isinstance(value, bool))):
            raise Spot(key, place_of(spot.place, key)).refuse("package_not_text", given=shown(value))


def _check_whole(pack: RulePack) -> None:
    """What every scoring needs: a share for each grade, a rating for each total."""
    shares = pack.grade_shares
    if set(shares) != set(Grade) or not all(ZERO <= share <= HUNDRED for share in shares.values()):
        raise UserError("pack_unreadable", pack=pack.id, key="grade_shares")
    limits = [limit for limit, _ in pack.ratings]
    if not limits or limits[-1] > 0 or limits != sorted(limits, reverse=True):
        raise UserError("pack_unreadable", pack=pack.id, key="ratings")
