# De inschrijfronde: openen, bekijken, sluiten.

## Openen, stap voor stap

round-name-question =
    <b>Een nieuwe inschrijfronde.</b> Hoe heet hij?
    De naam komt op de uitnodiging te staan, bijvoorbeeld <i>Intervisie voorjaar 2027</i>.
round-closes-on-question = Tot en met welke dag kunnen wethouders zich aanmelden? Kies een dag of typ er een, zoals <i>15 januari</i> of <i>over 3 weken</i>.
round-places-question = Hoeveel plaatsen zijn er? Groepen hebben zes tot acht deelnemers. Kies een aantal of typ het.
round-name-done = Naam: <b>{ $name }</b>
round-closes-on-done = Open tot en met <b>{ $day }</b>
round-places-done = Plaatsen: <b>{ $places }</b>

round-date-unreadable = Daar herken ik geen dag in. Typ bijvoorbeeld <i>15-1-2027</i>, <i>15 januari</i> of <i>over 3 weken</i>.
round-date-no-such-day = Die dag staat niet in de kalender. Kijk je hem na?
round-date-past = Die dag is al voorbij. Welke dag in de toekomst bedoel je?
round-date-too-far = Dat is meer dan een jaar vooruit. Kies je een dag binnen een jaar?
# $most (getal)
round-places-wrong = Hier zoek ik één getal van 1 tot { $most }, bijvoorbeeld <i>24</i>.

round-summary =
    <b>Klopt dit?</b>
    { $name }
    Aanmelden kan tot en met { $day }
    { $places ->
        [one] 1 plaats
       *[other] { $places } plaatsen
    }
round-summary-indivisible = Let op: met precies { $places } deelnemers kan ik geen groepen van zes tot acht maken.
round-summary-waiting =
    { $number ->
        [one] Er wacht één vrije aanmelding; die gaat mee in deze ronde.
       *[other] Er wachten { $number } vrije aanmeldingen; die gaan mee in deze ronde, zolang er plaats is.
    }
round-open = Openen
round-change-question = Wat wil je wijzigen?
round-change-name = Naam
round-change-closes-on = Sluitingsdag
round-change-places = Aantal plaatsen
round-stopped = Gestopt. Er is geen ronde geopend; met /ronde begin je opnieuw.

## Open

round-opened = <b>{ $name }</b> is open. Hieronder staan de link en de QR-code.
round-link =
    <b>{ $name }</b>
    Aanmelden kan tot en met { $day }.

    De link voor mail en website:
    <code>{ $url }</code>

    De QR-code is scherp genoeg voor de flyer, tot zo’n tien centimeter breed.
round-share = Delen
round-share-words = { $name }: aanmelden voor intervisie van de Wethoudersvereniging
round-picture-name = qr-intervisie.png

## Overzicht

round-overview-open = Open tot en met { $day }
round-overview-over = De laatste dag was { $day }: aanmelden kan niet meer
round-overview-places = { $taken } van { $places } plaatsen bezet, nog { $free } vrij
round-overview-unlimited = { $taken } plaatsen bezet
round-overview-drafts =
    { $number ->
        [one] 1 aanmelding is nog half ingevuld
       *[other] { $number } aanmeldingen zijn nog half ingevuld
    }
round-overview-empty = Nog geen aanmeldingen.
round-overview-line = { $number }. { $name }, { $municipality } – { $status }
round-overview-more = … en nog { $number }. Met /aanmeldingen zie je wie op jou wacht.
round-waiting-title = <b>Vrije aanmeldingen</b>, voor de volgende ronde
round-status-draft = nog bezig
round-status-submitted = wacht op toelating
round-status-price = toegelaten, moet nog akkoord gaan met de prijs
round-status-admitted = toegelaten
round-status-declined = afgewezen
round-status-withdrawn = ingetrokken

round-new = Nieuwe ronde
round-show-code = Link en QR-code
round-close = Ronde sluiten
round-close-sure =
    <b>{ $name } sluiten?</b>
    Niemand kan zich er dan nog voor aanmelden. Wie al is aangemeld, blijft dat. Opnieuw openen kan niet.
round-close-yes = Ja, sluiten
round-close-no = Nee, openlaten
round-closed-now = <b>{ $name }</b> is gesloten. Met /aanmeldingen zie je wie nog op toelating wacht.
round-closed-before = <b>{ $name }</b> was al gesloten.
round-kept-open = <b>{ $name }</b> blijft open.

## Vanzelf

round-closed-told =
    <b>{ $name }</b> is gesloten.
    { $admitted } toegelaten; { $waiting ->
        [0] niemand wacht nog op toelating
        [one] 1 aanmelding wacht op toelating
       *[other] { $waiting } aanmeldingen wachten op toelating
    }. Met /aanmeldingen zie je wie er wacht, met /ronde open je een volgende.
