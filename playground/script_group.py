"""The second half of the play: a group is made, meets, and plans its year."""

from playground.actor import Actor
from playground.actors import (
    ANNELIES,
    AYSE,
    EIGHT,
    ELLEN,
    FATIMA,
    JEROEN,
    KOEN,
    MARIJKE,
    PIETER_JAN,
    SANNE,
    THURSDAY,
    TUESDAY,
    WILLEM,
)
from playground.play import Act, Scene, in_a_minute, scene, until, until_last_of, until_working_day

# The days that Ellen proposes for the first session: the second is the one that suits everybody.
PROPOSED, IN_WEEKS = (TUESDAY, THURSDAY), 3
CHAT = "Groep 1"
INVITE = "invite"
# Who is not in the cast, and the parts that the rota gives.
DIRK = Actor("Dirk")
PRESENTER, RESERVE = Actor("de inbrenger"), Actor("de reserve")
SWAPPER, TAKER = Actor("wie wil ruilen"), Actor("wie ruilt")
CENTRAL, IN_TURN = "Eén centraal gemeentehuis", "Bij ieder om de beurt"


def goes_on(who: Actor) -> tuple[Act, ...]:
    """What Ellen makes of the intake."""
    return (
        ELLEN.taps("Gaat door", under=f"Je had een intake met {who.name}"),
        ELLEN.reads("Vastgelegd"),
    )


OUTCOMES: tuple[Scene, ...] = (
    scene(
        "Ook wie al een intake had gaat door.",
        *goes_on(JEROEN),
        *goes_on(FATIMA),
        tempo=0.6,
    ),
    scene(
        "Voor Sanne zet Ellen nog één moment open, en Sanne boekt het.",
        ELLEN.types("/slots"),
        ELLEN.taps("Nieuwe momenten"),
        ELLEN.taps("Eén moment"),
        ELLEN.taps("wo ", under="Op welke dag?"),
        ELLEN.types("14.00", asked="Hoe laat begint het?"),
        ELLEN.taps("Per telefoon"),
        ELLEN.taps("Publiceren", under="Zo wordt het"),
        SANNE.types("/intake"),
        SANNE.taps("Kies een moment"),
        SANNE.taps("wo ", under="Op deze dagen is er plek"),
        SANNE.taps("14.00", under="Hoe laat?"),
        SANNE.taps("Vastleggen", under="Vastleggen?"),
        SANNE.reads("Je intake staat vast"),
        tempo=0.6,
    ),
    scene(
        "Een week later zijn alle intakes geweest. Alle acht gaan door.",
        until(7, 12),
        *(act for who in (KOEN, PIETER_JAN, AYSE, SANNE, WILLEM) for act in goes_on(who)),
        tempo=0.6,
    ),
)


def picks(who: Actor) -> tuple[Act, ...]:
    return (ANNELIES.taps("Iemand erbij", last=True), ANNELIES.taps(who.name, under="Wie komt erbij"))


PUBLISHING: tuple[Scene, ...] = (
    scene(
        "Annelies stelt een groep samen. De bot zegt bij ieder wat ze gemeen hebben.",
        ANNELIES.types("/groepen"),
        ANNELIES.taps("Nieuwe groep"),
        *picks(MARIJKE),
        *picks(JEROEN),
        ANNELIES.reads("Langste reis"),
    ),
    scene(
        "Er komen er nog zes bij.",
        *(act for who in EIGHT[2:] for act in picks(who)),
        ANNELIES.reads("Klaar om te publiceren"),
        tempo=0.4,
    ),
    scene(
        "Pas als Annelies publiceert, hoort iedereen met wie.",
        ANNELIES.taps("Publiceren", under="concept"),
        ANNELIES.taps("Ja, publiceer"),
        MARIJKE.reads("Je groep is er"),
        ELLEN.reads("Je begeleidt groep 1"),
    ),
)

