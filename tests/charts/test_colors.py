"""The lanes' colours: readable as text on both papers, and apart from each other for colour-blind readers."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from timeline.charts.marks import DARK, LIGHT, Colors

Triple = tuple[float, float, float]
# Viénot, Brettel and Mollon (1999): what protanopes and deuteranopes see of linear RGB.
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "no green cones": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
WHITE = (0.95047, 1.0, 1.08883)


def linear(color: str) -> Triple:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(color: str) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(color: str, sight: str) -> Triple:
    rgb = linear(color)
    red, green, blue = (max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True))) for row in SIGHTS[sight])
    xyz = (
        0.4124 * red + 0.3576 * green + 0.1805 * blue,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue,
    )
    x, y, z = (
        (v / w) ** (1 / 3) if v / w > 0.008856 else 7.787 * v / w + 16 / 116 for v, w in zip(xyz, WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable(theme: Colors) -> None:
    for paper in (theme["paper"], theme["band"]):
        for color in (*theme["lanes"], theme["other"], theme["ink"], theme["muted"]):
            assert contrast(color, paper) >= 4.5, (color, paper)


@pytest.mark.parametrize("sight", list(SIGHTS))
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_neighbouring_lanes_are_apart_for_every_reader(theme: Colors, sight: str) -> None:
    lanes = theme["lanes"]
    for one, other in pairwise(lanes):
        assert dist(lab(one, sight), lab(other, sight)) >= 20, (one, other)
    for one, other in combinations(lanes, 2):
        assert dist(lab(one, sight), lab(other, sight)) >= 12, (one, other)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_lanes_are_told_apart_in_grey(theme: Colors) -> None:
    assert len(theme["lanes"]) <= 5
    grey = sorted(lab(color, "all cones")[0] for color in theme["lanes"])
    assert all(other - one >= 6 for one, other in pairwise(grey))
