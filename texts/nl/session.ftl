# De bijeenkomsten van een groep: gepland, veranderd, afgezegd.

## Gepland

# $group (getal): nummer van de groep; $number (getal): hoeveel bijeenkomsten
session-planned =
    { $number ->
        [one] <b>Groep { $group }: er staat een bijeenkomst vast.</b>
       *[other] <b>Groep { $group }: er staan { $number } bijeenkomsten vast.</b>
    }
# $moment (tekst): dag, begin en eind; $place (tekst): gemeente, of dat die nog komt
session-line = { $moment } · { $place }
session-file =
    { $number ->
        [one] Zet hem in je agenda met dit bestand. Je kunt dit bericht zo doorsturen naar je secretariaat: er staan geen namen in.
       *[other] Zet ze in je agenda met dit ene bestand. Je kunt dit bericht zo doorsturen naar je secretariaat: er staan geen namen in.
    }
# $days (tekst): een of meer dagen
session-planned-absent = Je zei dat je niet kunt op { $days }, dus daarvoor heb ik je afgemeld. Kun je toch? Zet het recht met /afmelden.
session-online = online
session-place-open = plaats volgt
# Zoals het in een agenda komt te staan.
session-location-online = Online
session-agenda = Mijn agenda

## Veranderd

# $old, $new (teksten): dag, begin en eind
session-moved = <b>Je bijeenkomst is verzet.</b> Niet { $old }, maar <b>{ $new }</b>.
# $moment (tekst)
session-about = <b>Je bijeenkomst van { $moment }.</b>
# $place (tekst): gemeente of "online"
session-place = De plaats is bekend: <b>{ $place }</b>.
session-place-stays = De plaats blijft { $place }.
# $old, $new (teksten)
session-place-changed = De plaats verandert: niet { $old }, maar <b>{ $new }</b>.
# $number (getal): hoeveel bijeenkomsten
session-places = <b>De plaats van { $number } bijeenkomsten:</b>
# $moment (tekst): dag, begin en eind; $place, $old (teksten)
session-line-elsewhere = { $moment } · { $place } (was: { $old })
session-moved-host = Jij bent gastheer: kijk je of er ook dan een zaal is? Is die er niet, tik dan op <i>Het lukt toch niet</i> in ons gesprek over ontvangen. Ben je er zelf niet: /afmelden.
session-moved-member = Kun je dan niet? Laat het weten met /afmelden.
session-moved-absent = Je zei dat je dan niet kunt, dus ik heb je afgemeld. Kun je toch? Zet het recht met /afmelden.
# $number (getal): hoeveel bijeenkomsten
session-file-replaces =
    { $number ->
        [one] Met dit bestand staat het goed in je agenda; het vervangt het vorige.
       *[other] Met dit ene bestand staan ze goed in je agenda; het vervangt het vorige.
    }

## Afgezegd

session-cancelled = <b>De bijeenkomst van { $moment } gaat niet door.</b>
# $number (getal): hoeveel bijeenkomsten
session-file-removes =
    { $number ->
        [one] Met dit bestand verdwijnt hij uit je agenda.
       *[other] Met dit bestand verdwijnen ze uit je agenda.
    }
session-dropped =
    { $number ->
        [one] Je hoort niet meer bij deze groep. De bijeenkomst die nog kwam, vervalt voor jou.
       *[other] Je hoort niet meer bij deze groep. De { $number } bijeenkomsten die nog kwamen, vervallen voor jou.
    }
session-dropped-leader =
    { $number ->
        [one] Je begeleidt deze groep niet meer. De bijeenkomst die nog kwam, vervalt voor jou.
       *[other] Je begeleidt deze groep niet meer. De { $number } bijeenkomsten die nog kwamen, vervallen voor jou.
    }
