# /planning: de data van een cyclus samenstellen, voorstellen na de stemming, en wat vaststaat.

## De vragen

# $first, $last (getallen): volgnummers van de bijeenkomsten
planning-title =
    { $sessions ->
        [one] <b>Groep { $number }: een datum voor bijeenkomst { $first }</b>
       *[other] <b>Groep { $number }: data voor bijeenkomst { $first } tot en met { $last }</b>
    }
planning-recess-question =
    Wanneer heeft de raad reces? Dan stel ik daar niets voor.
    Typ de periodes, bijvoorbeeld <i>19 juli t/m 29 augustus, 18 t/m 22 oktober</i>.
planning-recess-none = Geen reces
planning-weekdays-question = Op welke dagen? Tik ze aan en kies dan <b>Klaar</b>.
planning-parts-question = Welke delen van de dag? Tik ze aan en kies dan <b>Klaar</b>.
planning-part-morning = Ochtend, vanaf 9.30
planning-part-afternoon = Middag, vanaf 13.00
planning-part-evening = Avond, vanaf 18.30
planning-part-morning-short = ochtend
planning-part-afternoon-short = middag
planning-part-evening-short = avond
planning-period-question = Tot en met welke dag plannen we? Typ een dag of een periode, bijvoorbeeld <i>1 maart t/m 15 december</i>.
planning-period-whole = Zo lang als kan: een jaar
planning-spacing-question = Hoeveel weken zitten er tussen twee bijeenkomsten? Kies, of typ het minste en het meeste, bijvoorbeeld <i>5 tot 9</i>.
planning-spacing-choice = { $least } tot { $most } weken ertussen
planning-add-question = Welke datum wil je toevoegen? Typ hem met de begintijd, bijvoorbeeld <i>di 9 maart 13.00</i>.

## De kaart met data

# $words (tekst): waar de data uit volgen
planning-so-far = <i>{ $words }</i>
planning-so-far-period = { $first } t/m { $last }
planning-so-far-recess = reces { $first } t/m { $last }
planning-number =
    { $number ->
        [one] <b>Eén datum</b> gaat mee in de stemming.
       *[other] <b>{ $number } data</b> gaan mee in de stemming.
    } Tik op een datum om hem weg te laten of terug te zetten. Tussen haakjes staat hoeveel deelnemers dan meestal kunnen.
planning-nothing = <b>Zo blijft er geen datum over.</b> Kies andere dagen of een andere periode, of voeg zelf een datum toe.
planning-impossible = <b>Let op:</b> met deze data lukt geen reeks van { $sessions } met { $least } tot { $most } weken ertussen. Zet er data bij, of kies een andere tussenpoos.
# $date (tekst): een datum met een tijd
planning-date = { $date } ({ $liked })
planning-change-add = Datum toevoegen
planning-change-recess = Reces
planning-change-weekdays = Dagen
planning-change-parts = Dagdelen
planning-change-period = Periode
planning-change-spacing = Tussenpoos
planning-open =
    { $number ->
        [one] Stemming openen over 1 datum
       *[other] Stemming openen over { $number } data
    }

## Wat er van werd

planning-opened-chat = De vraag staat in de groep; stemmen kan tot { $moment }. Wie nog niet stemde, herinner ik privé. Is iedereen geweest, dan krijg je meteen een voorstel.
planning-opened-private = Ik vraag het iedereen privé. Antwoorden kan tot { $moment }. Heeft iedereen geantwoord, dan krijg je meteen een voorstel.
planning-running =
    <b>Groep { $number }: de stemming over de data loopt.</b>
    { $voted } van { $all } { $voted ->
        [one] heeft
       *[other] hebben
    } gestemd. Ze sluit { $moment }, of zodra iedereen geweest is.
planning-close = Nu sluiten
planning-other-dates = Opnieuw stemmen, met andere data
planning-stopped = Gestopt. Er staat nog niets uit; met /planning begin je opnieuw.
planning-first-missing = Eerst de eerste bijeenkomst: die spreken jullie privé af, met /eerste. Daarna plan ik de rest met je.
planning-all-planned = Alle bijeenkomsten van deze cyclus staan gepland. Met /agenda zie je ze.
planning-no-cycle = Er loopt voor deze groep geen cyclus om te plannen.

## Een verkeerd antwoord

planning-too-few =
    Dat zijn er te weinig: er moeten { $sessions ->
        [one] 1 bijeenkomst
       *[other] { $sessions } bijeenkomsten
    } gepland worden. Zet er data bij.
