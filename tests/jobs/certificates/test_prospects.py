"""Who has earned a certificate, who still may, who can no longer."""

from datetime import date

from jobs.certificates.entitlement import allow
from jobs.certificates.prospects import is_past_first_day, lost_without, prospects
from jobs.desk.registering import mark, register, walk_in
from models.records import Enrolment, Training
from models.records.codes import MarkState
from models.store import Store
from models.training import roster


def test_who_can_no_longer_earn_it(store: Store, training: Training):
    """Three of four sessions are needed; who is absent twice is out, who has open marks is not."""
    for name in ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Azad"):
        register(store, walk_in(name), training.id, "")
    there, out, unsure = roster.load(store, training.id).attendees
    mark(store, [(there, session, MarkState.PRESENT) for session in ("s0", "s1", "s2")])
    mark(store, [(out, session, MarkState.ABSENT) for session in ("s0", "s1")])
    mark(store, [(unsure, "s0", MarkState.ABSENT)])

    def names(group: tuple[roster.Attendee, ...]) -> list[str]:
        return [one.participant.name for one in group]

    effect = prospects(roster.load(store, training.id))
    assert names(effect.earned) == ["Karwan Ahmed Omar"]
    assert names(effect.still_open) == ["Hiwa Salim Azad"]
    assert names(effect.lost) == ["Layla Saman Hassan"]
    with store.step() as step:
        step.change(Enrolment, out.enrolment.id, {"exception_by": "Maryam"})
    assert prospects(roster.load(store, training.id)).lost == ()


def test_on_the_first_day_nobody_is_given_up(store: Store, training: Training):
    found = roster.load(store, training.id)
    assert not is_past_first_day(found, date(2015, 9, 13))
    assert is_past_first_day(found, date(2015, 9, 14))


def test_who_loses_a_certificate_by_a_session_that_is_not_held_is_known_before(store, training):
    """Three of four: with all four nobody loses; who missed one loses by another, with an exception nobody does."""
    for name in ("Karwan Ahmed Omar", "Layla Saman Hassan", "Hiwa Salim Aziz"):
        register(store, walk_in(name), training.id, "")
    one, two, three = roster.load(store, training.id).attendees
    marks = ((one, "PPPP"), (two, "PPPA"), (three, "APPP"))
    states = {"P": MarkState.PRESENT, "A": MarkState.ABSENT}
    mark(store, [(who, f"s{n}", states[letter]) for who, own in marks for n, letter in enumerate(own)])

    def losing(session: str) -> list[str]:
        lost = lost_without(roster.load(store, training.id), session)
        return [who.participant.name for who in lost]

    assert losing("s1") == ["Layla Saman Hassan", "Hiwa Salim Aziz"]
    assert losing("s3") == ["Hiwa Salim Aziz"]
    allow(store, three.enrolment.id, "Layla", "ill")
    assert losing("s3") == []
