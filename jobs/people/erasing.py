"""Erasure on request: noted at the desk, decided and done by the owner of the records, answered with what remains."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from documents import report
from jobs.people.on_file import paper_label, papers_with, related
from models.content import Content, Facts, Heading, Paragraph, Table
from models.errors import AnsweredMeanwhile
from models.fields import Use, fields_of
from models.ids import new_id
from models.paper import Orientation, PaperSize, page_size
from models.people.entries import person
from models.records import (
    Certificate,
    Enrolment,
    ErasureRequest,
    Participant,
    PrintedPaper,
    Scan,
)
from models.records.codes import ErasureState
from models.step import Step
from models.storage.backup_shelf import Backup, gone_by, of_every_laptop
from models.storage.files import whole_file
from models.store import Store
from models.wall_clock import here
from resources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRequest:
    request: ErasureRequest
    participant: Participant
    trainings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """What an erasure in this register cannot reach."""

    papers: tuple[PrintedPaper, ...]
    scans: tuple[Scan, ...]
    certificates: tuple[Certificate, ...]
    """Printed or handed over, with the name on them."""
    backups: tuple[Backup, ...]
    """The oldest first."""


def note_request(store: Store, participant_id: str, today: date) -> ErasureRequest:
    """Somebody asked; nothing is erased yet. Asking twice is asking once."""
    with store.step("request") as step:
        group = store.identities.group(participant_id)
        for known in store.erasure_requests.where(state=ErasureState.OPEN.value):
            if known.participant_id in group:
                return known
        made = ErasureRequest(id=new_id(), participant_id=participant_id, asked_on=today, noted_by=store.who)
        step.add(made)
    return made


def open_requests(store: Store) -> list[OpenRequest]:
    """Those that wait for a decision, the oldest first."""
    return list(_open(store))


def count_open(store: Store) -> int:
    return len(store.erasure_requests.where(state=ErasureState.OPEN.value))


def _open(store: Store) -> Iterator[OpenRequest]:
    known = store.identities
    for request in store.erasure_requests.where(state=ErasureState.OPEN.value):
        participant = person(store, request.participant_id)
        if participant is not None:
            ids = sorted(known.group(request.participant_id))
            count = len({one.training_id for one in store.enrolments.among("participant_id", ids)})
            yield OpenRequest(request=request, participant=participant, trainings=count)


def refuse(store: Store, request: ErasureRequest, reason: str, today: date) -> None:
    """
    :raises AnsweredMeanwhile: when somebody else has decided
    """
    with store.step("request") as step:
        _decide(store, step, request, today, {"state": ErasureState.REFUSED, "reason": reason})


def _decide(store: Store, step: Step, request: ErasureRequest, today: date, said: Mapping[str, Any]) -> None:
    found = store.erasure_requests.still(request.id)
    if found.state is not ErasureState.OPEN or "state" in found.unread:
        raise AnsweredMeanwhile()
    step.change(ErasureRequest, request.id, {"decided_on": today, "decided_by": store.who, **said})


def erase(store: Store, request: ErasureRequest, today: date) -> ErasureRequest:
    """Take away name, contacts and all that tells who it was, in every entry and for good.

    Sex, institution, governorate, attendance and certificate numbers stay: a counted row without a name.
    It cannot be undone, and what was done before it neither: Undo could bring a name back.

    :raises AnsweredMeanwhile: when somebody else has decided
    """
    with store.step() as step:
        _decide(store, step, request, today, {"state": ErasureState.DONE})
        for records in related(store, request.participant_id).values():
            for record in records:
                if fields := fields_of(type(record), Use.PERSONAL):
                    step.erase(record.KIND, record.id, {field.name for field in fields})
    store.undoable.forget()
    return store.erasure_requests.get(request.id)


def remains(store: Store, participant_id: str, decided_on: date | None = None) -> Remains:
    """What still names a person after an erasure on this day, or would after one now."""
    found = related(store, participant_id)
    enrolments: list[Enrolment] = found["enrolments"]
    papers = papers_with(store, enrolments)
    by_id = {paper.id: paper for paper in papers}
    scans = [
        scan
        for scan in store.scans.among("training_id", {one.training_id for one in enrolments})
        if not scan.paper_id or (scan.paper_id in by_id and _is_on(scan, by_id[scan.paper_id], enrolments))
    ]
    copies = of_every_laptop(store.safekeeping.backups_folder)
    before = [one for one in copies if decided_on is None or here(one.moment).date() <= decided_on]
    return Remains(
        papers=tuple(papers),
        scans=tuple(scans),
        certificates=tuple(one for one in found["certificates"] if one.printed_on or one.handed_over_on),
        backups=tuple(before),
    )


def _is_on(scan: Scan, paper: PrintedPaper, enrolments: list[Enrolment]) -> bool:
    """Whether one of these people stands on the page that was scanned."""
    if not 0 < scan.page <= len(paper.page_rows):
        return True
    first = sum(paper.page_rows[: scan.page - 1])
    rows = set(paper.row_ids[first : first + paper.page_rows[scan.page - 1]])
    return bool(rows & {one.id for one in enrolments}) or first >= len(paper.row_ids)


def save_answer(store: Store, request: ErasureRequest, path: Path, words: Words) -> None:
    """The answer to whoever asked: what was done, and what remains where and until when.

    :raises DiskFull, NotWritable: and no half-written file stays
    """
    content = answer(store, request, words)
    with whole_file(path) as part, part.open("wb") as stream:
        report.render(stream, content, page_size(PaperSize.A4, Orientation.PORTRAIT), words)


def answer(store: Store, request: ErasureRequest, words: Words) -> Content:
    """Without a name: whoever asked gets it in their hand; the reference says which request it was."""
    facts = [(words.say("Number of the request"), f"\u2066{reference(request)}\u2069")]
    if request.asked_on:
        facts.append((words.say("Asked on"), words.date(request.asked_on)))
    if request.decided_on:
        facts.append((words.say("Decided on"), words.date(request.decided_on)))
    if request.decided_by:
        facts.append((words.say("Decided by"), request.decided_by))
    is_done = request.state is ErasureState.DONE
    parts = _done_parts(store, request, words) if is_done else (Paragraph(_refusal(request, words)),)
    return Content(
        title=words.say("Answer to a request for erasure"),
        subtitle="",
        parts=(Facts(tuple(facts)), *parts),
        language=words.language,
        is_rtl=words.is_rtl,
    )


def reference(request: ErasureRequest) -> str:
    """Eight digits by which a request is named on paper."""
    return request.id.replace("-", "")[-8:].upper()


def _refusal(request: ErasureRequest, words: Words) -> str:
    return words.say("The data was not erased, for this reason: {reason}", reason=request.reason)


def _done_parts(store: Store, request: ErasureRequest, words: Words) -> tuple[Paragraph | Heading | Table, ...]:
    done = words.say(
        "Your name, phone number, e-mail address, year of birth, position, photograph, signature and answers were "
        "erased from the training records, and are erased again should they arrive from another laptop."
    )
    counted = words.say(
        "A row without a name stays, so that the number of women and men from each institution remains right, "
        "and the number of a certificate, so that it can be checked."
    )
    columns = ((words.say("Where"), 3.0), (words.say("What"), 3.0), (words.say("Until"), 3.0))
    rows = tuple(remains_rows(remains(store, request.participant_id, request.decided_on), words))
    return (
        Paragraph(done),
        Paragraph(counted),
        Heading(words.say("What remains outside the records")),
        Table(columns, rows or ((words.say("nothing"), "", ""),)),
    )


def remains_rows(left: Remains, words: Words) -> Iterator[tuple[str, str, str]]:
    """Where, what, until when."""
    kept = words.say("as long as the file of the training is kept")
    for paper in left.papers:
        printed = words.date(paper.printed_on) if paper.printed_on else ""
        where = words.say("On paper, given to {recipient}", recipient=paper.recipient) if paper.recipient else ""
        yield where or words.say("On paper"), words.listed((paper_label(paper, words), printed)), kept
    for certificate in left.certificates:
        yield words.say("On paper"), words.say("Certificate {number}", number=f"\u2066{certificate.number}\u2069"), kept
    if left.scans:
        yield (
            words.say("In the records, as a picture"),
            words.count("{n} scanned sheet with several names", "{n} scanned sheets with several names",
                        len(left.scans)),
            words.say("as long as it proves the attendance of the others"),
        )  # fmt: skip
    if left.backups:
        oldest = words.date(here(left.backups[0].moment).date())
        yield (
            words.say("Backups"),
            words.count("{n} backup since {day}", "{n} backups since {day}", len(left.backups), day=oldest),
            words.date(max(map(gone_by, left.backups))),
        )
    yield (
        words.say("Tables, PDF files and copies"),
        words.say("whatever was saved outside the records, also on sticks"),
        words.say("whoever has them must delete them"),
    )
