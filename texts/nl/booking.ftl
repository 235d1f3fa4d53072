# De intake van een deelnemer: een moment kiezen, verzetten, afzeggen, de wachtlijst.

booking-your-facilitator = je begeleider

## Een moment kiezen

booking-choose = Kies een moment
booking-facilitator = Bij wie wil je de intake doen?
booking-whichever = Maakt niet uit
booking-days = Op deze dagen is er plek. Welke past jou?
# $facilitator (tekst): hoe de begeleider heet
booking-days-with = Op deze dagen is er plek bij <b>{ $facilitator }</b>. Welke past jou?
# $month (tekst): maand en jaar
booking-month = <b>{ $month }</b>
booking-earlier = Terug naar { $month }
booking-later = Naar { $month }
booking-day-full = Die dag is net volgeraakt.
# $day (tekst)
booking-time = <b>{ $day }.</b> Hoe laat?
# $time (tekst): begintijd
booking-time-phone = { $time } telefoon
booking-time-video = { $time } beeld
booking-other-day = Andere dag
# $moment (tekst): dag, begin en eind; $facilitator (tekst)
booking-summary-phone = <b>{ $moment }, per telefoon, met { $facilitator }.</b> Vastleggen?
booking-summary-video = <b>{ $moment }, via beeld, met { $facilitator }.</b> Vastleggen?
booking-confirm = Vastleggen
booking-other-moment = Ander moment
booking-stopped = We laten het zo.

## Iemand was sneller, of er is niets

booking-taken = Dat moment is net vergeven.
booking-gone = Dat moment kan niet meer.
booking-left-that-day = Dit is er die dag nog:
booking-nothing = Er is nu geen moment vrij. Op de wachtlijst krijg je bericht zodra er een vrijkomt.
# $moment (tekst)
booking-nothing-to-move = Er is nu geen ander moment vrij. Je intake van <b>{ $moment }</b> blijft gewoon staan.

## Verzetten

# $moment (tekst): het moment dat vrijkomt
booking-moving = Je intake staat op <b>{ $moment }</b>. Die blijft staan tot je iets anders vastlegt.
# $old (tekst): het moment dat vrijkomt
booking-summary-move-phone = Verzetten van { $old } naar <b>{ $moment }, per telefoon, met { $facilitator }</b>?
booking-summary-move-video = Verzetten van { $old } naar <b>{ $moment }, via beeld, met { $facilitator }</b>?
booking-confirm-move = Ja, verzetten
booking-leave-it = Laat staan

## Wat er staat

# $moment (tekst)
booking-fixed = <b>Je intake staat vast: { $moment }.</b>
booking-how-phone = { $facilitator } belt je op { $phone }.
booking-how-phone-unknown = { $facilitator } belt je. Alleen heb ik je nummer nog niet: geef je het door?
booking-give-phone = Nummer doorgeven
# $link (tekst): adres van het beeldgesprek
booking-how-video = Via beeld, met { $facilitator }: { $link }
booking-how-video-later = Via beeld, met { $facilitator }. De link krijg je van me zodra die er is; /intake laat hem zien.
# $day (tekst): laatste dag
booking-change-until = Toch verhinderd? Tot en met { $day } kun je zelf verzetten of afzeggen; daarna vraag ik het voor je aan { $facilitator }.
booking-change-asks = Toch verhinderd? Zo kort van tevoren beslist { $facilitator }; ik vraag het voor je.
booking-change-granted = { $facilitator } vindt het goed dat je verzet: kies een ander moment.
# $until (tekst): dag en tijd
booking-request-open-move = Je vroeg { $facilitator } of je kunt verzetten. Hoor je vóór { $until } niets, dan gaat je intake gewoon door.
booking-request-open-cancel = Je vroeg { $facilitator } of je kunt afzeggen. Hoor je vóór { $until } niets, dan gaat je intake gewoon door.
booking-move = Verzetten
booking-cancel = Afzeggen
booking-ask-move = Vraag om te verzetten
booking-ask-cancel = Vraag om af te zeggen
booking-file-follows = Hieronder komt een bestand voor je agenda.
booking-file-follows-move = Hieronder komt een nieuw bestand voor je agenda; het vervangt het vorige.
booking-spoken = Je intake met { $facilitator } was op { $moment }. Je begeleider is aan zet en laat weten hoe het verdergaat.
booking-held = Je intake is geweest. Het bureau is aan zet: het stelt de groepen samen, en je hoort het zodra er een plek voor je is. Zet intussen vast je leerpunten op papier.
booking-goals = Mijn leerpunten
booking-not-admitted = Een intake plan je zodra je bent toegelaten. Met /mijn zie je waar je staat.
booking-your-move = Jij bent aan zet: kies een moment voor je intake.
booking-your-move-again = Jij bent aan zet: kies een moment voor een nieuw gesprek.

