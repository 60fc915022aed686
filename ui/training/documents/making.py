"""A document in the making: a page of it to look at, or the whole to print or to keep. All of it beside the window."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from jobs.certificates.left_out import LeftOut
from jobs.papers.printing import paper_pdf, preview_paper, print_paper
from models.errors import MissingGlyph, NobodyPrintable, NothingToPrint, SijilError
from models.store import Store
from models.training.roster import Roster
from resources.words import words_for
from ui.background import Progress
from ui.widgets.preview import page_count, picture_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the preview, or why there is none."""

    image: QImage
    page: int = 0
    pages: int = 0
    problem: SijilError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which document, and for whom."""

    training_id: str
    key: str
    language: str
    options: Any
    recipient: str
    purpose: str

    def preview(self, found: Roster, page: int, store: Store, progress: Progress) -> Shown:
        try:
            pdf = preview_paper(store, found, self.key, words_for(self.language), self.options)
        except (NothingToPrint, NobodyPrintable, MissingGlyph) as problem:
            return Shown(QImage(), problem=problem)
        pages = page_count(pdf)
        page = min(page, pages - 1)
        return Shown(picture_of(pdf, page), page, pages)

    def pdf(self, store: Store, progress: Progress) -> tuple[bytes, tuple[LeftOut, ...]]:
        words, given = words_for(self.language), {"recipient": self.recipient, "purpose": self.purpose}
        made, outcome = paper_pdf(store, self.training_id, self.key, words, self.options, progress, **given)
        return made, outcome.left_out

    def write(self, path: Path, store: Store, progress: Progress) -> tuple[LeftOut, ...]:
        """Whom the document leaves out."""
        words, given = words_for(self.language), {"recipient": self.recipient, "purpose": self.purpose}
        outcome = print_paper(store, self.training_id, self.key, path, words, self.options, progress, **given)
        return outcome.left_out
