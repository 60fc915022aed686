"""The payment sheet: per diem for the days that somebody attended, transport from where they came."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from documents.grid import Column, Row
from documents.listing import Listing
from exchange import tables
from jobs.papers.attended import attended_days
from jobs.papers.kinds import Made, Material
from jobs.papers.lists import made_of
from models.errors import NothingToPrint
from models.money import is_currency, kept, rounded
from models.paper import Orientation
from models.places import places
from models.records import PaymentRate, Training
from models.store import Store
from models.training.roster import Attendee
from resources.words import Words
from resources.words.numerals import spelled

_USUAL = "IQD"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOptions:
    with_blank_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    attendee: Attendee
    origin: str
    """The code of a governorate."""
    days: int
    per_day: Decimal
    transport: Decimal

    @property
    def total(self) -> Decimal:
        return self.days * self.per_day + self.transport


def payments(material: Material) -> list[Payment]:
    """Those who attended at least one day, by institution and name.

    :raises NothingToPrint: when there are no rates, or nobody attended
    """
    rates = {one.origin: one for one in material.store.rates.where(training_id=material.found.training.id)}
    if not rates:
        raise NothingToPrint()
    made = []
    for one in material.by_institution(material.found.participants):
        days = len(attended_days(one, material.found.sessions))
        if days:
            made.append(_payment(one, days, rates, currency_of(material.found.training)))
    if not made:
        raise NothingToPrint()
    return made


def _payment(one: Attendee, days: int, rates: dict[str, PaymentRate], currency: str) -> Payment:
    """Rounded before it is multiplied: what stands in a row can be added up by hand."""
    origin = one.enrolment.governorate
    rate = rates.get(origin) or rates.get("") or PaymentRate(id="")
    per_day, transport = (rounded(kept(one), currency) for one in (rate.per_day, rate.transport))
    return Payment(attendee=one, origin=origin, days=days, per_day=per_day, transport=transport)


def make_payment_sheet(material: Material, options: PaymentOptions) -> Made:
    """
    :raises NothingToPrint: when there are no rates, or nobody attended
    """
    words, paid = material.words, payments(material)
    money = partial(_money, material)
    rows = [
        Row(
            (words.number(number), material.name(one.attendee), material.institution(one.attendee),
             _place(one.origin, words), words.number(one.days), money(one.per_day), money(one.transport),
             money(one.total), "")
        )
        for number, one in enumerate(paid, start=1)
    ]  # fmt: skip
    rows += [Row((words.number(len(paid) + place), *[""] * 8)) for place in range(1, options.with_blank_rows + 1)]
    total = sum((one.total for one in paid), Decimal(0))
    rows.append(Row(("", words.say("Total"), "", "", words.number(sum(one.days for one in paid)), "",
                     money(sum((one.transport for one in paid), Decimal(0))), money(total), "")))  # fmt: skip
    currency = currency_of(material.found.training)
    made = Listing(
        title=words.say("Payment sheet"),
        training=material.title,
        lead=words.say("All amounts in {currency}. Days are those that were marked as attended.",
                       currency=words.currency(currency)),
        columns=(
            Column(words.say("No."), 9, is_centred=True), Column(words.say("Name"), 52),
            Column(words.say("Institution"), 46), Column(words.say("From"), 26),
            Column(words.say("Days"), 13, is_centred=True), Column(words.say("Per diem"), 27),
            Column(words.say("Transport"), 27), Column(words.say("Amount"), 31), Column(words.say("Signature"), 46),
        ),
        rows=tuple(rows),
        row_height=10.5,
        size=material.size(Orientation.LANDSCAPE),
        below=(in_words(total, currency, words),),
        signatures=(words.say("Prepared by"), words.say("Paid by"), words.say("Approved by")),
    )  # fmt: skip
    return made_of(made, material, tuple(one.attendee.enrolment.id for one in paid))


def payment_table(material: Material, options: PaymentOptions) -> bytes:
    """The same for finance, with numbers that can be summed."""
    words, currency = material.words, currency_of(material.found.training)
    headings = (
        words.say("No."), words.say("Name"), words.say("Name in the other script"), words.say("Institution"),
        words.say("From"), words.say("Days"), words.say("Per diem"), words.say("Transport"), words.say("Amount"),
        words.say("Currency"),
    )  # fmt: skip
    rows = [
        (number, material.name(one.attendee), material.other_name(one.attendee), material.institution(one.attendee),
         _place(one.origin, words), one.days, float(rounded(one.per_day, currency)),
         float(rounded(one.transport, currency)), float(rounded(one.total, currency)), currency)
        for number, one in enumerate(payments(material), start=1)
    ]  # fmt: skip
    title = material.found.training.code
    return tables.encode(".xlsx", title, headings, rows, rtl=words.is_rtl)


def changed_since(store: Store, training_id: str, found: Iterable[Attendee]) -> list[Attendee]:
    """Whose marks were corrected after a payment sheet with them was printed."""
    papers = [one for one in store.papers.where(training_id=training_id) if one.document == "payments"]
    if not papers:
        return []
    last = max(papers, key=lambda one: one.id)
    rows = set(last.row_ids)
    return [one for one in found if rows & set(one.enrolment_ids) and _was_marked_after(store, one, last.id)]


def _was_marked_after(store: Store, one: Attendee, paper_id: str) -> bool:
    printed = store.history(paper_id)[0]
    marks = store.marks.among("enrolment_id", one.enrolment_ids)
    return any(change.clock > printed.clock for mark in marks for change in store.history(mark.id)[-1:])


def currency_of(training: Training) -> str:
    return training.currency if is_currency(training.currency) else _USUAL


def in_words(total: Decimal, currency: str, words: Words) -> str:
    """Whole units in words, the rest as hundredths; the currency first, as after a number its form would change."""
    value = rounded(total, currency)
    whole, rest = int(value), round((value - int(value)) * 100)
    hundredths = f" {words.number(f'{rest:02}/100')}" if rest else ""
    amount = spelled(whole, words.language) + hundredths
    return words.say("Total in words, in {currency}: {amount}", currency=words.currency(currency), amount=amount)


def _money(material: Material, value: Decimal) -> str:
    return material.words.amount(rounded(value, currency_of(material.found.training)))


def _place(code: str, words: Words) -> str:
    place = places().get(code)
    return words.of(place) if place else code