FIRST_DATE: tuple[Scene, ...] = (
    scene(
        "Ellen stelt twee dagen voor de eerste bijeenkomst voor.",
        ELLEN.types("/eerste"),
        ELLEN.types_dates(PROPOSED, weeks=IN_WEEKS, hour=13, asked="Welke dagen stel je voor?"),
        ELLEN.taps("voorleggen"),
        ELLEN.reads("Gevraagd"),
    ),
    scene(
        "Ieder antwoordt met een tik per datum, en niemand ziet wat een ander zegt.",
        MARIJKE.taps("Liever niet"),
        MARIJKE.taps("Kan"),
        SANNE.taps("Kan niet"),
        SANNE.taps("Kan"),
        *(act for who in (JEROEN, FATIMA, KOEN) for act in (who.taps("Kan"), who.taps("Kan"))),
        *(act for who in (PIETER_JAN, AYSE, WILLEM) for act in (who.taps("Kan niet"), who.taps("Kan"))),
        tempo=0.5,
    ),
    scene(
        "Iedereen is geweest: Ellen ziet wie wanneer kan, en legt de donderdag vast.",
        ELLEN.reads("dit zijn de antwoorden"),
        ELLEN.taps("(8 van 8)"),
        ELLEN.reads("Vastgelegd: donderdag"),
        FATIMA.reads("13.00 tot 16.30 uur"),
    ),
    scene(
        "Waar? Amersfoort is voor niemand ver. Jeroen wordt gevraagd, en zegt ja.",
        ELLEN.taps("Waar wordt het?"),
        ELLEN.taps("Amersfoort"),
        JEROEN.reads("Kan de groep bij jou terecht?"),
        JEROEN.taps("Ja, dat kan"),
        JEROEN.taps("Zeg hoe het geregeld is"),
        JEROEN.types("Stadhuis, Stadhuisplein 1, kamer 2.14", asked="welke kamer"),
        JEROEN.taps("Klaar"),
        KOEN.reads("De plaats is bekend: Amersfoort"),
    ),
)

CHATTING: tuple[Scene, ...] = (
    scene(
        "Ellen maakt in Telegram een groep met de bot erin, en koppelt hem met een code.",
        ELLEN.types("/koppel"),
        ELLEN.taps("Maak een koppelcode"),
        ELLEN.copies("/koppel"),
        ELLEN.makes_group(CHAT),
        ELLEN.within(CHAT).promotes_bot(),
        ELLEN.within(CHAT).pastes("/koppel"),
        ELLEN.within(CHAT).reads("Geen casussen hier"),
    ),
    scene(
        "Marijke krijgt een link, vraagt om toegang en wordt welkom geheten.",
        MARIJKE.reads("Je groep heeft een groepschat"),
        MARIJKE.keeps_invite(INVITE),
        MARIJKE.asks_to_join(),
        MARIJKE.within(CHAT).reads("Welkom Marijke"),
    ),
    scene(
        "Dirk kreeg de link doorgestuurd, maar hoort niet bij de groep: hij komt er niet in.",
        DIRK.comes("Jansen"),
        DIRK.asks_to_join(INVITE),
        DIRK.reads("alleen voor de deelnemers"),
        ELLEN.reads("Dirk Jansen"),
    ),
    scene(
        "De anderen komen er ook bij.",
        *(who.asks_to_join() for who in EIGHT[1:]),
        WILLEM.within(CHAT).reads("Welkom Willem"),
        tempo=0.5,
    ),
)

FIRST_SESSION: tuple[Scene, ...] = (
    scene(
        "Het is de dag van de eerste bijeenkomst. Het programma gaat met een tik naar de groep.",
        until_last_of(PROPOSED, 12, 30, weeks=IN_WEEKS),
        ELLEN.within(CHAT).types("/programma"),
        ELLEN.reads("Programma"),
        ELLEN.taps("Stuur naar de groep"),
        ELLEN.taps("Wie oefent met wie"),
        ELLEN.taps("Stuur naar de groep"),
        FATIMA.within(CHAT).reads("geeft aan Fatima"),
    ),
)

