# De eerste datum, waar bijeenkomsten zijn, wie ontvangt, en de plek van het jaar.

## De eerste datum: wie begeleidt

# $group (getal); $most (getal)
first-date-propose =
    <b>Groep { $group }: de eerste bijeenkomst</b>
    Welke dagen stel je voor? Typ ze onder elkaar, tot { $most }, bijvoorbeeld <i>di 9 maart 13.00</i>. Of kies ze in de kalender.
first-date-listed = Dit leg ik de groep voor. Typ er gerust nog een bij.
# $date (tekst)
first-date-line = • { $date }
# $date (tekst)
first-date-drop = Weg: { $date }
first-date-calendar = Kalender
# $number (getal)
first-date-open = { $number ->
    [one] Deze datum voorleggen
   *[other] Deze { $number } data voorleggen
}
first-date-month = Kies een dag in <b>{ $month }</b>.
first-date-month-earlier = ‹ Eerder
first-date-month-later = Later ›
# $day (tekst)
first-date-times = <b>{ $day }</b>: hoe laat? Een ander tijdstip typ je, bijvoorbeeld <i>{ $day } 10.30</i>.
first-date-back = Terug naar de lijst
first-date-asked =
    <b>Gevraagd.</b> Iedereen krijgt de data in een privébericht en antwoordt met een tik per datum: kan, liever niet of kan niet.
# $answered, $all (getallen); $until (tekst)
first-date-running =
    <b>De groep kiest de eerste datum.</b> { $answered } van { $all } { $answered ->
        [one] heeft
       *[other] hebben
    } geantwoord. De stemming sluit { $until }, of zodra iedereen heeft geantwoord.
first-date-close = Nu sluiten
first-date-anew = Andere data voorstellen
# $group (getal)
first-date-proposed =
    <b>Groep { $group }: dit zijn de antwoorden.</b> Bovenaan staat wat het beste past. Welke dag wordt het?
# $group (getal)
first-date-proposed-nobody =
    <b>Groep { $group }: niemand heeft geantwoord op de eerste datum.</b> Je kunt toch een dag kiezen, of andere voorstellen.
# $date (tekst); $able, $all (getallen)
first-date-choose = { $date } ({ $able } van { $all })
# $date (tekst)
first-date-settled =
    <b>Vastgelegd: { $date }.</b> Iedereen krijgt de datum met een bestand voor de agenda.
# $group (getal); $date (tekst)
first-date-is-settled = De eerste bijeenkomst van groep { $group } is op { $date }.
first-date-where = Waar wordt het?
# $group (getal)
first-date-reminder = Groep { $group } heeft nog geen eerste datum. Stel je er een paar voor? Het kost je een minuut.
first-date-start = Data voorstellen
first-date-already = Dat is al gedaan. Zo staat het nu:
first-date-stale = Die dag kan niet meer: hij is te dichtbij, of jij hebt dan iets anders. Kies een andere.
first-date-no-candidates = Er staat nog geen datum in de lijst. Typ er een, zoals <i>di 9 maart 13.00</i>.
first-date-gone = Deze groep begeleid je niet, of de vraag is er niet meer. Met /agenda zie je je groepen.
first-date-left = Prima. Wat je voorstelde staat er nog; met /eerste ga je verder.

## De eerste datum: wat er aan een getypte datum schort ($typed, $date: tekst)

first-date-unreadable = <i>{ $typed }</i> kan ik niet lezen. Schrijf een dag met een tijd, zoals <i>di 9 maart 13.00</i>.
first-date-no-time = Hoe laat, op <i>{ $typed }</i>? Schrijf het erbij, zoals <i>di 9 maart 13.00</i>.
first-date-no-such-day = <i>{ $typed }</i> bestaat niet. Noem een andere dag of tijd.
first-date-past = <i>{ $typed }</i> is al geweest. Noem een dag die nog komt.
first-date-too-soon = { $date } is te dichtbij: geef iedereen ten minste drie dagen. Noem een latere dag.
first-date-too-far = Verder dan een jaar vooruit plannen we niet. Noem een dag dichterbij.
first-date-holiday = { $date } is een feestdag. Noem een andere dag.
first-date-clash = { $date } kun je zelf niet: dan heb je een andere bijeenkomst of een intake. Noem een ander moment.
first-date-there-already = { $date } staat er al.
# $most (getal)
first-date-too-many = Meer dan { $most } data leg ik niet voor. Haal er eerst een weg.

