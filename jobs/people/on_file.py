"""What is on file about one person, to be handed to them on request: to read, or as data."""

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from documents import report
from exchange import word
from jobs.in_words import choice
from jobs.people.directory import trainings_of
from jobs.people.joining import entries_of
from jobs.people.noted import facts, pictures, question
from jobs.trainings.place import place_name
from models.blobs import Blob
from models.content import Content, Facts, Heading, Paragraph, Part, Table
from models.errors import RecordMissing, UnknownFormat
from models.fields import Record, fields_of, values_of
from models.paper import Orientation, PaperSize, page_size
from models.people.entries import person
from models.records import (
    AttendanceMark,
    Certificate,
    CustomAnswer,
    Enrolment,
    Participant,
    PrintedPaper,
    Score,
    Session,
)
from models.storage.files import whole_file, write_whole
from models.store import Store
from models.training.roster import sessions_of
from resources.words import Words
from resources.words.codes import code_word


def save_about(store: Store, participant_id: str, path: Path, words: Words) -> None:
    """
    :param path: ends in .pdf, .docx or .json
    :raises UnknownFormat, RecordMissing, DiskFull, NotWritable: and no half-written file stays
    """
    ending = path.suffix.casefold()
    if ending == ".json":
        text = json.dumps(data_about(store, participant_id), ensure_ascii=False, indent=2)
        write_whole(path, text.encode("utf-8"))
    elif ending == ".docx":
        write_whole(path, word.encode(content_about(store, participant_id, words)))
    elif ending == ".pdf":
        content = content_about(store, participant_id, words)
        with whole_file(path) as part, part.open("wb") as stream:
            report.render(stream, content, page_size(PaperSize.A4, Orientation.PORTRAIT), words)
    else:
        raise UnknownFormat(ending=path.suffix)


def related(store: Store, participant_id: str) -> dict[str, list[Any]]:
    """Every record that is about this person, by the table's name."""
    people = entries_of(store, participant_id)
    ids = [one.id for one in people]
    enrolments = list(store.enrolments.among("participant_id", ids))
    own = [one.id for one in enrolments]
    tables = (store.marks, store.scores, store.certificates, store.custom_answers, store.signatures)
    found: dict[str, list[Any]] = {"participants": people, "enrolments": enrolments}
    found |= {table.record_type.TABLE: list(table.among("enrolment_id", own)) for table in tables}
    found["photos"] = list(store.photos.among("participant_id", ids))
    return found


def data_about(store: Store, participant_id: str) -> dict[str, list[dict[str, Any]]]:
    """The same as plain values, as they are stored; of pictures and signatures with the content."""
    found = related(store, participant_id)
    return {table: [_values(store, one) for one in records] for table, records in found.items()}


def _values(store: Store, record: Record) -> dict[str, Any]:
    newer = {"from_newer_version": sorted(record.unread)} if record.unread else {}
    contents = {
        field.name: _data_url(blob, content)
        for field in fields_of(type(record))
        if isinstance(blob := field.of(record), Blob) and (content := store.blobs.find(blob))
    }
    return {"id": record.id, **values_of(record), **contents, **newer}


def _data_url(blob: Blob, content: bytes) -> str:
    """RFC 2397: any browser shows it."""
    return f"data:{blob.kind};base64,{base64.b64encode(content).decode('ascii')}"


def papers_with(store: Store, enrolments: Iterable[Enrolment]) -> list[PrintedPaper]:
    """The printed documents that name one of these people."""
    own = {one.id for one in enrolments}
    printed = store.papers.among("training_id", {one.training_id for one in enrolments})
    return [paper for paper in printed if own & set(paper.row_ids)]


def content_about(store: Store, participant_id: str, words: Words) -> Content:
    """
    :raises RecordMissing: when there is no such person
    """
    one = person(store, participant_id)
    if one is None:
        raise RecordMissing(kind=Participant.KIND, id=participant_id)
    entries = entries_of(store, participant_id)
    found = related(store, participant_id)
    parts: list[Part] = [Facts(facts(entries, words))]
    parts += pictures(store, found, words)
    parts += _trainings(store, participant_id, words)
    enrolments = found[Enrolment.TABLE]
    parts += _answers(store, found, words)
    parts += _attendance(store, enrolments, words)
    parts += _certificates(found[Certificate.TABLE], words)
    parts += _papers(store, enrolments, words)
    right = words.say("You may have this corrected, and you may ask to have it erased.")
    return Content(
        title=words.say("What is on file about you"),
        subtitle=one.name_in(words.language),
        parts=(*parts, Paragraph(right)),
        note=words.say("Training records"),
        language=words.language,
        is_rtl=words.is_rtl,
    )


