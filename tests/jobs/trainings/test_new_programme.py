"""A new programme goes on as the one before; a rule that nobody set earns nobody anything."""

from dataclasses import replace
from datetime import date

import pytest

from jobs.certificates.entitlement import allow
from jobs.certificates.issuing import prepare
from jobs.certificates.prospects import prospects
from jobs.certificates.verdict_words import rule_words, verdict_words, why_words
from jobs.certificates.wordings import edit_wording, own_wording
from jobs.desk.registering import mark, register, walk_in
from jobs.trainings.new_programme import begin_programme
from jobs.trainings.own_questions import answer, questions_of
from models.errors import FromNewerVersion
from models.people.proposals import confirmed
from models.records import CustomField, Programme, Rule, Training
from models.records.codes import CertificateKind, MarkState, ProofProfile
from models.texts import NOTHING, Text
from models.training import roster
from resources.words import words_for
from tests.newer import say


def somebody_everywhere(store, training) -> str:
    own = register(store, confirmed(walk_in("Karwan Ahmed Omar")), training.id, "").id
    found = roster.load(store, training.id)
    mark(store, [(found.attendees[0], one.id, MarkState.PRESENT) for one in found.sessions])
    return own


def test_a_new_programme_takes_along_what_was_set_in_one_step(store, training):
    own = somebody_everywhere(store, training)
    set_before = {"issuer_id": "i1", "emblem_id": "m1", "number_pattern": "X-{n}", "rules": (Rule("sessions", 4),),
                  "notice": Text(en="We keep your name."), "proof_profile": ProofProfile.PSEUDONYMOUS}  # fmt: skip
    its_own = {"code": "P", "contract_number": "7", "donor": Text(en="EU"), "funding": Text(en="Paid by the EU")}
    with store.step() as step:
        step.add(replace(store.programmes.get("p1"), **set_before, **its_own))
        step.add(*(CustomField(id=f"q{n}", programme_id="p1", label=Text(en=f"Question {n}")) for n in range(5)))
    edit_wording(store, "p1", CertificateKind.ATTENDANCE, "lead_en", "This is to say that")
    answer(store, own, "q3", "halal")
    made = begin_programme(store, training.id)
    fresh = store.programmes.get(made.id)
    assert store.trainings.get(training.id).programme_id == fresh.id != "p1"
    assert {name: getattr(fresh, name) for name in set_before} == set_before
    assert (fresh.title, fresh.donor, fresh.funding) == (NOTHING, NOTHING, NOTHING)
    assert (fresh.code, fresh.contract_number) == ("", "")
    assert own_wording(store, made.id, CertificateKind.ATTENDANCE).lead["en"] == "This is to say that"
    assert [one.label["en"] for one in questions_of(store, made.id)] == [f"Question {n}" for n in range(5)]
    (one,) = roster.load(store, training.id).attendees
    assert one.answers[questions_of(store, made.id)[3].id] == "halal"
    assert store.undo() == "plan"
    assert store.trainings.get(training.id).programme_id == "p1"
    assert roster.load(store, training.id).attendees[0].answers == {"q3": "halal"}


def test_the_old_programme_keeps_what_it_had(store, training):
    with store.step() as step:
        step.add(Training(id="t2", programme_id="p1", code="T-2"))
    before = store.programmes.get("p1")
    begin_programme(store, training.id)
    assert store.programmes.get("p1") == before
    assert store.trainings.get("t2").programme_id == "p1"


def test_what_a_newer_version_set_is_not_lost_on_the_way(store, training):
    say(store, "programme", "p1", rules="by weight")
    with pytest.raises(FromNewerVersion):
        begin_programme(store, training.id)
    assert store.trainings.get(training.id).programme_id == "p1"
    assert store.programmes.count() == 1


def test_without_a_rule_nobody_earns_a_certificate_and_it_is_said(store, training):
    somebody_everywhere(store, training)
    with store.step() as step:
        step.change(Programme, "p1", {"rules": ()})
    found, words = roster.load(store, training.id), words_for("en")
    (one,) = found.attendees
    assert prepare(store, found, date(2015, 9, 16)) == []
    assert prepare(store, found, date(2015, 9, 16), early=True) == []
    assert prospects(found).earned == prospects(found).lost == ()
    assert rule_words(found, words) == "No rule is set: nobody earns a certificate. The rule stands in the plan."
    assert "No rule is set" in why_words(one, words)
    assert verdict_words(one, words) == "no rule"


def test_an_exception_holds_without_a_rule_too(store, training):
    own = somebody_everywhere(store, training)
    with store.step() as step:
        step.change(Programme, "p1", {"rules": ()})
    allow(store, own, "Layla", "asked for by the ministry")
    assert len(prepare(store, roster.load(store, training.id), date(2015, 9, 16))) == 1
