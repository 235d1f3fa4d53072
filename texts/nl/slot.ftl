# Momenten voor de intake: wat een begeleider openzet, bekijkt en intrekt.

## Nieuwe momenten, stap voor stap

slot-shape-question = <b>Nieuwe momenten voor een intake.</b> Wat wil je openzetten?
slot-shape-pattern = Een vast weekpatroon
slot-shape-single = Eén moment
slot-weekdays-question = Op welke dagen? Tik ze aan en kies dan <b>Klaar</b>.
slot-period-question = Voor welke periode? Kies er een, of typ bijvoorbeeld <i>18 januari t/m 12 februari</i> of <i>3 weken</i>.
slot-period-weeks = { $number } weken, t/m { $day }
slot-day-question = Op welke dag? Kies er een of typ hem, bijvoorbeeld <i>20 januari</i>.
slot-hours-question = Van hoe laat tot hoe laat? Kies of typ het, bijvoorbeeld <i>9.30 tot 12</i>.
slot-start-question = Hoe laat begint het? Kies of typ het, bijvoorbeeld <i>9.30</i>.
slot-pause-question = Zit er een pauze in? Kies, of typ hem, bijvoorbeeld <i>12 tot 12.30</i>.
slot-pause-none = Geen pauze
slot-medium-question = Hoe spreken jullie elkaar?
slot-medium-phone = Per telefoon
slot-medium-video = Via beeld
slot-medium-phone-short = telefoon
slot-medium-video-short = beeld
slot-link-question = Plak de link van de vergadering, bijvoorbeeld van Teams of Zoom. Alleen wie boekt krijgt hem te zien.
slot-link-question-again =
    Via welke link? De vorige keer was dat { $link }.
    Hou je die aan, of plak je een andere? Alleen wie boekt krijgt hem te zien.
slot-link-keep = Dezelfde link

## Wat al gekozen is

# $words (tekst)
slot-so-far = <i>{ $words }</i>
slot-period-done = { $first } t/m { $last }
slot-pause-done = pauze { $hours }
slot-lengths = { $length } minuten, { $buffer } ertussen
slot-minutes = { $minutes } minuten
slot-days =
    { $days ->
        [one] 1 dag
       *[other] { $days } dagen
    }

## Zo wordt het

slot-preview-title = <b>Zo wordt het</b>
slot-preview-number =
    { $number ->
        [one] Eén moment, op { $first }.
       *[other] <b>{ $number } momenten</b>, van { $first } tot en met { $last }.
    }
slot-preview-nothing = <b>Er blijft geen enkel moment over.</b> Hieronder zie je waarom; wijzig wat er anders moet.
slot-preview-incomplete = Er mist nog iets. Kies <b>Wijzigen</b> en vul het aan.
slot-week-title = <b>Week van { $day }</b>
slot-week-day = { $day }: { $times }
slot-week-empty = Niets in deze week.
slot-week-before = Week van { $day }
slot-week-after = Week van { $day }
slot-left-out-title = Valt weg:
# $when, $why (teksten)
slot-left-out = { $when }: { $why }
slot-left-out-more = … en nog { $number }
slot-left-out-public-holiday = een feestdag
slot-left-out-missing-hour = dat uur bestaat die nacht niet: de klok gaat vooruit
slot-left-out-past = is al voorbij
slot-left-out-clash = daar heb je al iets, of het zit er te dicht op
slot-publish = Publiceren
slot-published =
    Gepubliceerd: { $number ->
        [one] één moment. Het is
       *[other] { $number } momenten. Ze zijn
    } nu te boeken.{ $skipped ->
        [0] { "" }
        [one] { " " }Eén viel weg, zoals je zag.
       *[other] { " " }{ $skipped } vielen weg, zoals je zag.
    } Zodra iemand boekt, hoor je het van me.
slot-stopped = Gestopt. Er is niets gepubliceerd; met /slots begin je opnieuw.

## Wijzigen

slot-change-question = Wat moet er anders?
slot-change-weekdays = Dagen
slot-change-period = Periode
slot-change-hours = Tijden
slot-change-pause = Pauze
slot-change-medium = Telefoon of beeld
slot-change-link = Link
slot-change-length = Duur
slot-change-buffer = Tijd ertussen
slot-length-question = Hoe lang duren deze gesprekken?
slot-buffer-question = Hoeveel tijd zit er tussen twee gesprekken?

## Een verkeerd antwoord

