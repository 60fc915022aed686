"""Printing a document of a training: whole or not at all, and remembered."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.page import Progress, no_progress
from jobs.attendance.page_codes import new_code
from jobs.certificates.left_out import LeftOut
from jobs.papers.drawing import Drawn, draw
from jobs.papers.kinds import Made, Material
from jobs.papers.registry import kind_of
from models.errors import UnknownFormat
from models.ids import new_id
from models.records import PrintedPaper
from models.storage.files import whole_file, write_whole
from models.store import Store
from models.training import roster
from models.training.roster import Roster
from models.wall_clock import today_at
from resources.words import Words

_NO_CODE = "00000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of printing."""

    paper: PrintedPaper
    left_out: tuple[LeftOut, ...] = ()


def print_paper(
    store: Store,
    training_id: str,
    key: str,
    path: Path,
    words: Words,
    options: Any = None,
    progress: Progress = no_progress,
    *,
    recipient: str = "",
    purpose: str = "",
) -> Outcome:
    """Write a document and remember that it was given out: to whom, and what for.

    :param options: of the kind's own type; none given: the usual ones
    :raises NothingToPrint: when there is nothing to say
    :raises NobodyPrintable, MissingGlyph: when a letter that no font draws stands in the way of all
    :raises UnknownPaper, UnknownFormat, DiskFull, NotWritable: and no half-written file stays
    """
    kind = kind_of(key)
    material = _material(store, roster.load(store, training_id), words, new_code())
    options = options or kind.options()
    drawn = Drawn(made=Made(draw=_nothing))
    if path.suffix.casefold() == ".pdf":
        with whole_file(path) as part, part.open("wb") as stream:
            drawn = draw(kind, material, options, stream, progress)
    elif path.suffix.casefold() in kind.others:
        progress(0, 0)
        write_whole(path, kind.others[path.suffix.casefold()](material, options))
    else:
        raise UnknownFormat(ending=path.suffix)
    return Outcome(paper=_remember(material, key, drawn.made, recipient, purpose), left_out=drawn.left_out)


def paper_pdf(
    store: Store,
    training_id: str,
    key: str,
    words: Words,
    options: Any = None,
    progress: Progress = no_progress,
    *,
    recipient: str = "",
    purpose: str = "",
) -> tuple[bytes, Outcome]:
    """The same for a printer."""
    kind = kind_of(key)
    material = _material(store, roster.load(store, training_id), words, new_code())
    stream = io.BytesIO()
    drawn = draw(kind, material, options or kind.options(), stream, progress)
    paper = _remember(material, key, drawn.made, recipient, purpose)
    return stream.getvalue(), Outcome(paper=paper, left_out=drawn.left_out)


def preview_paper(store: Store, found: Roster, key: str, words: Words, options: Any = None) -> bytes:
    """The document as a PDF; it is not remembered, and its code leads nowhere.

    :raises NothingToPrint: when there is nothing to say
    :raises NobodyPrintable, MissingGlyph: when a letter that no font draws stands in the way of all
    """
    kind = kind_of(key)
    stream = io.BytesIO()
    draw(kind, _material(store, found, words, _NO_CODE), options or kind.options(), stream, no_progress)
    return stream.getvalue()


def papers_of(store: Store, training_id: str) -> list[PrintedPaper]:
    """What was given out, the latest first."""
    return sorted(store.papers.where(training_id=training_id), key=lambda one: one.id, reverse=True)


def _material(store: Store, found: Roster, words: Words, code: str) -> Material:
    today = today_at(found.training.zone)
    return Material(store=store, found=found, words=words, code=code, today=today)


def _remember(material: Material, key: str, made: Made, recipient: str, purpose: str) -> PrintedPaper:
    training_id = material.found.training.id
    with material.store.step() as step:
        before = [one for one in material.store.papers.where(training_id=training_id) if one.document == key]
        paper = PrintedPaper(
            id=new_id(),
            training_id=training_id,
            document=key,
            code=material.code,
            version=len(before) + 1,
            language=material.words.language,
            printed_on=material.today,
            recipient=recipient,
            purpose=purpose,
            session_ids=made.session_ids,
            row_ids=made.row_ids,
            page_rows=made.page_rows,
            page_sessions=made.page_sessions,
        )
        step.add(paper)
    return paper


def _nothing(stream: object, progress: Progress) -> None:
    """For documents that are no pages."""
