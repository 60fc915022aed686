"""A walk through every page and dialog writes nothing and makes no key."""

from datetime import UTC, datetime

from jobs.certificates import designs
from jobs.desk.registering import mark
from jobs.people.erasing import note_request
from models.people import proposals
from models.records.codes import MarkState
from models.training import roster
from tests.jobs.certificates.test_looking import written
from ui import tour
from ui.window.program import Program


def test_a_walk_through_every_page_writes_nothing(program: Program, training_here):
    store = program.workplace.store
    found = roster.load(store, training_here.id)
    mark(store, [(one, session.id, MarkState.PRESENT) for one in found.attendees for session in found.sessions])
    proposals.accept(store, *proposals.waiting(store)[:-2])  # the walk looks at what waits, too
    designs.duplicate(store, designs.READY[0], "HIJRA AMINA")
    note_request(store, store.participants.all()[0].id, datetime.now(UTC).date())
    before = written(store)
    seen = [name for name, _ in tour.main_view(program)]
    tour.settle(program, wait=300)
    assert {"certificates", "print", "verify", "settings"} <= set(seen)
    assert written(store) == before