slot-fault-no-weekdays = Kies minstens één dag.
slot-fault-period-reversed = De laatste dag ligt voor de eerste. Wijzig je de periode?
slot-fault-period-too-long = Dat is te lang vooruit: { $weeks } weken is het langst. Kies je een kortere periode?
slot-fault-no-room = Tussen die tijden past geen enkel gesprek. Maak je de tijden ruimer, of de gesprekken korter?
slot-fault-too-many = Dat zijn te veel momenten tegelijk: { $most } is het meeste. Kies je een kortere periode, of minder dagen?
slot-time-unreadable = Daar herken ik geen tijd in. Typ bijvoorbeeld <i>9.30</i>, of <i>9 tot 12.30</i>.
slot-time-one = Daar zie ik één tijd. Tot hoe laat? Typ bijvoorbeeld <i>9 tot 12.30</i>.
slot-time-two = Daar zie ik twee tijden. Hoe laat begint het? Typ bijvoorbeeld <i>9.30</i>.
slot-time-reversed = Het einde ligt niet na het begin. Typ bijvoorbeeld <i>9 tot 12.30</i>.
slot-period-unreadable = Daar herken ik geen periode in. Typ bijvoorbeeld <i>18 januari t/m 12 februari</i>, of <i>3 weken</i>.
slot-period-no-such-day = Die dag staat niet in de kalender. Kijk je het na?
slot-period-past = Dat begint al in het verleden. Welke dagen vanaf vandaag bedoel je?
slot-period-reversed = De laatste dag ligt voor de eerste. Typ bijvoorbeeld <i>18 januari t/m 12 februari</i>.
slot-period-too-long = Zo ver vooruit kan het nog niet: een half jaar is het langst. Kies je een kortere periode?
slot-day-unreadable = Daar herken ik geen dag in. Typ bijvoorbeeld <i>20 januari</i> of <i>morgen</i>.
slot-day-no-such-day = Die dag staat niet in de kalender. Kijk je hem na?
slot-day-past = Die dag is al voorbij. Welke dag vanaf vandaag bedoel je?
slot-day-too-far = Dat is meer dan een jaar vooruit. Kies je een dag dichterbij?
slot-link-none = Daar zie ik geen link in. Plak het adres dat met <i>https://</i> begint.
slot-link-several = Daar zie ik meer dan één link. Stuur je er één?
slot-link-too-long = Die link is te lang: { $most } tekens is het meeste. Heeft je vergadering een kortere?

## Overzicht

slot-overview-title = <b>Jouw momenten</b>
slot-overview-empty = In deze week staat niets open.
slot-overview-day = <b>{ $day }</b>
# $what: "9.00 telefoon"; $who: een naam, of "vrij"
slot-overview-line = { $what }: { $who }
slot-overview-more = … en nog { $number }
slot-free = vrij
slot-offered = aangeboden van de wachtlijst
slot-overview = Mijn momenten
slot-new = Nieuwe momenten
slot-withdraw = Intrekken
slot-rules = Mijn regels

## Intrekken

slot-withdraw-question = Wat wil je intrekken? Er gebeurt nog niets.
slot-withdraw-day-button =
    { $number ->
        [one] { $day } (1 moment)
       *[other] { $day } ({ $number } momenten)
    }
slot-withdraw-week = Deze hele week
slot-withdraw-period = Een periode intrekken
slot-withdraw-of-day = Welk moment van <b>{ $day }</b> trek je in?
slot-withdraw-whole-day = De hele dag
slot-withdraw-from = Vanaf welke dag wil je intrekken?
slot-withdraw-until = Intrekken vanaf <b>{ $day }</b>, tot en met welke dag?
slot-withdraw-later = Latere dagen
slot-withdraw-nothing = Hier is niets (meer) in te trekken.
slot-withdraw-changed = Er is net iets veranderd. Kijk je nog een keer?
slot-withdraw-one = <b>Intrekken: { $moment }?</b>
slot-withdraw-day = <b>Intrekken: { $number } momenten op { $day }?</b>
slot-withdraw-days = <b>Intrekken: { $number } momenten, van { $first } tot en met { $last }?</b>
slot-withdraw-free = Niemand heeft er iets geboekt.
slot-withdraw-booked =
    { $number ->
        [one] Eén gesprek gaat dan niet door. Diegene krijgt bericht en kiest een ander moment:
       *[other] { $number } gesprekken gaan dan niet door. Zij krijgen bericht en kiezen een ander moment:
    }
slot-withdraw-booking = { $day }, { $time }: { $name }
slot-withdraw-yes = Ja, intrekken
slot-withdraw-no = Nee, laten staan
slot-withdrawn =
    Ingetrokken: { $number ->
        [one] één moment
       *[other] { $number } momenten
    }.{ $told ->
        [0] { "" }
        [one] { " " }Wie geboekt had, krijgt bericht.
       *[other] { " " }{ $told } mensen krijgen bericht.
    }

## Regels

slot-rules-title =
    <b>Jouw regels</b>
    Tik aan wat je wilt wijzigen. Het geldt ook voor wat al openstaat; wat geboekt is, blijft zoals het is.
slot-rules-changed = Gewijzigd.
slot-rule-button = { $rule }: { $value }
slot-rule-length-minutes = Duur van een gesprek
slot-rule-buffer-minutes = Tijd ertussen
slot-rule-notice-days = Vooraf boeken
slot-rule-horizon-days = Vooruit te boeken
slot-rule-most-a-day = Meeste op een dag
slot-rule-cut-off-days = Zelf verzetten tot
slot-rule-length-minutes-question = Hoe lang duurt een gesprek, als je niets anders kiest?
slot-rule-buffer-minutes-question = Hoeveel tijd zit er minstens tussen twee gesprekken?
slot-rule-notice-days-question = Hoeveel dagen van tevoren moet iemand boeken? Met 1 dag kan het tot de avond ervoor.
slot-rule-horizon-days-question = Hoeveel dagen vooruit kan iemand boeken?
slot-rule-most-a-day-question = Hoeveel gesprekken wil je hoogstens op één dag?
slot-rule-cut-off-days-question = Tot hoeveel dagen ervoor kan iemand zelf verzetten of afzeggen? Daarna vraag ik het jou.