## Waar één bijeenkomst is: wie begeleidt

# $number (getal); $date (tekst)
place-session = <b>Waar is bijeenkomst { $number }, { $date }?</b>
place-session-ranked = Achter elke plaats staat hoelang de langste reis ernaartoe ongeveer duurt, enkele reis. Kies er een, dan vraag ik de wethouder daar of jullie terecht kunnen.
# $place, $host (teksten)
place-session-settled = Nu: <b>{ $place }</b>, { $host } ontvangt jullie.
# $place, $host (teksten)
place-session-asked = Ik heb <b>{ $host }</b> gevraagd of het in { $place } kan.
# $place, $host (teksten)
place-session-planned = <b>{ $host }</b> in { $place } staat op de lijst; zes weken van tevoren vraag ik het.
place-session-online-now = Nu: <b>online</b>.
# $place, $journey (teksten): hoelang de langste reis ernaartoe duurt
place-town-hall = { $place }: { $journey }
# $place, $journey (teksten)
place-town-hall-refused = { $place }: { $journey } (kon niet)
place-online = Online
# $host, $place (teksten)
place-picked = <b>{ $host } is gevraagd</b> of het in { $place } kan. Je hoort het zodra er een antwoord is.
place-picked-online = <b>Deze bijeenkomst is online.</b> Iedereen hoort het van me.
place-already = Dat staat al zo.
place-stale = Dat kan niet meer: er is intussen iets veranderd. Zo staat het nu:
place-gone = Deze bijeenkomst of groep is niet (meer) van jou. Met /agenda zie je je groepen.
# $group, $number (getallen); $date (tekst)
place-wanted = <b>Groep { $group }: bijeenkomst { $number }, { $date }, heeft nog geen plek.</b> Waar wordt het?
# $group (getal)
place-wanted-several = <b>Groep { $group }: deze bijeenkomsten hebben nog geen plek.</b> Waar wordt het? Tik er een aan; met /plaats laat je de groep opnieuw kiezen.
# $number (getal); $date (tekst)
place-wanted-one = { $number }: { $date }

## De gastheer

# $number (getal); $date, $place (teksten)
host-asked =
    <b>Kan de groep bij jou terecht?</b>
    Bijeenkomst { $number }, { $date }, in { $place }. Je regelt een rustige kamer en een lichte lunch; de rest doe ik.
# $sessions (getal); $place (tekst)
host-asked-all =
    <b>Kan de groep dit jaar bij jou terecht?</b>
    Het gaat om { $sessions } bijeenkomsten in { $place }. Je regelt een rustige kamer en een lichte lunch; de rest doe ik.
# $until (tekst)
host-until = Laat je het vóór { $until } weten? Anders vraag ik het een ander.
host-yes = Ja, dat kan
host-no = Nee, dat lukt niet
host-reminder = Ik heb je antwoord nog niet.
# $number (getal); $date (tekst)
host-lapsed = Voor bijeenkomst { $number }, { $date }, zoek ik nu een andere plek. Je hoeft niets te doen.
# $number (getal); $date (tekst)
host-released = Je hoeft bijeenkomst { $number }, { $date }, niet meer te ontvangen. Het wordt anders opgelost.
# $number (getal); $date, $place (teksten)
host-accepted =
    <b>Fijn, dank je.</b> Je ontvangt bijeenkomst { $number }, { $date }, in { $place }. De anderen horen het van me.
# $sessions (getal); $place (tekst)
host-accepted-all =
    <b>Fijn, dank je.</b> Je ontvangt alle { $sessions } bijeenkomsten in { $place }. De anderen horen het van me.
