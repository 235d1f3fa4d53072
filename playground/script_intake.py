"""The first half of the play: from the first /start to the learning goals."""

from dataclasses import dataclass

from playground.actor import Actor
from playground.actors import (
    ANNELIES,
    AYSE,
    COORDINATOR,
    ELLEN,
    FACILITATOR,
    FATIMA,
    JEROEN,
    KOEN,
    MARIJKE,
    PIETER_JAN,
    ROUND,
    SANNE,
    TUESDAY,
    WILLEM,
)
from playground.play import Act, Scene, scene, until, until_a_quiet_fortnight


@dataclass(frozen=True)
class Alderman:
    """What somebody answers who accepts what is offered."""

    who: Actor
    municipality: str
    party: str
    portfolios: tuple[str, ...]
    since: int
    email: str
    member: bool = True


def registers(one: Alderman) -> tuple[Act, ...]:
    """From the link to "ontvangen"."""
    who = one.who
    return (
        who.follows(ROUND),
        who.taps("Aanmelden", under="Hier meld je je aan"),
        who.taps("Ja, zo heet ik"),
        who.types(one.municipality, asked="Van welke gemeente"),
        who.taps(one.party, under="Voor welke partij"),
        *(who.taps(portfolio, under="Welke portefeuilles") for portfolio in one.portfolios),
        who.taps("Klaar", under="Welke portefeuilles"),
        who.taps(str(one.since), under="Sinds welk jaar"),
        who.taps("Ja" if one.member else "Nee", under="Ben je lid"),
        who.types(one.email, asked="Op welk e-mailadres"),
        who.taps("Akkoord", under="Bijna klaar"),
        who.taps("Klopt, ik meld me aan"),
        who.reads("je aanmelding is binnen"),
    )


def completes(who: Actor, *days: str, travel: str, email: str) -> tuple[Act, ...]:
    """What composing a group needs, as somebody answers it who has nothing special."""
    return (
        who.taps("Nu aanvullen"),
        who.types("Sparren met mensen die hetzelfde meemaken.", asked="Wat kom je halen?"),
        who.types("Een luisterend oor, en mijn eigen vergissingen.", asked="wat kom je brengen?"),
        who.taps(travel, under="Hoe lang wil je hooguit reizen"),
        *(who.taps(day, under="Wanneer passen") for day in days),
        who.taps("middag", under="Wanneer passen"),
        who.taps("Klaar", under="Wanneer passen"),
        who.shares_number(asked="Op welk nummer"),
        who.types(email, asked="Wie houdt je agenda bij"),
        who.types("Afdeling Bestuurszaken", asked="op de factuur"),
        who.taps("Niemand", under="Zit je liever niet"),
    )


