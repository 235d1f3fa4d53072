import string
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from domain.municipality import (
    Exact,
    Match,
    Merged,
    Merger,
    Municipalities,
    Municipality,
    Several,
    Suggestion,
    Unknown,
    UnknownMunicipalityError,
    WindDirection,
)
from domain.municipality_names import fold

MUNICIPALITIES = Municipalities.load()
ALL = list(MUNICIPALITIES)
FOLDED_NAMES = [
    (fold(name).compact, each.code) for each in ALL for name in (each.name, each.display_name, *each.aliases)
] + [(fold(merger.former_name).compact, "former") for merger in MUNICIPALITIES.mergers]


def shown(match: Match) -> list[str]:
    match match:
        case Exact(municipality=one) | Suggestion(municipality=one):
            return [one.display_name]
        case Several(candidates=many) | Merged(into=many) | Unknown(nearest=many):
            return [each.display_name for each in many]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Amersfoort", "Amersfoort"),
        ("  amersfoort ", "Amersfoort"),
        ("GRONINGEN", "Groningen"),
        ("s gravenhage", "'s-Gravenhage"),
        ("’s-Gravenhage", "'s-Gravenhage"),
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("gemeente Utrecht", "Utrecht"),
        ("Gem. Zeist", "Zeist"),
        ("Utrecht (gemeente)", "Utrecht"),
        ("ik ben wethouder van De Bilt", "De Bilt"),
        ("wethouder in de gemeente Ede", "Ede"),
        ("alphen a/d rijn", "Alphen aan den Rijn"),
        ("Alphen aan de Rijn", "Alphen aan den Rijn"),
        ("capelle ad ijssel", "Capelle aan den IJssel"),
        ("Horst a.d. Maas", "Horst aan de Maas"),
        ("St. Michielsgestel", "Sint-Michielsgestel"),
        ("st michielsgestel", "Sint-Michielsgestel"),
        ("hendrik ido ambacht", "Hendrik-Ido-Ambacht"),
        ("Hengelo", "Hengelo"),
        ("Hengelo (O.)", "Hengelo"),
        ("Bergen (Noord-Holland)", "Bergen (Noord-Holland)"),
        ("bergen nh", "Bergen (Noord-Holland)"),
        ("Bergen (L.)", "Bergen (Limburg)"),
        ("bergen op zoom", "Bergen op Zoom"),
        ("Urk", "Urk"),
        ("son & breugel", "Son en Breugel"),
        ("Ĳsselstein", "IJsselstein"),
    ],
)
def test_an_official_name_is_exact_however_it_is_written(typed: str, name: str) -> None:
    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Exact)
    assert match.municipality.display_name == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("den haag", "'s-Gravenhage"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("the hague", "'s-Gravenhage"),
        ("Hoofddorp", "Haarlemmermeer"),
        ("Drachten", "Smallingerland"),
        ("DFM", "De Fryske Marren"),
        ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
        ("Voorburg", "Leidschendam-Voorburg"),
        ("gravenhage", "'s-Gravenhage"),
        ("Bilt", "De Bilt"),
        ("rotterdan", "Rotterdam"),
        ("Harlem", "Haarlem"),
        ("bergen op zom", "Bergen op Zoom"),
        ("Landgraf", "Landgraaf"),
        ("den hag", "'s-Gravenhage"),
        ("Bergen in Limburg", "Bergen (Limburg)"),
        ("amsterdam zuidoost", "Amsterdam"),
        ("Nieuwegien", "Nieuwegein"),
        ("Alphen aaan den Rijn", "Alphen aan den Rijn"),
        ("Alphn a/d Rijn", "Alphen aan den Rijn"),
    ],
)
def test_an_alias_a_part_or_a_misspelt_name_is_suggested(typed: str, name: str) -> None:
    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Suggestion)
    assert match.municipality.display_name == name


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Bergen", ["Bergen (Noord-Holland)", "Bergen (Limburg)"]),
        ("gemeente bergen", ["Bergen (Noord-Holland)", "Bergen (Limburg)"]),
        ("Alphen", ["Alphen aan den Rijn", "Alphen-Chaam"]),
        ("IJssel", ["Capelle aan den IJssel", "Krimpen aan den IJssel"]),
    ],
)
def test_a_name_of_several_lets_the_person_choose(typed: str, names: list[str]) -> None:
    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Several)
    assert shown(match) == names


