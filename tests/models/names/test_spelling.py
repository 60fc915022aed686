"""Proposed spellings: letter by letter where the name is in no table."""

import pytest

from models.names.spelling import propose_arabic, propose_latin

LATIN = """
    شوان Shwan
    ژیان Zhyan
    چرا Chra
    خبات Khabat
    غازي Ghazi
    ثائر Thar
    ذكرى Dhakra
    گوران Goran
    ڤیان Viyan
    قاسم Qasim
    طه Tah
    ظافر Zafar
    صفاء Safa
    ضياء Daya
    الياس Al-Yas
    البرزنجي Al-Barzanji
    الي Ali
    هۆشیار Hoshyar
    ڕێبین Rebin
    مؤيد Muid
    هیوا Hiwa
    زوو Zu
    نوور Nour
    ئاسۆ Aso
    دلێر Dler
    هندرين Handarin
    حمید Hameed
    يوسف Yousif
    و W
    إدريس Idris
    آسو Aso
    أسو Aso
    عزت Azat
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
    Zhyan زيان
    Chra جرا
    Khabat خابات
    Ghazi غازي
    Thair ثير
    Dhikra ذيكرا
    Goran كوران
    Vian فيان
    Qasim قاسم
    Ismael إسماعيل
    Ihsan إحسان
    Ubaid ابيد
    Ammar امار
    Sattar ستار
    Al-Barzanji البرزنجي
    al-Ali العلي
    Bin-Omar بينومار
    Nour نور
    Noori نوري
    Saad سعد
    Maaz ماز
    Xander كسندر
    Adel ادل
    Serwan سروان
    Peshraw بشراو
    Dler دلير
    Wria وريا
    Eman إيمان
    Batta بتا
    Kemal كمال
    Rebwar ريبوار
    Hend حند
    Loay لوي
    Sheila شيلا
    Zaynab زينب
    Aoun اون
    Umeed اميد
    Oula الا
    Edo ادو
    Ilo إلو
    Iman إيمان
    Anna انا
    Barre بر
    Helmet حلمت
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