REGISTRATION: tuple[Scene, ...] = (
    scene(
        "Annelies van het bureau wordt coördinator, met een link die één keer werkt.",
        ANNELIES.follows(COORDINATOR),
        ANNELIES.reads("coördinator"),
    ),
    scene("De klok gaat naar dinsdagochtend, negen uur.", until_a_quiet_fortnight(TUESDAY, 9)),
    scene(
        "Annelies opent een inschrijfronde en krijgt een link en een QR-code voor de flyer.",
        ANNELIES.types("/ronde"),
        ANNELIES.types("Intervisie voorjaar", asked="Hoe heet hij"),
        ANNELIES.types("over 4 weken", asked="Tot en met welke dag"),
        ANNELIES.types("24", asked="Hoeveel plaatsen"),
        ANNELIES.taps("Openen", under="Klopt dit?"),
        ANNELIES.keeps_link(ROUND),
    ),
    scene(
        "Annelies nodigt een begeleider uit, en Ellen komt binnen.",
        ANNELIES.types("/uitnodigen"),
        ANNELIES.keeps_link(FACILITATOR),
        ELLEN.follows(FACILITATOR),
        ELLEN.reads("Je bent nu begeleider"),
    ),
    scene(
        "Marijke scant de code van de flyer en meldt zich aan: haar naam en gemeente.",
        MARIJKE.follows(ROUND),
        MARIJKE.reads("Welkom!"),
        MARIJKE.taps("Eerst meer weten"),
        MARIJKE.taps("Aanmelden"),
        MARIJKE.taps("Ja, zo heet ik"),
        MARIJKE.types("den bosch", asked="Van welke gemeente"),
        MARIJKE.taps("Ja", under="Bedoel je"),
    ),
    scene(
        "Marijke gaat een stap terug, en weer verder.",
        MARIJKE.taps("Terug", under="Voor welke partij"),
        MARIJKE.taps("Laat zo staan", under="Van welke gemeente"),
        MARIJKE.taps("GroenLinks-PvdA", under="Voor welke partij"),
        MARIJKE.taps("Klaar", under="Welke portefeuilles"),
        MARIJKE.taps("Zorg", under="Welke portefeuilles"),
        MARIJKE.taps("Jeugd", under="Welke portefeuilles"),
        MARIJKE.taps("Klaar", under="Welke portefeuilles"),
    ),
    scene(
        "Marijke vergist zich: de bot zegt wat er nog mist, en er gaat niets verloren.",
        MARIJKE.types("een tijdje geleden", asked="Sinds welk jaar"),
        MARIJKE.types("2022", asked="Typ het met vier cijfers"),
        MARIJKE.taps("Ja", under="Ben je lid"),
        MARIJKE.types("marijke@gmail", asked="Op welk e-mailadres"),
        MARIJKE.types("marijke@denbosch.nl", asked="Daar mist nog een stukje"),
    ),
    scene(
        "Marijke gaat akkoord met de prijs, wijzigt nog iets en stuurt haar aanmelding op.",
        MARIJKE.taps("Akkoord", under="Bijna klaar"),
        MARIJKE.taps("Wijzigen", under="Klopt dit?"),
        MARIJKE.taps("E-mail", under="Wat wil je wijzigen?"),
        MARIJKE.types("m.degroot@denbosch.nl", asked="Op welk e-mailadres"),
        MARIJKE.taps("Klopt, ik meld me aan"),
        MARIJKE.reads("je aanmelding is binnen"),
    ),
    scene(
        "Marijke vult meteen aan wat nog kan: motivatie, reistijd en dagen.",
        MARIJKE.taps("Nu aanvullen"),
        MARIJKE.types("Leren omgaan met een raad die steeds een stap voor is.", asked="Wat kom je halen?"),
        MARIJKE.types("Tien jaar ervaring in de zorg, en een luisterend oor.", asked="wat kom je brengen?"),
        MARIJKE.taps("1 uur", under="Hoe lang wil je hooguit reizen"),
        MARIJKE.taps("dinsdag", under="Wanneer passen"),
        MARIJKE.taps("donderdag", under="Wanneer passen"),
        MARIJKE.taps("middag", under="Wanneer passen"),
        MARIJKE.taps("Klaar", under="Wanneer passen"),
        MARIJKE.shares_number(asked="Op welk nummer"),
        MARIJKE.types("secretariaat@denbosch.nl", asked="Wie houdt je agenda bij"),
        MARIJKE.types("KPL 4410", asked="op de factuur"),
        MARIJKE.taps("Niemand", under="Zit je liever niet"),
        MARIJKE.reads("Dank je, dat is alles"),
    ),
    scene(
        "Zeven anderen melden zich aan met dezelfde link.",
        *registers(Alderman(JEROEN, "Amersfoort", "D66", ("Financiën", "Wonen"), 2022, "j.visser@amersfoort.nl")),
        *registers(
            Alderman(FATIMA, "Almere", "GroenLinks-PvdA", ("Jeugd", "Volgende", "Onderwijs"), 2024, "fatima@almere.nl")
        ),
        *registers(Alderman(KOEN, "Súdwest-Fryslân", "CDA", ("Economie",), 2023, "koen@sudwest.nl", member=False)),
        *registers(Alderman(SANNE, "Venlo", "VVD", ("Arbeidsmarkt", "Economie"), 2022, "s.willems@venlo.nl")),
        *registers(Alderman(PIETER_JAN, "Bergen (Noord-Holland)", "CDA", ("Financiën",), 2023, "pj@bergen-nh.nl")),
        *registers(Alderman(AYSE, "Enschede", "D66", ("Werk en inkomen", "Zorg"), 2025, "a.yilmaz@enschede.nl")),
        *registers(Alderman(WILLEM, "Goes", "Lokale partij", ("Omgevingswet", "Wonen"), 2022, "w.dekker@goes.nl")),
        tempo=0.4,
    ),
    scene(
        "Ook zij vullen aan wat nodig is om een goede groep te maken.",
        *completes(JEROEN, "dinsdag", "donderdag", travel="1,5 uur", email="secretariaat@amersfoort.nl"),
        *completes(FATIMA, "dinsdag", "donderdag", travel="1,5 uur", email="bestuur@almere.nl"),
        *completes(KOEN, "dinsdag", "donderdag", travel="2 uur", email="secretariaat@sudwest.nl"),
        *completes(SANNE, "dinsdag", "donderdag", travel="2 uur", email="secretariaat@venlo.nl"),
        *completes(PIETER_JAN, "dinsdag", "donderdag", travel="1,5 uur", email="bestuur@bergen-nh.nl"),
        *completes(AYSE, "dinsdag", "donderdag", travel="2 uur", email="secretariaat@enschede.nl"),
        *completes(WILLEM, "dinsdag", "donderdag", travel="2 uur", email="secretariaat@goes.nl"),
        tempo=0.15,
    ),
    scene(
        "Ellen zet momenten open voor de intakes: twee weken lang, op woensdag en donderdag.",
        ELLEN.types("/slots"),
        ELLEN.taps("Nieuwe momenten"),
        ELLEN.taps("Een vast weekpatroon"),
        ELLEN.taps("woensdag"),
        ELLEN.taps("donderdag"),
        ELLEN.taps("Klaar", under="Op welke dagen"),
        ELLEN.types("2 weken", asked="Voor welke periode"),
        ELLEN.types("9 tot 11", asked="Van hoe laat tot hoe laat"),
        ELLEN.taps("Geen pauze"),
        ELLEN.taps("Via beeld"),
        ELLEN.types("https://teams.microsoft.com/l/meetup-join/42", asked="Plak de link"),
        ELLEN.taps("Publiceren", under="Zo wordt het"),
        ELLEN.reads("Gepubliceerd: 8 momenten"),
    ),
    scene(
        "Annelies kijkt wie er wacht, en laat iedereen toe.",
        ANNELIES.types("/aanmeldingen"),
        ANNELIES.taps("Marijke de Groot", under="op toelating"),
        *(
            ANNELIES.taps("Toelaten als niet-lid" if name == "Koen Hoekstra" else "Toelaten als lid", under=name)
            for name in (
                "Marijke de Groot",
                "Jeroen Visser",
                "Fatima El Amrani",
                "Koen Hoekstra",
                "Sanne Willems",
                "Pieter-Jan van den Berg",
                "Ayşe Yılmaz",
                "Willem Dekker",
            )
        ),
        MARIJKE.reads("je doet mee met de intervisie"),
        tempo=0.8,
    ),
)


