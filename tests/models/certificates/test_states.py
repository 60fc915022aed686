"""The state of a certificate follows from facts, and the drawing in the docs is the machine."""

import itertools
import re
from datetime import date

import pytest

from models.certificates.states import NEXT, Act, CertificateState
from models.records import Certificate
from models.records.certificates import STILL_VALID
from models.records.codes import CertificateEnding
from models.store import Store
from tests.conftest import ROOT

DAY = date(2015, 9, 16)
ARROW = re.compile(r"^    (\w+) --> (\w+): ([\w ]+)$", re.MULTILINE)


def certificate(**facts) -> Certificate:
    return Certificate(id="c", number="1", **facts)


def test_the_drawing_is_the_machine():
    text = (ROOT / "docs" / "certificate-states.md").read_text(encoding="utf-8")
    drawn = {(old, act, new) for old, new, act in ARROW.findall(text)}
    assert drawn == {(old, act, new) for old, acts in NEXT.items() for act, new in acts.items()}
    assert "[*] --> prepared: issue" in text
    assert set(NEXT) == set(CertificateState)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "prepared"), ({"printed_on": DAY}, "printed"), ({"handed_over_on": DAY}, "handed_over"),
        ({"printed_on": DAY, "handed_over_on": DAY}, "handed_over"),
        ({"printed_on": DAY, "ended_on": DAY, "ending": CertificateEnding.VOID}, "void"),
        ({"handed_over_on": DAY, "ended_on": DAY, "ending": CertificateEnding.REPLACED}, "replaced"),
        ({"handed_over_on": DAY, "ended_on": DAY, "ending": CertificateEnding.REVOKED}, "revoked"),
        ({"ended_on": DAY}, "revoked"),
    ],
)  # fmt: skip
def test_the_state_follows_from_the_facts(facts, state: str):
    assert certificate(**facts).state == state


@pytest.mark.parametrize(("printed", "given"), [(None, None), (None, DAY), (DAY, None), (DAY, DAY)])
@pytest.mark.parametrize("ending", [one for one in CertificateEnding if one])
def test_an_ending_beats_whatever_else_happened(printed, given, ending):
    ended = certificate(printed_on=printed, handed_over_on=given, ended_on=DAY, ending=ending)
    assert ended.state == ending
    assert not ended.state.is_valid


def test_what_ended_stays_as_it_is():
    assert all(not NEXT[state] for state in CertificateState if not state.is_valid)
    assert [state.value for state in CertificateState if state.is_valid] == ["prepared", "printed", "handed_over"]
    assert Act.CORRECT not in NEXT[CertificateState.HANDED_OVER]


def test_sql_knows_the_same_as_valid(store: Store):
    facts = [
        {"printed_on": printed, "handed_over_on": given, "ended_on": ended, "ending": ending}
        for printed, given, ended in itertools.product((None, DAY), repeat=3)
        for ending in CertificateEnding
    ]
    with store.step() as step:
        step.add(*(Certificate(id=str(place), **said) for place, said in enumerate(facts)))
    rows = store.connection.execute(f"SELECT id FROM certificates WHERE {STILL_VALID} ORDER BY rowid")
    assert [own_id for (own_id,) in rows] == [one.id for one in store.certificates.all() if one.state.is_valid]


def test_an_ending_of_a_newer_version_is_not_valid_here(store: Store):
    with store.step() as step:
        step.add(certificate(ended_on=DAY, ending=CertificateEnding.VOID))
    store.connection.execute("UPDATE certificates SET ending = 'lent'")
    assert store.certificates.get("c").state is CertificateState.REVOKED
