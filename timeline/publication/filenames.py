"""The day that the name of a file, its folders or an address states."""

from __future__ import annotations

import re
from datetime import date

from timeline.publication.spellings import either
from timeline.vocabulary import MONTHS

NAMED_DAY = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<j>[-_./ ]?)(?P<m>0[1-9]|1[0-2])(?P=j)(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])"
    r"|(?<![0-9])(?P<d2>0?[1-9]|[12][0-9]|3[01])(?P<j2>[-_.])(?P<m2>0?[1-9]|1[0-2])(?P=j2)"
    r"(?P<y2>(?:19|20)[0-9]{2})(?![0-9])"
    rf"|(?<![0-9])(?P<d3>[0-3]?[0-9])[-_. ]?(?P<m3>{either(MONTHS)})[-_. ]?(?P<y3>(?:19|20)[0-9]{{2}})(?![0-9])"
    rf"|(?<![a-z])(?P<m4>{either(MONTHS)})[-_. ]?(?P<d4>[0-3]?[0-9])[-_. ,]{{1,2}}"
    r"(?P<y4>(?:19|20)[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
NAMED_YEAR = re.compile(r"(?:^|(?<=[-_/. ]))((?:19|20)[0-9]{2})(?=$|[-_/. ])")
HEX_RUN = re.compile(r"(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,}", re.IGNORECASE)


def day_in_name(name: str) -> date | None:
    """The day that a file's name or folders state.

    >>> day_in_name("2015-10-21-envoy.txt"), day_in_name("2015/10/21/envoy.html"), day_in_name("envoy-3.txt")
    (datetime.date(2015, 10, 21), datetime.date(2015, 10, 21), None)
    """
    for match in NAMED_DAY.finditer(HEX_RUN.sub("#", name)):
        part = match.groupdict()
        year, month, day = next(
            (part[y], part[m], part[d])
            for y, m, d in (("y", "m", "d"), ("y2", "m2", "d2"), ("y3", "m3", "d3"), ("y4", "m4", "d4"))
            if part[y]
        )
        number = int(month) if month.isdigit() else MONTHS[month.lower()]
        try:
            return date(int(year), number, int(day))
        except ValueError:
            continue
    return None


def year_in_name(name: str) -> int | None:
    """The year alone that a file's name or folders state, where no day stands.

    >>> year_in_name("syria-2015.txt"), year_in_name("003_46d52015eb8d21e9.txt")
    (2015, None)
    """
    years = {int(year) for year in NAMED_YEAR.findall(HEX_RUN.sub("#", name.rsplit(".", 1)[0]))}
    return years.pop() if len(years) == 1 else None
