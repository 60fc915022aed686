"""The training report: what donors and head office are told, from what was marked and counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO

from documents import report
from documents.page import Progress
from exchange import word
from jobs.in_words import choice
from jobs.papers.attended import attended_sessions
from jobs.papers.kinds import Made, Material
from jobs.results.feedback import MOST, results_of
from jobs.results.scoring import gain_of, score_summaries
from models.content import Bar, Bars, Content, Facts, Heading, KeyFigures, PageBreak, Paragraph, Part, Table
from models.errors import NothingToPrint
from models.paper import Orientation
from models.places import places
from models.records import Institution, Session
from models.records.codes import Role, Sex
from models.training import counts
from models.training.roster import Attendee
from resources.words.codes import code_word


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    with_people: bool = False
    """An annex with names: not for publication."""


def make_report(material: Material, options: ReportOptions) -> Made:
    """
    :raises NothingToPrint: when nobody has come yet
    """
    content = content_of(material, options)
    size = material.size(Orientation.PORTRAIT)

    def draw(stream: BinaryIO, progress: Progress) -> None:
        report.render(stream, content, size, material.words, progress)

    ids = tuple(one.enrolment.id for one in counts.came(material.found)) if options.with_people else ()
    return Made(draw=draw, row_ids=ids)


def report_for_word(material: Material, options: ReportOptions) -> bytes:
    return word.encode(content_of(material, options))


def content_of(material: Material, options: ReportOptions) -> Content:
    """
    :raises NothingToPrint: when nobody has come yet
    """
    people = counts.came(material.found)
    if not people:
        raise NothingToPrint()
    words, found = material.words, material.found
    parts: list[Part] = [
        *_facts(material),
        *_figures(material, people),
        *_targets(material, people),
        *_groups(material, people),
        *_attendance(material, people),
        *_tests(material, people),
        *_feedback(material),
        *_exceptions(material),
        *_steps(material),
    ]
    if options.with_people:
        parts += _annex(material, people)
    return Content(
        title=words.say("Training report"),
        subtitle=material.title,
        parts=tuple(parts),
        note=words.of(found.programme, "funding"),
        pictures=(material.picture(material.issuer.logo_id), material.picture(found.programme.emblem_id)),
        language=words.language,
        is_rtl=words.is_rtl,
    )


def _facts(material: Material) -> list[Part]:
    words, found, training = material.words, material.found, material.found.training
    trainers = [material.name(one) for one in found.in_role(Role.TRAINER)]
    dates = words.date_range(training.start, training.end or training.start) if training.start else ""
    topics = dict.fromkeys(words.of(one, "title") for one in found.held_sessions)
    rows = (
        (words.say("Programme"), words.of(found.programme, "title")),
        (words.say("Contract number"), f"\u2066{number}\u2069" if (number := found.programme.contract_number) else ""),
        (words.say("Donor"), words.of(found.programme, "donor")),
        (words.say("Organised by"), words.of(material.issuer)),
        (words.say("Place"), material.place),
        (words.say("Dates"), dates),
        (words.say("Hours"), words.number(training.hours) if training.hours else ""),
        (words.say("Trainers"), words.listed(trainers)),
        (words.say("Topics"), " · ".join(filter(None, topics))),
    )
    return [Facts(tuple((label, value) for label, value in rows if value))]


def _figures(material: Material, people: Sequence[Attendee]) -> list[Part]:
    words = material.words
    women = sum(one.participant.sex is Sex.FEMALE for one in people)
    officials = sum(one.institution.kind.is_official for one in people if one.institution)
    institutions = {one.institution.id for one in people if one.institution}
    governorates = {one.enrolment.governorate for one in people if one.enrolment.governorate}
    certificates = len(counts.certified(people))
    figures = [
        (words.number(len(people)), words.say("participants")),
        (f"{words.number(women)} ({_percent(women, len(people), material)})", words.say("women")),
        (words.number(officials), words.say("officials")),
        (words.number(len(institutions)), words.say("institutions")),
        (words.number(len(governorates)), words.say("governorates represented")),
        (_average(material, people), words.say("average attendance")),
        (words.number(certificates), words.say("certificates")),
    ]
    return [Heading(words.say("Key figures")), KeyFigures(tuple(figures))]


def _percent(part: int, whole: int, material: Material) -> str:
    return f"{material.words.number(round(100 * part / whole) if whole else 0)} %"


def _average(material: Material, people: Sequence[Attendee]) -> str:
    held = [one for one in material.found.held_sessions if _was_held(one, people)]
    attended = sum(len(attended_sessions(one, held)) for one in people)
    return _percent(attended, len(held) * len(people), material) if held else "–"


def _was_held(session: Session, people: Iterable[Attendee]) -> bool:
    """Whether anybody was marked in it."""
    return any(one.mark_in(session.id) for one in people)


def _targets(material: Material, people: Sequence[Attendee]) -> list[Part]:
    """What was aimed at, and what an earlier publication says, beside what was counted."""
    words, training = material.words, material.found.training
    women = sum(one.participant.sex is Sex.FEMALE for one in people)
    rows = [
        (words.say("Participants"), training.target_participants, training.published_participants, len(people)),
        (words.say("Women"), training.target_women, None, women),
    ]
    shown = [row for row in rows if row[1] is not None or row[2] is not None]
    parts: list[Part] = []
    if shown:
        columns = ((" ", 3.0), (words.say("Target"), 2.0), (words.say("Published before"), 2.0),
                   (words.say("Counted"), 2.0))  # fmt: skip
        table = tuple(
            (label, *("–" if value is None else words.number(value) for value in values)) for label, *values in shown
        )
        parts = [Heading(words.say("Targets and results")), Table(columns, table)]
    if training.published_note:
        parts.append(Paragraph(training.published_note, is_note=True))
    if training.headcount_women is not None or training.headcount_men is not None:
        counted = words.say(
            "Counted by head without names: {women} women, {men} men.",
            women=words.number(training.headcount_women or 0),
            men=words.number(training.headcount_men or 0),
        )
        parts.append(Paragraph(counted, is_note=True))
    return parts


def _groups(material: Material, people: Sequence[Attendee]) -> list[Part]:
    words, known = material.words, places()

    def kind(one: Attendee) -> str:
        return choice(one.institution or Institution(id=""), "kind", words)

    def governorate(one: Attendee) -> str:
        place = known.get(one.enrolment.governorate)
        return words.of(place) if place else words.say("Not known")

    def sex(one: Attendee) -> str:
        return choice(one.participant, "sex", words)

    return [
        Heading(words.say("Participants by sex")),
        _bars(material, Counter(map(sex, people))),
        Heading(words.say("Participants by kind of institution")),
        _bars(material, Counter(map(kind, people))),
        Heading(words.say("Participants by governorate represented")),
        _bars(material, Counter(map(governorate, people))),
    ]


def _bars(material: Material, counted: "Counter[str]") -> Bars:
    total = sum(counted.values())
    bars = tuple(
        Bar(label, number, f"{material.words.number(number)} ({_percent(number, total, material)})")
        for label, number in counted.most_common()
    )
    return Bars(bars, total)


def _attendance(material: Material, people: Sequence[Attendee]) -> list[Part]:
    words = material.words
    bars = []
    for session in material.found.held_sessions:
        if not _was_held(session, people) or session.day is None:
            continue
        number = len(counts.present_in(material.found, session))
        day = words.number(f"\u2066{session.day.day}/{session.day.month} {session.start}\u2069")
        label = f"{words.weekday(session.day)} {day}"
        bars.append(Bar(label, number, f"{words.number(number)} ({_percent(number, len(people), material)})"))
    if not bars:
        return []
    return [Heading(words.say("Attendance by session")), Bars(tuple(bars), len(people))]


def _tests(material: Material, people: Sequence[Attendee]) -> list[Part]:
    words = material.words
    gains = [gain for one in people if (gain := gain_of(one)) is not None]
    bars = [
        Bar(
            code_word(words, "score_kind", one.kind),
            one.mean,
            f"{words.number(round(one.mean))} % ({words.number(one.people)})",
        )
        for one in score_summaries(people)
    ]
    if not bars:
        return []
    parts: list[Part] = [Heading(words.say("Tests")), Bars(tuple(bars), 100)]
    if gains:
        text = words.say("Average gain of those who took both tests ({n}): {gain} percentage points.",
                         n=words.number(len(gains)), gain=words.number(f"{sum(gains) / len(gains):+.0f}"))  # fmt: skip
        parts.append(Paragraph(text))
    return parts


def _feedback(material: Material) -> list[Part]:
    """The means; comments stay with those who run the training."""
    words = material.words
    bars = [
        Bar(
            code_word(words, "question", one.question),
            one.mean,
            f"{words.amount(Decimal(f'{one.mean:.1f}'))} ({words.number(one.answers)})",
        )
        for one in results_of(material.store, material.found.training.id)
    ]
    if not bars:
        return []
    scale = words.say("From 1 (poor) to 5 (very good); in brackets how many answered.")
    return [Heading(words.say("Feedback")), Bars(tuple(bars), MOST), Paragraph(scale, is_note=True)]


def _exceptions(material: Material) -> list[Part]:
    """Certificates against the rule, without names: the register has them."""
    words = material.words
    found = [one for one in material.found.participants if one.verdict.by_exception]
    if not found:
        return []
    reasons = Counter(one.enrolment.exception_reason for one in found)
    rows = tuple((reason, words.number(number)) for reason, number in reasons.most_common())
    columns = ((words.say("Reason"), 5.0), (words.say("Certificates"), 1.0))
    return [Heading(words.say("Exceptions to the rule")), Table(columns, rows)]


def _steps(material: Material) -> list[Part]:
    words, store = material.words, material.store
    steps = store.agreed_steps.where(training_id=material.found.training.id)
    if not steps:
        return []
    rows = []
    for one in sorted(steps, key=lambda one: str(one.due or "9")):
        institution = store.institutions.find(one.institution_id) if one.institution_id else None
        state = words.say("done") if one.done else ""
        rows.append((one.text, words.of(institution) if institution else "", words.short_date(one.due), state))
    columns = (
        (words.say("Agreed step"), 5.0), (words.say("Responsible institution"), 3.0),
        (words.say("Until"), 1.6), (words.say("State"), 1.2),
    )  # fmt: skip
    return [Heading(words.say("What was agreed")), Table(columns, tuple(rows))]


def _annex(material: Material, people: Sequence[Attendee]) -> list[Part]:
    words = material.words
    columns = (
        (words.say("No."), 0.6), (words.say("Name"), 3.4), (words.say("Institution"), 3.0),
        (words.say("Position"), 2.2), (words.say("Sessions"), 1.1),
    )  # fmt: skip
    rows = tuple(
        (words.number(number), material.name(one), material.institution(one), one.enrolment.position,
         words.number(f"\u2066{one.verdict.attended}/{one.verdict.held}\u2069"))
        for number, one in enumerate(material.by_institution(tuple(people)), start=1)
    )  # fmt: skip
    note = Paragraph(words.say("This annex holds personal data and is not for publication."), is_note=True)
    return [PageBreak(), Heading(words.say("Annex: participants")), note, Table(columns, rows)]
