"""One chart: milliseconds for each handout of a first job, on a scale of tens. Drawn as SVG, in roles of its own."""

import math
from collections.abc import Iterable
from html import escape
from typing import Final

_WIDTH, _LEFT, _ROW, _TOP, _RIGHT = 720, 190, 30, 34, 80
_OURS: Final = "#0b5260"
_THEIRS: Final = "#9bb7bd"
_INK: Final = "#15262b"


def chart(bars: Iterable[tuple[str, float]], title: str) -> str:
    """Bars by name and milliseconds, shortest first; ours is the dark one."""
    rows = sorted(bars, key=lambda bar: bar[1])
    least = 10 ** math.floor(math.log10(min(value for _, value in rows)))
    most = 10 ** math.ceil(math.log10(max(value for _, value in rows)))
    span = math.log10(most / least) or 1.0
    width = _WIDTH - _LEFT - _RIGHT
    height = _TOP + _ROW * len(rows) + 28

    def at(value: float) -> float:
        return _LEFT + width * math.log10(value / least) / span

    told = ", ".join(f"{name} {_ms(value)}" for name, value in rows)
    look = 'font-family="sans-serif" font-size="13" role="img"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" fill="{_INK}" {look}>',
        f"<title>{escape(title)}: {escape(told)}.</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="10" y="20" font-weight="700">{escape(title)}</text>',
    ]
    for step in range(round(span) + 1):
        x, tick = at(least * 10**step), least * 10**step
        lines.append(f'<path d="M{x:.1f} {_TOP}V{height - 24}" stroke="#d5dfe2"/>')
        lines.append(f'<text x="{x:.1f}" y="{height - 8}" text-anchor="middle">{_ms(tick)}</text>')
    for number, (name, value) in enumerate(rows):
        y, is_ours = _TOP + _ROW * number + 5, name.startswith("brochures")
        colour, weight = (_OURS, 700) if is_ours else (_THEIRS, 400)
        end = max(at(value), _LEFT + 2)
        lines.append(f'<rect x="{_LEFT}" y="{y}" width="{end - _LEFT:.1f}" height="20" fill="{colour}"/>')
        lines.append(
            f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end" font-weight="{weight}">{escape(name)}</text>'
        )
        lines.append(f'<text x="{end + 6:.1f}" y="{y + 15}" font-weight="{weight}">{_ms(value)}</text>')
    return "\n".join([*lines, "</svg>\n"])


def _ms(value: float) -> str:
    return f"{value:,.0f} ms" if value >= 10 else f"{value:.2g} ms"  # noqa: PLR2004 - two digits say enough