@pytest.mark.parametrize(
    ("typed", "former", "year", "into"),
    [
        ("Haaren", "Haaren", 2021, ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]),
        ("haren", "Haren", 2019, ["Groningen"]),
        ("Weesp", "Weesp", 2022, ["Amsterdam"]),
        ("uden", "Uden", 2022, ["Maashorst"]),
        ("Landerd", "Landerd", 2022, ["Maashorst"]),
        ("beemster", "Beemster", 2022, ["Purmerend"]),
        ("Heerhugowaard", "Heerhugowaard", 2022, ["Dijk en Waard"]),
        ("Mill", "Mill en Sint Hubert", 2022, ["Land van Cuijk"]),
        ("St. Anthonis", "Sint Anthonis", 2022, ["Land van Cuijk"]),
        ("Hellevoetsluys", "Hellevoetsluis", 2023, ["Voorne aan Zee"]),
        ("Den Briel", "Brielle", 2023, ["Voorne aan Zee"]),
        ("Delfzijl", "Delfzijl", 2021, ["Eemsdelta"]),
        ("Winsum", "Winsum", 2019, ["Het Hogeland", "Westerkwartier"]),
        ("littenseradeel", "Littenseradiel", 2018, ["Leeuwarden", "Súdwest-Fryslân", "Waadhoeke"]),
        ("Rijnwaarden", "Rijnwaarden", 2018, ["Zevenaar"]),
        ("Bussum", "Bussum", 2016, ["Gooise Meren"]),
        ("sneek", "Sneek", 2011, ["Súdwest-Fryslân"]),
        ("Bennebroek", "Bennebroek", 2009, ["Bloemendaal"]),
        ("Meerlo-Wanssum", "Meerlo-Wanssum", 2010, ["Horst aan de Maas", "Venray"]),
        ("Hengelo (Gld.)", "Hengelo (Gld.)", 2005, ["Bronckhorst"]),
    ],
)
def test_a_merged_municipality_is_told_as_what_it_is_part_of_now(
    typed: str, former: str, year: int, into: list[str]
) -> None:
    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Merged)
    assert (match.former_name, match.year, shown(match)) == (former, year, into)


def test_a_municipality_that_merged_twice_names_the_one_in_between() -> None:
    match = MUNICIPALITIES.match("Liesveld")

    assert isinstance(match, Merged)
    assert (match.year, match.via, shown(match)) == (2013, "Molenwaard", ["Molenlanden"])


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "😀", "!?", "/start", "x" * 5_000, "é" * 5_000, "Noord-Holland", "Limburg", "Parijs", "\0", "en"],
)
def test_what_is_no_municipality_is_unknown(typed: str) -> None:
    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Unknown)
    assert len(match.nearest) <= 3


def test_a_far_misspelling_is_unknown_with_what_comes_near() -> None:
    match = MUNICIPALITIES.match("Oistervik")

    assert "Oisterwijk" in shown(match)


def test_the_province_typed_beside_a_name_rules_out_another_province() -> None:
    match = MUNICIPALITIES.match("Laren Gelderland")

    assert "Laren" not in shown(match)


def test_every_official_name_and_display_name_is_found() -> None:
    missed = [
        name
        for each in ALL
        for name in (each.name, each.display_name)
        if MUNICIPALITIES.match(name) != Exact(municipality=each)
    ]

    assert missed == []


def test_every_alias_leads_to_its_municipality() -> None:
    missed = [
        (alias, each.name)
        for each in ALL
        for alias in each.aliases
        if each.display_name not in shown(MUNICIPALITIES.match(alias))
    ]

    assert missed == []