def _trainings(store: Store, participant_id: str, words: Words) -> list[Part]:
    rows = []
    for taken in trainings_of(store, participant_id):
        institution = store.institutions.find(taken.enrolment.institution_id)
        first = taken.training.start
        rows.append(
            (
                words.of(taken.training, "title") or taken.training.code,
                words.listed((place_name(taken.training, words), words.date(first) if first else "")),
                choice(taken.enrolment, "role", words),
                words.listed((taken.enrolment.position, words.of(institution) if institution else "")),
            )
        )
    columns = ((words.say("Training"), 3.0), (words.say("Place and date"), 2.4), (words.say("Role"), 1.3),
               (words.say("Position and institution"), 3.0))  # fmt: skip
    return [Heading(words.say("Trainings")), Table(columns, tuple(rows))] if rows else []


def _answers(store: Store, found: dict[str, list[Any]], words: Words) -> list[Part]:
    """What is noted of them at each training: asked, typed, reached in a test."""
    rows = []
    for enrolment in found[Enrolment.TABLE]:
        training = store.trainings.find(enrolment.training_id)
        title = (words.of(training, "title") or training.code) if training else ""
        own = [one for one in found[Score.TABLE] if one.enrolment_id == enrolment.id]
        scores = [(choice(one, "kind", words), said) for one in own for _, said in facts([one], words)]
        answers = [
            (question(store, one, words), said)
            for one in found[CustomAnswer.TABLE]
            if one.enrolment_id == enrolment.id
            for _, said in facts([one], words)
        ]
        rows += [(title, asked, said) for asked, said in (*facts([enrolment], words), *scores, *answers)]
    columns = ((words.say("Training"), 3.0), (words.say("Question"), 3.0), (words.say("Answer"), 1.5))
    return [Heading(words.say("Answers")), Table(columns, tuple(rows))] if rows else []


def _attendance(store: Store, enrolments: list[Enrolment], words: Words) -> list[Part]:
    marks = {(one.enrolment_id, one.session_id): one for one in
             store.marks.among("enrolment_id", [one.id for one in enrolments])}  # fmt: skip
    rows = []
    for enrolment in enrolments:
        for session in sessions_of(store, enrolment.training_id):
            mark = marks.get((enrolment.id, session.id))
            if mark and (mark.state or mark.unread):
                time = words.number(f"\u2066{session.start}–{session.end}\u2069") if session.start else ""
                day = words.short_date(session.day) if session.day else ""
                rows.append((day, time, words.of(session, "title"), _said(session, mark, words)))
    columns = ((words.say("Day"), 1.6), (words.say("Time"), 1.5), (words.say("Topic"), 4.0),
               (words.say("Attendance"), 1.5))  # fmt: skip
    return [Heading(words.say("Attendance")), Table(columns, tuple(rows))] if rows else []


def _said(session: Session, mark: AttendanceMark, words: Words) -> str:
    """What was marked of somebody is on file; that the session was not held is said instead of it."""
    return words.say("cancelled") if session.cancelled else choice(mark, "state", words)


def _certificates(certificates: list[Certificate], words: Words) -> list[Part]:
    rows = tuple(
        (
            f"\u2066{one.number}\u2069",
            one.name_latin or one.name_arabic,
            code_word(words, "certificate_state", one.state),
            words.date(one.issued_on) if one.issued_on else "",
        )
        for one in certificates
    )
    columns = ((words.say("Number"), 2.2), (words.say("Name"), 3.2), (words.say("State"), 1.8),
               (words.say("Issued on"), 1.8))  # fmt: skip
    said = [Facts(facts([one], words)) for one in certificates]
    return [Heading(words.say("Certificates")), Table(columns, rows), *said] if rows else []


def _papers(store: Store, enrolments: list[Enrolment], words: Words) -> list[Part]:
    rows = tuple(
        (paper_label(paper, words), words.date(paper.printed_on) if paper.printed_on else "", paper.recipient or "–")
        for paper in papers_with(store, enrolments)
    )
    columns = ((words.say("Document"), 3.0), (words.say("Printed on"), 2.0), (words.say("Given to"), 3.0))
    return [Heading(words.say("Documents that name you")), Table(columns, rows)] if rows else []


def paper_label(paper: PrintedPaper, words: Words) -> str:
    """What a printed document is called; of a newer version, its key."""
    from jobs.papers.registry import BY_KEY

    kind = BY_KEY.get(paper.document)
    return words.say(kind.label) if kind else paper.document
