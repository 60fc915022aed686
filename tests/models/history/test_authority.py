"""Whose decisions hold: the same on every laptop that knows the same."""

import random
from dataclasses import replace
from itertools import permutations

import pytest

from models.history.authority import VOUCHED_AS, authority
from models.history.changes import Change, Verb, completed, is_signed
from models.records import DeviceDecision, Following, KeyDecision
from models.records.codes import DeviceRole, Standing
from models.records.decisions import device_decision_id, following_id, key_decision_id
from tests.models.history.laptops import STEP, Laptop

KEY = "5" * 64


def decide(laptop: Laptop, about: Laptop, standing: Standing, role: DeviceRole = DeviceRole.DESK, upto: int = 0):
    said = {"device_id": about.id, "standing": standing.value, "role": role.value, "upto": upto}
    laptop.journal.change(STEP, DeviceDecision, device_decision_id(about.id), said)


def accept(laptop: Laptop, about: Laptop, role: DeviceRole = DeviceRole.DESK) -> None:
    decide(laptop, about, Standing.TRUSTED, role)


def follow(laptop: Laptop, leader: Laptop, voucher: str = "") -> Change | None:
    said = {"leader_id": leader.id, "voucher": voucher}
    return laptop.journal.change(STEP, Following, following_id(laptop.id), said)


def trust_key(laptop: Laptop, standing: Standing = Standing.TRUSTED) -> None:
    said = {"public": KEY, "standing": standing.value}
    laptop.journal.change(STEP, KeyDecision, key_decision_id(KEY), said)


def key_standing(laptop: Laptop) -> str | None:
    row = laptop.db.conn.execute("SELECT standing FROM key_decisions").fetchone()
    return row[0] if row else None


def everybody_knows(*laptops: Laptop) -> None:
    for _ in range(2):
        for one in laptops:
            for other in laptops:
                one.receive(other.changes())


@pytest.fixture
def office() -> Laptop:
    return Laptop("office")


@pytest.fixture
def desk(office: Laptop) -> Laptop:
    """A laptop that follows head office and was accepted by it."""
    made = Laptop("desk")
    follow(made, office)
    accept(office, made)
    everybody_knows(made, office)
    return made


def test_a_register_decides_for_itself_until_it_follows_another(office: Laptop):
    alone = Laptop("alone")
    trust_key(alone)
    assert key_standing(alone) == "trusted"
    office.receive(alone.changes())
    assert key_standing(office) == "", "a key becomes trusted by a decision, never by arriving"
    follow(alone, office)
    assert key_standing(alone) == ""
    trust_key(office)
    everybody_knows(alone, office)
    assert key_standing(alone) == key_standing(office) == "trusted"


def test_a_desk_decides_about_no_keys_and_no_laptops(office: Laptop, desk: Laptop):
    trust_key(desk)
    stranger = Laptop("stranger")
    accept(desk, stranger, DeviceRole.HEAD_OFFICE)
    everybody_knows(desk, office)
    for one in (desk, office):
        assert key_standing(one) == ""
        assert stranger.id not in one.journal.authority.places


def test_whom_head_office_made_head_office_decides_too_until_it_is_withdrawn(office: Laptop, desk: Laptop):
    second = Laptop("second")
    follow(second, office)
    accept(office, second, DeviceRole.HEAD_OFFICE)
    everybody_knows(office, desk, second)
    trust_key(second)
    everybody_knows(office, desk, second)
    assert key_standing(desk) == "trusted"
    decide(office, second, Standing.WITHDRAWN, DeviceRole.HEAD_OFFICE, upto=1)
    everybody_knows(office, desk, second)
    assert {key_standing(one) for one in (office, desk, second)} == {""}, "it came after the last that counts"


def test_what_was_decided_nearer_to_the_root_is_not_decided_again(office: Laptop, desk: Laptop):
    second = Laptop("second")
    follow(second, office)
    accept(office, second, DeviceRole.HEAD_OFFICE)
    everybody_knows(office, desk, second)
    decide(second, desk, Standing.WITHDRAWN)
    decide(second, office, Standing.WITHDRAWN)
    everybody_knows(office, desk, second)
    for one in (office, desk, second):
        assert one.journal.authority.places[desk.id].upto is None
        assert one.journal.authority.places[office.id].role is DeviceRole.HEAD_OFFICE


def test_an_unsigned_decision_does_nothing_whoever_it_says_it_is_from(office: Laptop, desk: Laptop):
    trust_key(office)
    (signed,) = [change for change in office.changes() if change.kind == KeyDecision.KIND]
    assert is_signed(signed)
    unsigned = completed(replace(signed, signature="", seq=99))
    assert desk.receive([unsigned]).new == 1
    assert key_standing(desk) == ""
    desk.receive([signed])
    assert key_standing(desk) == "trusted"


