"""评判等级 and their bands: 达成 [80%,100%], 部分达成 [60%,80%), 未达成 [0,60%) (财预〔2020〕10号)."""

from decimal import Decimal

from perftrack.domain.decimals import HUNDRED, ZERO
from perftrack.domain.terms import Grade

_MET_FROM, _PARTLY_FROM = Decimal(80), Decimal(60)
#: Lower end and upper end of each band in per cent; the upper end belongs only to 达成.
BANDS = {
    Grade.MET: (_MET_FROM, HUNDRED),
    Grade.PARTLY: (_PARTLY_FROM, _MET_FROM),
    Grade.UNMET: (ZERO, _PARTLY_FROM),
}


def band_of(share: Decimal) -> Grade:
    """The grade whose band holds ``share`` (per cent).

    >>> band_of(Decimal(80)).value, band_of(Decimal("79.99")).value
    ('达成', '部分达成')
    """
    if share >= _MET_FROM:
        return Grade.MET
    return Grade.PARTLY if share >= _PARTLY_FROM else Grade.UNMET


def in_band(grade: Grade, share: Decimal) -> bool:
    """Whether ``share`` (per cent) lies in the band of ``grade``."""
    return ZERO <= share <= HUNDRED and band_of(share) is grade
