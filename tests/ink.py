"""What stands on a page as the eye reads it, from left to right: readers of text guess at lines of two directions."""

import pypdfium2


def lines_of(page: pypdfium2.PdfPage) -> list[str]:
    """The letters of each line by their places, whatever order a reader would give them."""
    texts = page.get_textpage()
    placed = []
    for place in range(texts.count_chars()):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(texts, place))
        left, below, right, _ = texts.get_charbox(place, loose=True)
        if letter.strip() and right > left:
            placed.append((round(below), left, letter))
    rows: dict[int, list[tuple[float, str]]] = {}
    for below, left, letter in placed:
        row = next((known for known in rows if abs(known - below) <= 2), below)
        rows.setdefault(row, []).append((left, letter))
    return ["".join(letter for _, letter in sorted(row)) for row in rows.values()]