def test_a_decision_whose_signature_was_taken_off_on_the_way_holds_when_it_comes_signed(office: Laptop, desk: Laptop):
    office.write("p", phone="1")
    everybody_knows(office, desk)
    trust_key(office)
    office.erase({"phone"})
    signed = office.changes()
    desk.receive(replace(change, signature="") for change in signed)
    assert (key_standing(desk), desk.row()[3]) == ("", "1")
    assert desk.receive(signed).new > 0
    assert (key_standing(desk), desk.row()[3]) == ("trusted", "")
    accept(office, desk, DeviceRole.HEAD_OFFICE)
    for changes in ([replace(change, signature="") for change in office.changes()], office.changes()):
        desk.receive(changes)
    assert desk.journal.authority.places[desk.id].role is DeviceRole.HEAD_OFFICE


def test_nobody_can_say_whom_another_follows(office: Laptop):
    thief, victim = Laptop("thief"), Laptop("victim")
    thief.journal.change(STEP, Following, following_id(victim.id), {"leader_id": thief.id})
    victim.receive(thief.changes())
    assert victim.journal.authority.root == victim.id


def test_a_restored_register_stands_where_the_one_before_stood(office: Laptop, desk: Laptop):
    successor = Laptop("successor")
    follow(successor, desk, desk.key.sign(VOUCHED_AS, successor.id.encode()))
    pretender = Laptop("pretender")
    follow(pretender, desk, desk.key.sign(VOUCHED_AS, successor.id.encode()))
    everybody_knows(office, desk, successor, pretender)
    for one in (office, desk, successor):
        assert one.journal.authority.root == office.id
        assert one.journal.authority.places[successor.id].role is DeviceRole.DESK
    assert pretender.id not in office.journal.authority.places
    decide(office, desk, Standing.WITHDRAWN, upto=5)
    everybody_knows(office, successor)
    assert successor.id not in office.journal.authority.places, "a thief restores too"


def test_an_erasure_of_a_laptop_that_was_withdrawn_before_it_does_nothing(office: Laptop, desk: Laptop):
    office.write("p", name_latin="Karwan", phone="1")
    everybody_knows(office, desk)
    last = max(change.seq for change in desk.changes() if change.device == desk.id)
    desk.erase({"phone"})
    decide(office, desk, Standing.WITHDRAWN, upto=last)
    office.receive(desk.changes())
    assert office.row()[3] == "1"
    decide(office, desk, Standing.TRUSTED)
    assert office.row()[3] == "", "accepted again, it is carried out"


def test_an_erasure_of_a_withdrawn_laptop_does_nothing_wherever_it_stands_in_what_comes(office: Laptop, desk: Laptop):
    office.write("p", name_latin="Karwan", phone="1")
    everybody_knows(office, desk)
    last = max(change.seq for change in desk.changes() if change.device == desk.id)
    desk.erase({"phone"})
    decide(office, desk, Standing.WITHDRAWN, upto=last)
    (erasure,) = [change for change in desk.changes() if change.verb == Verb.ERASE]
    others = [change for change in office.changes() if change != erasure]
    for number in range(2_000):
        office.write(f"q{number}", phone="1")
    many = [change for change in office.changes() if change.record.startswith("q")]
    for order in ([*others, erasure, *many], [erasure, *others, *many], [erasure, *many, *others]):
        third = Laptop("third")
        follow(third, office)
        third.receive(order)
        assert third.row()[3] == "1"


def test_a_circle_of_followers_has_one_root():
    one, other = Laptop("one"), Laptop("other")
    follow(one, other), follow(other, one)
    everybody_knows(one, other)
    assert one.journal.authority.root == other.journal.authority.root == min(one.id, other.id)


def test_the_order_of_arrival_does_not_matter(office: Laptop, desk: Laptop):
    second = Laptop("second")
    follow(second, office)
    accept(office, second, DeviceRole.HEAD_OFFICE)
    everybody_knows(office, desk, second)
    decide(second, desk, Standing.WITHDRAWN, upto=1)
    decide(office, second, Standing.WITHDRAWN, upto=2)
    everybody_knows(office, desk, second)
    changes = [change for change in office.changes() if change.kind in {"following", "device_decision"}]
    expected = authority(desk.id, changes)
    for order in list(permutations(changes))[:720:7]:
        assert authority(desk.id, order) == expected
    fresh = Laptop("fresh")
    follow(fresh, office)
    expected = authority(fresh.id, [*changes, *fresh.changes()])
    shuffled = office.changes()
    random.Random(3).shuffle(shuffled)
    for change in shuffled:
        fresh.receive([change])
    assert fresh.journal.authority == expected