## Uitgenodigd

booking-invite = Nu volgt je intake: een gesprek met een begeleider, telefonisch of via beeld. Kies zelf een moment dat je past.
booking-invite-full = Nu volgt je intake: een gesprek met een begeleider. Er is nog geen moment vrij. Op de wachtlijst krijg je bericht zodra dat wel zo is.

## Afzeggen, en vragen of het nog kan

# $moment, $facilitator (teksten)
booking-cancel-question = Je intake van <b>{ $moment }</b> afzeggen? Wil je erbij zeggen waarom, typ het dan; alleen { $facilitator } leest het. Het hoeft niet.
booking-cancel-without = Zeg af, geen reden
booking-reason-given = Je reden geef ik door.
booking-cancelled = Afgezegd: { $moment }. { $facilitator } krijgt bericht. Een intake hoort wel bij meedoen, dus kies een nieuw moment als je zover bent.
booking-ask-move-question = Je wilt je intake van <b>{ $moment }</b> verzetten. Ik vraag het aan { $facilitator }. Wil je erbij zeggen waarom, typ het dan; het hoeft niet.
booking-ask-cancel-question = Je wilt je intake van <b>{ $moment }</b> afzeggen. Ik vraag het aan { $facilitator }. Wil je erbij zeggen waarom, typ het dan; het hoeft niet.
booking-ask-without = Vraag het, geen reden
# $until (tekst): dag en tijd
booking-asked = Ik heb het { $facilitator } gevraagd. Hoor je vóór { $until } niets van me, dan gaat je intake van { $moment } gewoon door.
booking-asked-before = Die vraag ligt al bij { $facilitator }. Hoor je vóór { $until } niets van me, dan gaat je intake van { $moment } gewoon door.
booking-coming = Fijn, ik heb het genoteerd. Tot { $moment }, met { $facilitator }!
booking-not-coming = Jammer. Dit kun je doen:

## De wachtlijst

booking-join-line = Zet me op de wachtlijst
booking-leave-line = Haal me van de lijst
# $before (getal): hoeveel mensen eerder aan de beurt zijn
booking-in-line =
    { $before ->
        [0] Je staat op de wachtlijst voor een intake, en je bent als eerste aan de beurt.
        [one] Je staat op de wachtlijst voor een intake. Er is één persoon voor je.
       *[other] Je staat op de wachtlijst voor een intake. Er zijn { $before } mensen voor je.
    } De begeleiders zijn aan zet; komt er een moment vrij, dan hoor je het meteen.
booking-in-line-room = Er is nu plek: je kunt zelf een moment kiezen.
booking-room-by-now = Er is net plek gekomen; wachten hoeft niet.
booking-line-left = Je staat niet meer op de wachtlijst.
# $moment, $facilitator, $until (teksten)
booking-offer-phone =
    <b>Er is een moment voor je vrij: { $moment }</b>, per telefoon, met { $facilitator }.
    Ik houd het voor je vast tot { $until }. Past het?
booking-offer-video =
    <b>Er is een moment voor je vrij: { $moment }</b>, via beeld, met { $facilitator }.
    Ik houd het voor je vast tot { $until }. Past het?
booking-offer-yes = Ja, dit moment
booking-offer-no = Nee, liever niet
booking-offer-gone = Dat moment is intussen vergeven. Jammer; je plek op de wachtlijst is er nog.
booking-offer-declined = Dat mag. Je houdt je plek op de wachtlijst.

## In de agenda

booking-location-phone = Telefonisch
booking-location-video = Via beeld

## Wat vanzelf komt

