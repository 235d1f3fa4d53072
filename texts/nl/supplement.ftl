# "Nog aanvullen": wat ook na de aanmelding kan.

## Wat nog open is, in een opsomming

registration-open-motivation-get = wat je komt halen
registration-open-motivation-bring = wat je komt brengen
registration-open-travel = je reistijd
registration-open-days = de dagen die jou passen
registration-open-phone = je telefoonnummer
registration-open-secretariat = het adres van je secretariaat
registration-open-billing = het kenmerk voor de factuur
registration-open-not-with = met wie je liever niet samen zit

## De vragen

registration-motivation-get = Wat kom je halen? Een paar zinnen is genoeg. <i>Bijvoorbeeld: een situatie waarin je vastloopt, of iets wat je beter wilt kunnen.</i>
registration-motivation-bring = En wat kom je brengen? <i>Bijvoorbeeld: ervaring waar collega's iets aan hebben.</i>
registration-travel-question = Hoe lang wil je hooguit reizen, enkele reis? Kies, of typ het aantal minuten.
# $minutes (getal)
registration-travel =
    { $minutes ->
        [60] 1 uur
        [90] 1,5 uur
        [120] 2 uur
       *[other] { $minutes } minuten
    }
registration-travel-no-number = Daar haal ik geen reistijd uit. Typ het aantal minuten, bijvoorbeeld <i>45</i>.
registration-travel-several = Daar staan meer tijden in. Typ het aantal minuten, bijvoorbeeld <i>45</i>.
# $lowest, $highest (getallen): minuten
registration-travel-too-low = Dat is wel heel dichtbij. Typ een tijd vanaf { $lowest } minuten.
registration-travel-too-high = Langer dan { $highest } minuten hoef je in Nederland niet te reizen. Typ een kortere tijd.
registration-days-question = Wanneer passen bijeenkomsten het best? Tik de dagen en de dagdelen aan, en dan <b>Klaar</b>.
registration-days-none = Tik minstens één dag en één dagdeel aan.
# $days, $parts (teksten): opsommingen
registration-days = { $days }; { $parts }
registration-day-MO = maandag
registration-day-TU = dinsdag
registration-day-WE = woensdag
registration-day-TH = donderdag
registration-day-FR = vrijdag
registration-part-morning = ochtend
registration-part-afternoon = middag
registration-part-evening = avond
registration-phone = Op welk nummer ben je te bellen? Deel het met de knop onderaan, of typ het.
registration-phone-share = Deel mijn nummer
registration-secretariat = Wie houdt je agenda bij? Typ het e-mailadres van je secretariaat, dan stuur ik afspraken ook daarheen.
registration-billing = Wat wil je gemeente op de factuur zien? <i>Bijvoorbeeld een kostenplaats of een inkoopnummer.</i>
registration-not-with =
    Zit je liever niet met iemand in één groep? Typ eerst de gemeente; daarna vraag ik wie.

    <i>Alleen de coördinator ziet dit, en alleen om de groepen te maken.</i>
# $people (tekst): een lijst, een per regel
registration-not-with-more =
    Liever niet samen met:
    { $people }

    Nog iemand? Typ de gemeente. Anders: <b>Klaar</b>.
# $most (getal): hoeveel er passen
registration-not-with-full = Er staan er al { $most }; met nog meer vind ik geen groep voor je. Wil je er toch iemand bij, bel dan het bureau.
registration-not-with-nobody = Niemand
# $municipality, $name (teksten)
registration-not-with-everybody = iedereen uit { $municipality }
registration-not-with-somebody = { $name } ({ $municipality })
registration-not-with-name = Wie uit <b>{ $municipality }</b>? Typ de naam.
registration-not-with-all = Iedereen daar

## Klaar

registration-supplemented = Dank je, dat is alles. Het bureau kan nu een goede groep voor je zoeken.
# $missing (tekst): opsomming van wat nog open is
registration-supplemented-partly = Dank je. Wat nog open staat: { $missing }. Dat kan later, met /mijn.