PLANNING: tuple[Scene, ...] = (
    scene(
        "Aan het eind van de middag typt Ellen één opdracht in de groep: de andere vijf data.",
        until(0, 16),
        ELLEN.within(CHAT).types("/planning"),
        ELLEN.taps("Geen reces"),
        ELLEN.reads("5 tot 9 weken ertussen"),
        ELLEN.taps("Stemming openen"),
        ELLEN.reads("De vraag staat in de groep"),
    ),
    scene(
        "Iedereen kruist aan wat kan. Sanne kan nooit op dinsdag.",
        MARIJKE.within(CHAT).votes_for_dates(full=6),
        JEROEN.within(CHAT).votes_for_dates(full=5),
        FATIMA.within(CHAT).votes_for_dates(),
        KOEN.within(CHAT).votes_for_dates(full=4),
        SANNE.within(CHAT).votes_for_dates(never="di"),
        PIETER_JAN.within(CHAT).votes_for_dates(full=7),
        WILLEM.within(CHAT).votes_for_dates(full=3),
        ELLEN.within(CHAT).reads("7 van 8 hebben gestemd"),
        tempo=0.8,
    ),
    scene(
        "Vijf uur: de bijeenkomst zit erop. Ellen zegt wie er waren.",
        until(0, 17),
        ELLEN.taps("Klopt zo", under="zit erop"),
    ),
    scene(
        "Een paar dagen later heeft alleen Ayşe nog niet gestemd. Zij alleen hoort daarvan, en antwoordt privé.",
        until_working_day(4, 9),
        AYSE.reads("Mag ik nog even je antwoord?"),
        AYSE.keeps_tapping("Kan", beside="Liever niet"),
        ELLEN.within(CHAT).reads("8 van 8 hebben gestemd, waarvan 1 via mij"),
        tempo=0.5,
    ),
    scene(
        "Iedereen heeft gestemd. Ellen ziet drie voorstellen en legt het eerste vast.",
        ELLEN.reads("Voorstel 1"),
        ELLEN.taps("Voorstel 1 vastleggen"),
        ELLEN.taps("Ja, vastleggen"),
        MARIJKE.within(CHAT).reads("De data staan vast"),
        MARIJKE.reads("er staan 5 bijeenkomsten vast"),
    ),
    scene(
        "De plek van het jaar: één gemeentehuis, of om de beurt? De groep stemt.",
        ELLEN.taps("Plek van het jaar"),
        ELLEN.taps("Laat de groep stemmen"),
        *(who.within(CHAT).votes(CENTRAL, under="") for who in (MARIJKE, WILLEM)),
        *(who.within(CHAT).votes(IN_TURN, under="") for who in EIGHT[1:7]),
        tempo=0.6,
    ),
    scene(
        "Om de beurt dus. Ellen ziet wie wanneer ontvangt en hoeveel ieder dan reist.",
        ELLEN.reads("zo eerlijk mogelijk"),
        ELLEN.taps("Zo doen we het"),
        FATIMA.within(CHAT).reads("Zo gaan jullie dit jaar bij elkaar langs"),
    ),
)

ROTA: tuple[Scene, ...] = (
    scene(
        "Wie brengt wanneer een casus in? De beurten zijn eerlijk verdeeld, en het rooster komt in de groep.",
        ELLEN.types("/rooster"),
        ELLEN.taps("Verdeel de beurten"),
        ELLEN.reads("nog niemand heeft het gezien"),
        ELLEN.taps("Zo doen we het"),
        ELLEN.within(CHAT).reads("Het rooster staat"),
    ),
    scene(
        "Wie de keer daarna inbrengt, ruilt liever, met iemand bij wie het past.",
        ELLEN.within(CHAT).reads_rota(presenter=PRESENTER, reserve=RESERVE, following=SWAPPER),
        SWAPPER.types("/rooster"),
        SWAPPER.taps("Een beurt ruilen"),
        SWAPPER.taps_first(under="Welke beurt"),
        SWAPPER.taps_first(under="Met wie wil je"),
        TAKER.is_whoever_has("Ja, tegen", EIGHT),
        TAKER.taps("Ja, tegen"),
        ELLEN.taps_if_asked("Goed, ruilen"),
        SWAPPER.reads("Geruild met"),
    ),
    scene(
        "Een inbrenger van de volgende keer kan toch niet. De reserve is nu aan de beurt, en er komt een nieuwe.",
        WILLEM.within(CHAT).types("/rooster"),
        WILLEM.within(CHAT).reads_rota(presenter=PRESENTER, reserve=RESERVE, following=SWAPPER),
        PRESENTER.types("/afmelden"),
        PRESENTER.taps("Afmelden voor"),
        PRESENTER.taps("Ja, ik kan niet"),
        in_a_minute(),
        RESERVE.reads("nu ben je aan de beurt"),
        ELLEN.reads("niet bij"),
    ),
    scene(
        "Het jaar staat. Marijke kijkt wat eraan komt, waar, en wat zij te doen heeft.",
        MARIJKE.types("/agenda"),
        MARIJKE.reads("Casussen"),
    ),
)
