"""The rosters that somebody looks at, kept up to date by what is written: a mark costs one person, not two thousand."""

from models.records import AttendanceMark, Certificate, CustomAnswer, Enrolment, Participant, SamePerson, Score
from models.store import News, Store
from models.training import roster
from models.training.roster import Attendee, Roster

_OF_ENROLMENTS = {one.KIND for one in (AttendanceMark, Score, Certificate, CustomAnswer)}
_OF_PEOPLE = _OF_ENROLMENTS | {Enrolment.KIND, Participant.KIND}
_OF_ALL = {"training", "session", "programme", "institution", SamePerson.KIND}
_FEW = 100  # people; of more, everything is read anew


class Rosters:
    """Ask :meth:`of` for a roster, and :meth:`note` what was written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[str, Roster] = {}
        self._stale: dict[str, set[str]] = {}
        """Training id -> ids of participants whose lines are read anew when the roster is asked for."""

    def note(self, news: News) -> None:
        """What was written, by whomever."""
        if news.keys() & _OF_ALL or sum(len(ids) for kind, ids in news.items() if kind in _OF_PEOPLE) > _FEW:
            self._kept.clear()
            self._stale.clear()
            return
        concerned = {
            person for kind in news.keys() & _OF_PEOPLE for one in news[kind] if (person := self._whose(kind, one))
        }
        for training_id in self._kept:
            self._stale.setdefault(training_id, set()).update(concerned)

    def of(self, training_id: str) -> Roster:
        """The roster of a training as it is now.

        :raises RecordMissing: when there is no such training
        """
        kept = self._kept.get(training_id)
        if kept is None:
            kept = roster.load(self._store, training_id)
        elif stale := self._stale.get(training_id):
            kept = self._renewed(kept, stale)
        self._kept[training_id] = kept
        self._stale[training_id] = set()
        return kept

    def _whose(self, kind: str, record_id: str) -> str:
        """The participant whom a record is about."""
        if kind == Participant.KIND:
            return record_id
        found = self._store.record(kind, record_id)
        if isinstance(found, AttendanceMark | Score | Certificate | CustomAnswer):
            found = self._store.enrolments.find(found.enrolment_id)
        return found.participant_id if isinstance(found, Enrolment) else ""

    def _renewed(self, kept: Roster, people: set[str]) -> Roster:
        """The same roster with the lines of some people read anew; newcomers come last."""
        known = self._store.identities
        heads = {known.canonical(one) for one in people}
        everybody = {member for head in heads for member in known.group(head)}
        enrolments = [
            one
            for one in self._store.enrolments.among("participant_id", everybody)
            if one.training_id == kept.training.id
        ]
        fresh: dict[str, Attendee] = {
            known.canonical(one.participant.id): one
            for one in roster.attendees_of(self._store, kept.programme, kept.sessions, enrolments, known)
        }
        lines = []
        for line in kept.attendees:
            head = known.canonical(line.participant.id)
            if head not in heads:
                lines.append(line)
            elif head in fresh:
                lines.append(fresh.pop(head))
        return Roster(
            training=kept.training,
            programme=kept.programme,
            sessions=kept.sessions,
            attendees=(*lines, *fresh.values()),
        )