host-arrange-hint = Wat moeten ze weten om er te komen? Dat kan nu of later, en je kunt het altijd wijzigen.
host-declined = Jammer, maar duidelijk. Ik zoek iemand anders.
host-already = Dat had je al gezegd. Zo staat het nu:
host-stale = Dit hoeft niet meer: het is intussen anders geregeld, of de bijeenkomst is geweest.
host-cannot-any-more = Het lukt toch niet
host-arrange = Zeg hoe het geregeld is
host-arrange-change = Wijzigen
# $host, $place, $date (teksten); $number, $group (getallen)
host-found = <b>{ $host } ontvangt groep { $group }</b> in { $place }: bijeenkomst { $number }, { $date }.
# $host, $place (teksten); $group, $sessions (getallen)
host-found-all = <b>{ $host } ontvangt groep { $group } dit jaar</b> in { $place }: { $sessions } bijeenkomsten.
# $host, $place, $date (teksten); $number, $group (getallen)
host-passed = <b>Groep { $group }, bijeenkomst { $number }, { $date }:</b> het lukte niet waar ik het eerst vroeg. Nu vraag ik { $host }, in { $place }.
host-choose-myself = Zelf kiezen
# $group (getal)
place-office-waits = Groep { $group } wacht op de begeleider: er is nog een datum of plek te regelen. Bel je even?

## Wat de gastheer regelt

host-room-question = In welk gebouw en welke kamer? <i>Bijvoorbeeld: gemeentehuis, Raadhuisplein 1, Thorbeckezaal.</i>
host-lunch-question = Hoe zit het met de lunch? <i>Bijvoorbeeld: soep en broodjes om 12.30 uur, in de hal.</i>
host-directions-question = Hoe komen ze er, en door welke ingang? <i>Bijvoorbeeld: tien minuten lopen van het station, melden bij de balie.</i>
host-parking-question = Waar kun je parkeren?
host-contact-question = Wie bellen ze als ze voor een dichte deur staan? <i>Een naam en een nummer.</i>
host-room = Gebouw en kamer
host-lunch = Lunch
host-directions = Route en ingang
host-parking = Parkeren
host-contact = Contact
# $label, $words (teksten)
host-said = <b>{ $label }:</b> { $words }
host-nothing-said = Er is nog niets over ingevuld.
host-arranged-own = <b>Dit weten de anderen straks</b>
host-arranged-thanks = <b>Dank je, ik geef het door.</b>
host-arranging-left = Prima. Wat je invulde is bewaard.
# $number (getal); $date, $place, $host (teksten)
host-arranged =
    <b>Bijeenkomst { $number }, { $date }, in { $place }</b>
    { $host } ontvangt jullie. Dit is handig om te weten:
host-gone = Dit is niet (meer) van jou. Met /agenda zie je wat er wel staat.

## De plek van het jaar: wie begeleidt