# $moment (tekst)
booking-file = Zet je intake van <b>{ $moment }</b> in je agenda met dit bestand. Je mag het doorsturen, bijvoorbeeld naar je secretariaat: er staat alleen “Intervisie” in.
booking-told-moved = <b>{ $facilitator } heeft je intake verzet: { $moment }.</b> Met dit bestand gaat de afspraak in je agenda mee; doorsturen mag.
booking-told-taken-over = <b>Je intake is voortaan met { $facilitator }: { $moment }.</b> Met dit bestand staat het goed in je agenda; doorsturen mag.
booking-told-cancelled-own = Met dit bestand haal je de intake van { $moment } uit je agenda. Doorsturen mag.
booking-told-granted-cancel = <b>Het mag: { $facilitator } vindt het goed dat je afzegt.</b> Je intake van { $moment } gaat niet door; met dit bestand haal je hem uit je agenda. Kies een nieuw moment als je zover bent.
booking-told-cancelled = <b>Je intake van { $moment } gaat niet door.</b> Met dit bestand haal je hem uit je agenda; doorsturen mag.
# $reason (tekst): waarom, in eigen woorden van de begeleider
booking-told-cancelled-reason = { $facilitator } schrijft je: <i>{ $reason }</i>
booking-told-tomorrow = <b>Morgen is je intake: { $moment }.</b>
booking-told-ahead = <b>Binnenkort is je intake: { $moment }.</b>
booking-told-later = <b>Straks is je intake: { $moment }.</b>
booking-here = Ik ben er
booking-away = Ik kan niet
booking-nudge = Je hebt nog geen moment gekozen voor je intake. Er is plek; een moment kiezen kost je een halve minuut.
booking-told-waitlisted = Er is nu geen moment voor je intake, dus ik heb je op de wachtlijst gezet. Je hoort het zodra er een vrijkomt.
booking-told-waitlisted-room = Je koos nog geen moment voor je intake. Ik heb je op de wachtlijst gezet, maar er is ook plek: kies een moment als het je past.
booking-told-published = Er zijn nieuwe momenten voor een intake. Wie het eerst kiest, heeft het moment.
booking-told-offer-expired = Ik had niets van je gehoord, dus ik houd { $moment } niet meer voor je vast. Je staat nog op de wachtlijst, achteraan.
booking-told-offer-expired-room = Ik had niets van je gehoord, dus ik houd { $moment } niet meer voor je vast. Je staat nog op de wachtlijst; er is nu ook plek, dus je kunt zelf een moment kiezen.
booking-told-granted = <b>Het mag: { $facilitator } vindt het goed dat je verzet.</b> Kies een ander moment. Je intake van { $moment } blijft staan tot je iets anders vastlegt.
booking-told-refused-move = { $facilitator } kan je intake niet verzetten. Hij blijft staan: <b>{ $moment }</b>.
booking-told-refused-cancel = { $facilitator } rekent op je: je intake blijft staan, <b>{ $moment }</b>.
booking-told-lapsed = { $facilitator } heeft op je vraag niet geantwoord. Je intake blijft staan: <b>{ $moment }</b>. Kun je echt niet, bel dan even met het bureau.

## Na de intake

booking-told-goes-on =
    <b>Dank voor je intake met { $facilitator }: je gaat door.</b>
    Het bureau stelt nu de groepen samen; je hoort het zodra er een plek voor je is. Jij kunt intussen je leerpunten op papier zetten: wat wil je leren? Alleen jij en je begeleider lezen ze, tot je ze zelf deelt.
booking-write-goals = Leerpunten opschrijven
booking-told-corrected = <b>Je begeleider heeft iets rechtgezet.</b> Wat je eerder van me hoorde, geldt niet meer; dit wel:
booking-told-second-talk = { $facilitator } wil je graag nog een keer spreken voor je in een groep komt.
booking-told-second-talk-other = Je begeleider is gestopt voordat vastlag hoe het verdergaat. Daarom hoort er nog één gesprek bij, met een andere begeleider.
booking-told-choose = Kies een moment dat je past.
booking-told-choose-full = Er is nu geen moment vrij; op de wachtlijst krijg je bericht.
booking-told-stops =
    Dank voor je intake. <b>Helaas doe je deze keer niet mee met de intervisie.</b>
    { $facilitator } schrijft je: <i>{ $reason }</i>

    Vragen? Het bureau van de Wethoudersvereniging helpt je verder: www.wethoudersvereniging.nl. Later opnieuw aanmelden kan altijd, met /start.
booking-told-stops-no-reason =
    Dank voor je intake. <b>Helaas doe je deze keer niet mee met de intervisie.</b>
    Vragen? Het bureau van de Wethoudersvereniging helpt je verder: www.wethoudersvereniging.nl. Later opnieuw aanmelden kan altijd, met /start.
booking-told-taken-out =
    <b>Je doet niet meer mee met de intervisie.</b> Wat er voor je gepland stond, vervalt.
    Klopt dit niet? Neem dan contact op met het bureau: www.wethoudersvereniging.nl.
# $reason (tekst)
booking-told-taken-out-reason = De reden die erbij staat: <i>{ $reason }</i>
booking-told-no-group = Nog even waar je staat: je intake is geweest, en je wacht op een groep. Het bureau is aan zet en weet dat je wacht. Over een maand hoor je weer van me, of eerder als er nieuws is.