def books(who: Actor, day: str, time: str) -> tuple[Act, ...]:
    """Four taps, from the button in the invitation."""
    return (
        who.taps("Kies een moment"),
        who.taps(day, under="Op deze dagen is er plek"),
        who.taps(time, under="Hoe laat?"),
        who.taps("Vastleggen", under="Vastleggen?"),
        who.reads("Je intake staat vast"),
    )


def moves(who: Actor, day: str, time: str) -> tuple[Act, ...]:
    return (
        who.types("/intake"),
        who.taps("Verzetten", under="Je intake staat vast"),
        who.taps(day, under="blijft staan tot je iets anders vastlegt"),
        who.taps(time, under="Hoe laat?"),
        who.taps("Ja, verzetten"),
        who.reads("Je intake staat vast"),
    )


# The nearest of these days that has room is what is tapped.
ON_WEDNESDAY, ON_THURSDAY = "wo ", "do "

INTAKE: tuple[Scene, ...] = (
    scene(
        "Marijke kiest een moment voor haar intake: vier tikken, en een bestand voor haar agenda.",
        *books(MARIJKE, ON_THURSDAY, "9.00"),
    ),
    scene(
        "De anderen boeken ook.",
        *books(JEROEN, ON_WEDNESDAY, "9.00"),
        *books(FATIMA, ON_WEDNESDAY, "10.00"),
        *books(KOEN, ON_THURSDAY, "10.00"),
        *books(SANNE, ON_WEDNESDAY, "9.00"),
        *books(PIETER_JAN, ON_WEDNESDAY, "10.00"),
        tempo=0.5,
    ),
    scene(
        "Sanne verzet haar intake naar een dag later, en Pieter-Jan neemt het moment dat vrijkomt.",
        *moves(SANNE, ON_THURSDAY, "9.00"),
        *moves(PIETER_JAN, ON_WEDNESDAY, "9.00"),
    ),
    scene(
        "Ayşe boekt ook. Ellen trekt het laatste vrije moment in: nu is er niets meer over.",
        *books(AYSE, ON_WEDNESDAY, "10.00"),
        ELLEN.types("/slots"),
        ELLEN.taps("Week van", under="Jouw momenten", last=True),
        ELLEN.taps("Intrekken", under="Jouw momenten"),
        ELLEN.taps(ON_THURSDAY, under="Wat wil je intrekken?"),
        ELLEN.taps("vrij", under="Welk moment van"),
        ELLEN.taps("Ja, intrekken"),
        ELLEN.reads("Ingetrokken: één moment"),
        tempo=0.8,
    ),
    scene(
        "Willem is te laat en gaat op de wachtlijst.",
        WILLEM.taps("Kies een moment"),
        WILLEM.taps("Zet me op de wachtlijst"),
        WILLEM.reads("als eerste aan de beurt"),
    ),
    scene(
        "Sanne zegt af. Haar moment gaat meteen naar Willem, de eerste in de rij.",
        SANNE.types("/intake"),
        SANNE.taps("Afzeggen", under="Je intake staat vast"),
        SANNE.types("De raad vergadert die dag.", asked="afzeggen?"),
        SANNE.reads("Afgezegd"),
        WILLEM.reads("Er is een moment voor je vrij"),
        WILLEM.taps("Ja, dit moment"),
        WILLEM.reads("Je intake staat vast"),
    ),
    scene(
        "De klok gaat vooruit naar woensdag: wie vandaag of morgen een intake heeft, krijgt een herinnering.",
        until(1, 8, 5),
        JEROEN.reads("Straks is je intake"),
        JEROEN.taps("Ik ben er", under="Straks is je intake"),
        until(0, 9, 5),
        MARIJKE.reads("Morgen is je intake"),
        MARIJKE.taps("Ik ben er", under="Morgen is je intake"),
    ),
)