planning-recess-unreadable = Daar herken ik geen periodes in. Typ bijvoorbeeld <i>19 juli t/m 29 augustus, 18 t/m 22 oktober</i>.
planning-recess-no-such-day = Eén van die dagen staat niet in de kalender. Kijk je het na?
planning-recess-past = Dat is al voorbij. Welke periodes komen er nog?
planning-recess-reversed = De laatste dag ligt voor de eerste. Typ bijvoorbeeld <i>19 juli t/m 29 augustus</i>.
planning-recess-too-long = Zo lang duurt geen reces, of het ligt te ver vooruit. Kijk je de dagen na?
planning-period-unreadable = Daar herken ik geen dag in. Typ bijvoorbeeld <i>15 december</i>, of <i>1 maart t/m 15 december</i>.
planning-period-no-such-day = Die dag staat niet in de kalender. Kijk je hem na?
planning-period-past = Die dag is al voorbij. Tot en met welke dag plannen we?
planning-period-reversed = De laatste dag ligt voor de eerste. Typ bijvoorbeeld <i>1 maart t/m 15 december</i>.
planning-period-too-long = Dat is meer dan een jaar vooruit. Kies je een dag dichterbij?
planning-spacing-unreadable = Typ twee getallen: de minste en de meeste weken, bijvoorbeeld <i>5 tot 9</i>. { $most } is het meeste.
planning-add-unreadable = Daar herken ik geen datum in. Typ bijvoorbeeld <i>di 9 maart 13.00</i>.
planning-add-no-time = Hoe laat begint het dan? Typ de dag met de tijd, bijvoorbeeld <i>di 9 maart 13.00</i>.
planning-add-no-such-day = Die dag of die tijd bestaat niet. Kijk je het na?
planning-add-past = Dat moment is al voorbij. Welke datum bedoel je?
planning-add-too-far = Dat is meer dan een jaar vooruit. Kies je een dag dichterbij?
planning-date-past = Dat moment is al voorbij. Welke datum bedoel je?
planning-date-before-first = Dat is op of vóór de vorige bijeenkomst. Welke datum daarna bedoel je?
planning-date-beyond-year = Een traject duurt hoogstens een jaar; die datum valt erbuiten. Kies je een eerdere?
planning-date-there-already = Die datum staat er al bij. Welke andere bedoel je?
planning-date-clash = Dan begeleid je al een andere bijeenkomst. Kies je een ander moment?
planning-date-too-many = Meer dan { $most } data kan niet: laat er eerst een paar weg.

## Het voorstel

picture-open = nog geen antwoord
picture-proposal = voorstel
proposal-picture-name = wie-kan-wanneer
proposal-title =
    <b>Groep { $number }: de stemming is gesloten.</b> { $voted } van { $all } { $voted ->
        [one] heeft
       *[other] hebben
    } gestemd.
proposal-set = <b>Voorstel { $number }</b>
proposal-rank = { $attendances } van { $most } keer aanwezig; wie het meest mist, kan er { $least } van de { $dates } keer bij zijn.
proposal-none = <b>Met deze stemmen lukt het niet:</b> er is geen reeks van { $sessions } waarbij er steeds minstens { $quorum } kunnen. Dit zou helpen:
proposal-nothing = <b>Met deze stemmen lukt het niet:</b> er is geen goede reeks meer van te maken. Leg andere data voor, of kies zelf wat wel kan.
# $number (getal): hoeveel data er afvielen
proposal-no-longer =
    { $number ->
        [one] Eén datum kan niet meer: die is voorbij, of je bent dan al bezet.
       *[other] { $number } data kunnen niet meer: ze zijn voorbij, of je bent dan al bezet.
    }
proposal-gives = Dan { $attendances } van { $most } keer aanwezig.
proposal-if-most-weeks = <b>Tot { $value } weken ertussen toestaan</b>
proposal-if-least-weeks = <b>Vanaf { $value } weken ertussen toestaan</b>
proposal-if-quorum = <b>Genoegen nemen met { $value } deelnemers op een datum</b>
proposal-if-number =
    { $value ->
        [one] <b>Nu één datum vastleggen, en de rest later</b>
       *[other] <b>Nu { $value } data vastleggen, en de rest later</b>
    }
proposal-waits-for-plea = Eén deelnemer heb ik gevraagd of een datum tóch kan. Helpt dat, dan krijg je een nieuw voorstel.
proposal-settle = Voorstel { $number } vastleggen
proposal-loosen-most-weeks = Zo vastleggen: tot { $value } weken
proposal-loosen-least-weeks = Zo vastleggen: vanaf { $value } weken
proposal-loosen-quorum = Zo vastleggen: met { $value } deelnemers
proposal-loosen-number = Zo vastleggen: { $value } van de data
proposal-own = Zelf kiezen
proposal-own-question =
    { $sessions ->
        [one] Kies één datum.
       *[other] Kies { $sessions } data.
    } { $chosen } gekozen.
proposal-own-date = { $date }: { $able } van { $all }
proposal-own-settle = Deze vastleggen
proposal-sure = <b>Deze data vastleggen?</b>
proposal-dated = { $date }: { $able } van { $all } kunnen
proposal-sure-then = Iedereen krijgt dan meteen bericht, met een agendabestand.
proposal-yes = Ja, vastleggen
proposal-settled = <b>De data staan vast.</b> Iedereen krijgt bericht, met een agendabestand.
proposal-settled-before = Deze stemming is al afgerond. Met /agenda zie je wat er gepland staat.
proposal-still-open = De stemming is weer open. Zodra ze sluit, krijg je een nieuw voorstel.
proposal-not-these = Deze data kunnen niet (meer) samen worden vastgelegd. Met /planning zie je wat er nu kan.
proposal-told = <b>De data staan vast</b>
proposal-told-line = Bijeenkomst { $number }: { $date }
proposal-told-files = Ieder krijgt ze van mij privé, met een agendabestand.
# $leader (tekst): naam van de begeleider
proposal-waits =
    <b>Groep { $number } wacht op een keuze van { $leader }.</b>
    De stemming is al een paar dagen gesloten, maar er is nog niets vastgelegd. Bel of mail je even? <i>{ $question }</i>
proposal-nobody = een begeleider, en die is er nu niet

## Eén stem erbij

plea-everybody = Met jou erbij kan iedereen op <b>{ $date }</b>. Zou het kunnen als het moet?
plea-needed = Met jou erbij gaat het lukken op <b>{ $date }</b>, en zonder niet. Zou het kunnen als het moet?
plea-yes = Ja, als het moet
plea-no = Nee, het lukt echt niet
plea-thanks-yes = Fijn, dank je. Ik neem het mee; je hoort van me wat het wordt.
plea-thanks-no = Helder, dank je. Dan kijken we zonder die datum verder.
plea-over = Dank je, maar de data zijn intussen gekozen.
