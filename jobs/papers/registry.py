"""Every kind of document that a training has on paper, in the order in which they are needed."""

from jobs.papers.agendas import make_agenda, make_overview
from jobs.papers.badges import BadgeOptions, SignOptions, make_badges, make_signs
from jobs.papers.kinds import NoOptions, PaperKind
from jobs.papers.letters import AttestationOptions, ConfirmationOptions, make_attestations, make_confirmations
from jobs.papers.lists import (
    ListOptions,
    make_collection,
    make_name_check,
    make_participants,
    make_register,
    register_as,
)
from jobs.papers.payments import PaymentOptions, make_payment_sheet, payment_table
from jobs.papers.reception import make_feedback_form, make_form, make_poster
from jobs.papers.reports import ReportOptions, make_report, report_for_word
from jobs.papers.sheets import SheetOptions, make_sheet
from models.errors import UnknownPaper
from resources.words import N_

KINDS: tuple[PaperKind, ...] = (
    PaperKind(key="sheet", label=N_("Attendance sheet"), options=SheetOptions, make=make_sheet),
    PaperKind(key="agenda", label=N_("Agenda"), options=NoOptions, make=make_agenda),
    PaperKind(key="overview", label=N_("Attendance overview"), options=NoOptions, make=make_overview),
    PaperKind(key="names", label=N_("Name check"), options=NoOptions, make=make_name_check),
    PaperKind(key="participants", label=N_("Participants list"), options=ListOptions, make=make_participants),
    PaperKind(key="collection", label=N_("Collection of certificates"), options=NoOptions, make=make_collection),
    PaperKind(
        key="register",
        label=N_("Register of certificates"),
        options=NoOptions,
        make=make_register,
        others={ending: register_as(ending) for ending in (".xlsx", ".csv", ".json")},
    ),
    PaperKind(key="badges", label=N_("Badges and labels"), options=BadgeOptions, make=make_badges),
    PaperKind(key="signs", label=N_("Table signs"), options=SignOptions, make=make_signs),
    PaperKind(
        key="confirmations",
        label=N_("Confirmations for institutions"),
        options=ConfirmationOptions,
        make=make_confirmations,
    ),
    PaperKind(key="attestations", label=N_("Attestations"), options=AttestationOptions, make=make_attestations),
    PaperKind(key="poster", label=N_("Poster for the door"), options=NoOptions, make=make_poster),
    PaperKind(key="form", label=N_("Registration form"), options=NoOptions, make=make_form),
    PaperKind(key="feedback", label=N_("Feedback form"), options=NoOptions, make=make_feedback_form),
    PaperKind(
        key="payments",
        label=N_("Payment sheet"),
        options=PaymentOptions,
        make=make_payment_sheet,
        others={".xlsx": payment_table},
    ),
    PaperKind(
        key="report",
        label=N_("Training report"),
        options=ReportOptions,
        make=make_report,
        counts_everybody=True,
        others={".docx": report_for_word},
    ),
)
BY_KEY = {one.key: one for one in KINDS}


def kind_of(key: str) -> PaperKind:
    """
    :raises UnknownPaper: when there is no such document
    """
    if key not in BY_KEY:
        raise UnknownPaper(document=key)
    return BY_KEY[key]