def test_every_merger_since_2009_is_told_and_leads_somewhere() -> None:
    mergers = [merger for merger in MUNICIPALITIES.mergers if merger.year >= 2009]

    matches = {merger.former_name: MUNICIPALITIES.match(merger.former_name) for merger in mergers}

    assert len(mergers) > 120
    assert all(merger.into for merger in mergers)
    assert [name for name, match in matches.items() if not isinstance(match, Merged)] == []


def test_no_name_of_today_is_listed_as_merged() -> None:
    today = {fold(name).compact for each in ALL for name in (each.name, each.display_name)}

    assert [each.former_name for each in MUNICIPALITIES.mergers if fold(each.former_name).compact in today] == []


@st.composite
def one_letter_wrong(draw: st.DrawFn) -> tuple[str, Municipality]:
    municipality = draw(st.sampled_from([each for each in ALL if len(fold(each.display_name).compact) >= 6]))
    name = municipality.display_name
    at = draw(st.sampled_from([index for index, letter in enumerate(name) if letter.isalpha()]))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    typed = draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
            ]
        )
    )
    return typed, municipality


@given(one_letter_wrong())
def test_one_wrong_letter_in_a_name_of_six_or_more_still_finds_it(mistake: tuple[str, Municipality]) -> None:
    typed, municipality = mistake
    compact = fold(typed).compact
    assume(all(code == municipality.code or OSA.distance(compact, name) > 1 for name, code in FOLDED_NAMES))

    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Exact | Suggestion)
    assert match.municipality == municipality


@given(st.text(max_size=400) | st.text(alphabet="abdeghilnorstuv '-./()", max_size=80))
def test_no_text_makes_it_fail(typed: str) -> None:
    match = MUNICIPALITIES.match(typed)

    assert isinstance(match, Exact | Suggestion | Several | Merged | Unknown)
    assert not isinstance(match, Several) or 2 <= len(match.candidates) <= 6


@pytest.mark.parametrize(
    "typed", ["Zevenhuizen-Moerkapelle", "ik weet het niet zo goed meer " * 2, "a " * 100, "😀" * 2_500]
)
def test_a_match_takes_less_than_twenty_milliseconds(typed: str) -> None:
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        MUNICIPALITIES.match(typed)
        spent.append(time.perf_counter() - start)

    assert min(spent) < 0.020


def test_a_code_finds_its_municipality_and_an_odd_one_is_refused() -> None:
    assert MUNICIPALITIES.by_code("GM0307").name == "Amersfoort"
    with pytest.raises(UnknownMunicipalityError):
        MUNICIPALITIES.by_code("GM9999")


def test_the_data_are_the_342_municipalities_of_2026_each_with_a_wind_direction() -> None:
    directions = {each.code: each.wind_direction for each in ALL}

    assert len(MUNICIPALITIES) == 342
    assert directions["GM0014"] is WindDirection.NORTH
    assert directions["GM0034"] is WindDirection.EAST
    assert directions["GM0344"] is WindDirection.WEST
    assert directions["GM0893"] is WindDirection.SOUTH


def test_what_was_written_down_under_the_code_of_one_that_ended_is_of_the_largest_that_followed() -> None:
    large, small = MUNICIPALITIES.by_code("GM0344"), MUNICIPALITIES.by_code("GM0307")
    whole = Merger(former_name="Oudstad", also=(), year=2028, into=(small,), via=None, code="GM9998")
    split = Merger(former_name="Deelrade", also=(), year=2028, into=(small, large), via=None, code="GM9999")
    merged = Municipalities(list(MUNICIPALITIES), [whole, split])

    assert (merged.by_code("GM9998"), merged.by_code("GM9999")) == (small, large)
    assert (merged.successor("GM9998"), merged.successor("GM9999"), merged.successor("GM0344")) == (small, None, None)