# $group (getal)
year-title = <b>Groep { $group }: waar komen jullie samen?</b>
year-none = Er is nog niets gekozen. De groep stemt: één centraal gemeentehuis, of bij ieder om de beurt.
year-no-sessions = Er zijn nog geen bijeenkomsten waarvoor een plek nodig is. Plan eerst de data, met /planning.
year-open = Laat de groep stemmen
# $until (tekst)
year-voting-form = De groep stemt: centraal, of om de beurt. Dat kan tot { $until }.
# $until (tekst)
year-voting-town-hall = Het wordt één centraal gemeentehuis. De groep kiest nu welk; dat kan tot { $until }.
year-votes-tied = De stemmen staken.
year-votes-none = Er heeft niemand gestemd.
year-deciding-form = Kies jij? Anders wordt het na drie dagen één centraal gemeentehuis.
year-deciding-town-hall = Kies jij? Anders wordt het na drie dagen het gemeentehuis met de kortste reis.
year-drafted = <b>Om de beurt, zo eerlijk mogelijk verdeeld.</b> Je kunt nog ruilen. Tik daarna op <i>Zo doen we het</i>, dan hoort de groep het.
# $place (tekst)
year-asking = Het wordt <b>{ $place }</b>. Ik vraag of de groep daar terecht kan.
year-settled-in-turn = <b>Om de beurt.</b> Ieder hoort het zes weken van tevoren nog eens.
# $place (tekst)
year-settled-central = <b>Het is { $place }.</b>
# $number (getal); $date, $place, $host (teksten)
year-line = { $number }. { $date }: { $place } ({ $host })
# $number (getal); $date, $place (teksten)
year-line-without-host = { $number }. { $date }: { $place }
# $journeys (tekst): hoelang alle heenreizen samen duren
year-fairness = Wie het meest reist, is met alle heenreizen samen { $journeys } onderweg.
year-host-away = Let op: iemand ontvangt terwijl die niet kan komen. Beter lukte het niet.
year-host-presents = Let op: iemand ontvangt en brengt zelf een casus in. Beter lukte het niet.
# $number (getal); $host (tekst)
year-change = { $number }. { $host }: een ander
# $number (getal); $date (tekst)
year-choose-host = Wie ontvangt bijeenkomst { $number }, { $date }? Ontvangt die al een andere keer, dan ruilen ze.
year-confirm = Zo doen we het
year-anew = Opnieuw kiezen
year-form-central = Eén centraal gemeentehuis
year-form-in-turn = Bij ieder om de beurt
# $place, $journey (teksten)
year-town-hall = { $place }: langste reis { $journey }
year-dropped = De keuze van de plek is losgelaten. Je kunt de groep opnieuw laten stemmen.
year-confirmed = <b>Verstuurd.</b> De groep weet het, en ik vraag ieder op tijd.
year-asked = <b>De stemming staat open.</b> Zodra iedereen heeft gestemd, hoor je wat het wordt.
year-session = Bijeenkomst { $number }
# $group (getal)
year-tied = <b>Groep { $group }: de keuze van de plek is aan jou.</b>
# $group (getal)
year-drafted-told = <b>Groep { $group } gaat om de beurt bij elkaar langs.</b> Kijk je of het zo klopt?

## Hoelang een reis duurt

# $minutes (getal)
journey-minutes = { $minutes } min
# $hours (tekst): zoals 1,5
journey-hours = { $hours } uur
journey-hours-over = ruim { $hours } uur
journey-hours-nearly = bijna { $hours } uur

## De plek van het jaar: in de groep

group-place-central = <b>De meesten kiezen één centraal gemeentehuis.</b> Welk? Daarover gaat de volgende stemming.
group-place-in-turn = <b>De meesten willen om de beurt bij elkaar langs.</b> Wie wanneer ontvangt, hoor je binnenkort.
group-place-votes-tied = De stemmen waren gelijk.
group-place-votes-none = Er heeft niemand gestemd.
# $name (tekst): voornaam van wie begeleidt
group-place-leader-chose = { $name } heeft gekozen.
group-place-undecided-form = Dan wordt het één plek.
group-place-undecided-town-hall = Dan telt de kortste reis.
group-place-central-decided = <b>Het wordt één centraal gemeentehuis.</b> Welk? Daarover gaat de volgende stemming.
group-place-in-turn-decided = <b>Jullie gaan om de beurt bij elkaar langs.</b> Wie wanneer ontvangt, hoor je binnenkort.
# $place, $host (teksten)
group-place-town-hall = <b>Het wordt { $place }.</b> Ik vraag { $host } of jullie daar terecht kunnen.
group-place-settled-in-turn = <b>Zo gaan jullie dit jaar bij elkaar langs</b>
# $place, $host (teksten); $sessions (getal)
group-place-settled-central = <b>Jullie komen dit jaar samen in { $place }</b>, { $sessions } keer. { $host } ontvangt jullie.
group-place-private-later = Adres en ingang stuur ik ieder apart.