GOALS: tuple[Scene, ...] = (
    scene(
        "Het is donderdag. Marijke heeft haar intake gehad, en Ellen legt vast dat ze doorgaat.",
        until(1, 10),
        ELLEN.reads("Je had een intake met Marijke"),
        ELLEN.taps("Gaat door", under="Marijke de Groot"),
        ELLEN.reads("Vastgelegd"),
        MARIJKE.reads("je gaat door"),
    ),
    scene(
        "Marijke schrijft twee leerpunten op, die alleen zij en haar begeleider lezen.",
        MARIJKE.taps("Leerpunten opschrijven"),
        MARIJKE.taps("Leerpunt toevoegen"),
        MARIJKE.types("Ik wil rustig blijven als de raad me onder druk zet.", asked="Typ het in een of twee zinnen"),
        MARIJKE.taps("Leerpunt toevoegen"),
        MARIJKE.types("Eerder hulp vragen als een dossier vastloopt.", asked="Typ het in een of twee zinnen"),
        MARIJKE.reads("Leerpunt genoteerd"),
    ),
    scene(
        "Eén ervan deelt ze met haar groep.",
        MARIJKE.taps("Leerpunt 1"),
        MARIJKE.taps("Deel met mijn groep"),
        MARIJKE.reads("je groep mag"),
    ),
    scene(
        "Ellen leest wat Marijke wil leren en stelt andere woorden voor. Marijke kiest zelf.",
        ELLEN.types("/intakes"),
        ELLEN.taps("Marijke de Groot", under="Jouw intakes"),
        ELLEN.taps("Leerpunten", under="Marijke de Groot"),
        ELLEN.taps("Andere woorden voor nr. 2"),
        ELLEN.types(
            "Op tijd hulp vragen, ook als het nog lijkt te gaan.", asked="Hoe zou jij dit leerpunt verwoorden?"
        ),
        ELLEN.reads("Voorgesteld"),
        MARIJKE.reads("stelt voor een leerpunt anders te verwoorden"),
        MARIJKE.taps("Neem het over"),
        MARIJKE.reads("Overgenomen"),
    ),
)
