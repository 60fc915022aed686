"""Who has earned a certificate, who still may, who can no longer."""

from datetime import date

from jobs.certificates.prospects import is_past_first_day, prospects
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
