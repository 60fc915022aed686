"""The round trip of paper: signed sheets come back as scans and find their sessions by the code on each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from documents.page import Progress, no_progress
from exchange.scans import ScannedPage, scanned_pages
from jobs.attendance.page_codes import PREFIX, page_code
from models.blobs import JPEG, blob_of
from models.errors import NoCodeFound
from models.records import Nomination, PrintedPaper, Scan, Session
from models.records.enrolments import derived_id
from models.step import Step
from models.store import Store
from models.training.roster import Attendee, Roster
from models.wall_clock import today_at


@dataclass(slots=True, kw_only=True)
class TakenIn:
    """What became of some files."""

    scans: list[Scan] = field(default_factory=list)
    other_trainings: list[str] = field(default_factory=list)
    """Codes of trainings to which pages went, or would have gone if they were here."""
    unknown: list[str] = field(default_factory=list)
    """Names of files with a page whose code could not be read, or leads nowhere."""


def take_in(
    store: Store, training_id: str, paths: Sequence[Path], progress: Progress = no_progress
) -> TakenIn:  # fmt: skip
    """Put every page to the sheet that its code names, all in one step; a page that comes twice is there once.

    :raises NotReadable: when there is no such file; nothing is taken in
    """
    taken = TakenIn()
    pages = list(_read(paths, taken, progress))
    with store.step("scan") as step:
        for path, page in pages:
            _take_page(store, step, training_id, path, page, taken)
    return taken


def _read(paths: Sequence[Path], taken: TakenIn, progress: Progress) -> Iterator[tuple[Path, ScannedPage]]:
    for done, path in enumerate(paths):
        try:
            for page in scanned_pages(path, PREFIX, partial(progress, done, len(paths))):
                yield path, page
        except NoCodeFound:
            taken.unknown.append(path.name)


def _take_page(store: Store, step: Step, training_id: str, path: Path, page: ScannedPage, taken: TakenIn) -> None:
    codes = [found for text in page.texts if (found := page_code(text)) is not None]
    if not codes:
        taken.unknown.append(path.name)
    for code in codes:
        papers = store.papers.where(code=code.code)
        if not papers or not 1 <= code.page <= len(papers[0].page_rows):
            taken.other_trainings.append(code.training)
            continue
        if papers[0].training_id != training_id:
            taken.other_trainings.append(store.trainings.get(papers[0].training_id).code)
        taken.scans.append(_put(store, step, papers[0], code.page, page.jpeg))


def _put(store: Store, step: Step, paper: PrintedPaper, page: int, jpeg: bytes) -> Scan:
    image = blob_of(jpeg, JPEG)
    scan = Scan(
        id=derived_id("scan", paper.id, str(page), image.digest),
        training_id=paper.training_id,
        paper_id=paper.id,
        page=page,
        session_ids=tuple(paper.page_sessions[page - 1].split()),
        image=image,
        added_on=_today_at(store, paper.training_id),
    )
    _keep(store, step, scan, jpeg)
    return scan


def _today_at(store: Store, training_id: str) -> date:
    return today_at(store.trainings.get(training_id).zone)


def _keep(store: Store, step: Step, scan: Scan, jpeg: bytes) -> None:
    """One that is there already stays as it is, with its day."""
    step.keep(jpeg, JPEG)
    if store.scans.find(scan.id) is None:
        step.add(scan)
    else:
        step.change(Scan, scan.id, {"removed": False})


def take_in_by_hand(store: Store, training_id: str, path: Path, paper_id: str, page: int) -> list[Scan]:
    """Where no code can be read, somebody says which page it is.

    :raises NotReadable, NoCodeFound: when it is no picture and no PDF
    """
    paper = store.papers.get(paper_id)
    found = list(scanned_pages(path, PREFIX))
    with store.step("scan") as step:
        return [_put(store, step, paper, page, one.jpeg) for one in found]


def attach_letter(store: Store, nomination_id: str, path: Path) -> Scan:
    """Keep the first page of a letter of nomination with its number and date.

    :raises NotReadable, NoCodeFound: when it is no picture and no PDF
    """
    nomination = store.nominations.get(nomination_id)
    page = next(iter(scanned_pages(path, PREFIX)))
    image = blob_of(page.jpeg, JPEG)
    scan = Scan(
        id=derived_id("letter", nomination_id, image.digest),
        training_id=nomination.training_id,
        image=image,
        added_on=_today_at(store, nomination.training_id),
    )
    with store.step("scan") as step:
        _keep(store, step, scan, page.jpeg)
        step.change(Nomination, nomination_id, {"scan_id": scan.id})
    return scan


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """A page of a printed sheet, and what came back of it."""

    paper: PrintedPaper
    page: int
    sessions: tuple[Session, ...]
    attendees: tuple[Attendee | None, ...]
    """Of the numbered rows; None for a blank row, or for somebody who is gone."""
    first_row: int
    """The number of the first row, from 1."""
    scans: tuple[Scan, ...]


def sheet_pages(store: Store, found: Roster) -> list[SheetPage]:
    """Every page of every attendance sheet that was printed, the latest printing first."""
    training_id = found.training.id
    papers = [one for one in store.papers.where(training_id=training_id) if one.document == "sheet" and one.page_rows]
    scans = [one for one in store.scans.where(training_id=training_id) if not one.removed]
    papers.sort(key=lambda one: one.id, reverse=True)
    return [page for paper in papers for page in _pages_of(paper, found, scans)]


def _pages_of(paper: PrintedPaper, found: Roster, scans: list[Scan]) -> list[SheetPage]:
    by_id = {own_id: one for one in found.attendees for own_id in one.enrolment_ids}
    sessions = {one.id: one for one in found.sessions}
    made = []
    row, held_before = 0, ""
    for place, (rows, held) in enumerate(zip(paper.page_rows, paper.page_sessions, strict=False)):
        row = row if held == held_before else 0  # each day begins anew with the first row
        held_before = held
        own = paper.row_ids[row : row + rows]
        made.append(
            SheetPage(
                paper=paper,
                page=place + 1,
                sessions=tuple(sessions[one] for one in held.split() if one in sessions),
                attendees=tuple(by_id.get(one) for one in own),
                first_row=row + 1,
                scans=tuple(one for one in scans if one.paper_id == paper.id and one.page == place + 1),
            )
        )
        row += rows
    return made


def remove_scan(store: Store, scan: Scan) -> None:
    """Undo brings it back."""
    with store.step("scan") as step:
        step.change(Scan, scan.id, {"removed": True})


def jpeg_of(store: Store, scan: Scan) -> bytes:
    """Nothing while the picture has not come to this laptop yet."""
    return store.blobs.find(scan.image)
