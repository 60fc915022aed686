"""Proposed spellings: letter by letter where the name is in no table."""

import pytest

from models.names.known import arabic_key, known_names, titles
from models.names.spelling import propose_arabic, propose_latin, propose_sorani

LATIN = """
    شوان Shwan
    ژیان Zhyan
    چرا Chra
    خبات Khabat
    غازي Ghazi
    ثائر Thair
    ذكرى Dhakra
    گوران Goran
    ڤیان Viyan
    قاسم Qasim
    طه Taha
    ظافر Dhafir
    صفاء Safaa
    ضياء Dhia
    الياس Elias
    البرزنجي Al-Barzanji
    الي Ali
    هۆشیار Hoshyar
    ڕێبین Rebin
    مؤيد Moayad
    هیوا Hiwa
    زوو Zu
    نوور Nour
    ئاسۆ Aso
    دلێر Dler
    هندرين Handren
    حمید Hameed
    يوسف Yousif
    و W
    إدريس Idris
    آسو Aso
    أسو Aso
    عزت Izzat
    هھ Hah
    قمر Qamar
    مرت Marat
    ڵاڵه Lalh
    بكر Bakr
    بكرا Bakra
    بكرت Bakrat
    يحيى Yahya
    هةهە Haha
"""
ARABIC = """
    Shwan شوان
    Zhyan جيان
    Chra جرا
    Khabat خبات
    Ghazi غازي
    Thair ثائر
    Dhikra ذيكرا
    Goran كوران
    Vian فيان
    Qasim قاسم
    Ismael إسماعيل
    Ihsan إحسان
    Ubaid عبيد
    Ammar عمار
    Sattar ستار
    Al-Barzanji البرزنجي
    al-Ali العلي
    Bin-Omar بينومار
    Nour نور
    Noori نوري
    Saad سعد
    Maaz ماز
    Xander كسندر
    Adel عادل
    Serwan سيروان
    Peshraw بيشرو
    Dler دلير
    Wria وريا
    Eman إيمان
    Batta بتا
    Kemal كمال
    Rebwar ريبوار
    Hend هند
    Loay لؤي
    Sheila شيلا
    Zaynab زينب
    Aoun اون
    Umeed أوميد
    Oula الا
    Edo ادو
    Ilo إلو
    Iman إيمان
    Anna انا
    Barre بر
    Halmat هلمت
    Bent بنت
    Abe اب
    Sabe ساب
    Al-Saad-Zyan السادزيان
"""


@pytest.mark.parametrize("line", LATIN.strip().splitlines(), ids=str.split)
def test_a_latin_spelling(line: str):
    name, spelled = line.strip().split(" ")
    assert propose_latin(name) == spelled


@pytest.mark.parametrize("line", ARABIC.strip().splitlines(), ids=str.split)
def test_an_arabic_spelling(line: str):
    name, spelled = line.strip().split(" ")
    assert propose_arabic(name) == spelled


def test_full_names_are_spelled_name_by_name():
    assert propose_latin(" عبد الرحمن  شوان ") == "Abdulrahman Shwan"
    assert propose_latin("شوان عبد الله آزاد") == "Shwan Abdullah Azad"
    assert propose_arabic("Karwan  Ahmed") == "كاروان أحمد"
    assert propose_arabic("") == propose_latin("") == ""


USUAL = """
    Abdul-Ridha|عبد الرضا|عەبدولڕەزا
    Abdel Ridha|عبد الرضا|عەبدولڕەزا
    Abd al-Rahman Faraj|عبد الرحمن فرج|عەبدولڕەحمان فەرەج
    Abdurrahman|عبد الرحمن|عەبدولڕەحمان
    Abdul-Sumaidi|عبد السوميدي|عەبدولسومەیدی
    Al-Jubouri|الجبوري|جوبووری
    Al Jubouri|الجبوري|جوبووری
    Jubouri|جبوري|جوبووری
    Salah Aldin|صلاح الدين|سەلاحەدین
    Nour Al-Din|نور الدين|نوورەدین
    Dr. Ali Hussien|د. علي حسين|د. عەلی حوسێن
    Karwan Rashed Barzani|كاروان رشيد بارزاني|کاروان ڕەشید بارزانی
    Muhamed|محمد|محەمەد
    Karam|كرم|کەرەم
    Rebaz|ريباز|ڕێباز
    Tarza|ترزا|تەرزا
    Adlin|ادلين|ئەدلین
    Ruppen|روبن|ڕوپێن
"""


@pytest.mark.parametrize("line", USUAL.strip().splitlines(), ids=str.strip)
def test_a_usual_name_is_written_as_it_is_usual(line: str):
    latin, arabic, sorani = line.strip().split("|")
    assert (propose_arabic(latin), propose_sorani(latin)) == (arabic, sorani)


def test_what_the_table_says_is_proposed_both_ways():
    every = (*titles(), *known_names())
    for one in every:
        alike = {
            other.latin for other in every if arabic_key(one.arabic) in map(arabic_key, (other.arabic, other.sorani))
        }
        assert propose_latin(one.arabic) in alike, one
        assert propose_arabic(one.latin) == one.arabic, one
        if one.sorani:
            assert propose_sorani(one.latin) == one.sorani, one


def test_no_spelling_names_two_names():
    spellings = [spelling for one in known_names() for spelling in (one.latin, *one.other_latin)]
    assert sorted({one for one in spellings if spellings.count(one) > 1}) == []


def test_a_spelling_that_could_be_two_names_is_written_by_letter():
    """Hamad and Hamed are in the table; what is neither is not taken for one of them."""
    assert propose_arabic("Hamad") == "حمد"
    assert propose_arabic("Hamed") == "حامد"
    assert propose_arabic("Hamod") not in {"حمد", "حامد"}
