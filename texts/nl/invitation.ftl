# Persoonlijke links: voor een begeleider, voor een coördinator, en voor wie het bureau heeft ingevoerd.

## Maken

# $day (datum), $url
invitation-facilitator =
    <b>Een link voor een nieuwe begeleider</b>
    Stuur hem door naar één begeleider, bijvoorbeeld per mail. Wie hem in Telegram opent, is begeleider; daarna werkt hij niet meer. Hij geldt tot en met { $day }.

    <code>{ $url }</code>
invitation-share = Delen
invitation-share-facilitator = Word begeleider van intervisiegroepen van de Wethoudersvereniging. De link werkt één keer:
invitation-share-registration = Hiermee maak je je aanmelding voor intervisie van de Wethoudersvereniging af. De link is voor jou alleen:

## Openen

# $name (tekst): de voornaam
invitation-opened-coordinator =
    <b>Welkom{ $name }! Je bent nu coördinator.</b>
    Je opent inschrijfrondes, beslist over aanmeldingen, nodigt begeleiders uit en stelt groepen samen.

    /ronde – een inschrijfronde openen, met een QR-code voor de flyer
    /aanmeldingen – wie op toelating wacht
    /invoeren – iemand inschrijven die belde of mailde
    /uitnodigen – een begeleider uitnodigen
    /groepen – groepen samenstellen en publiceren

    Begin met /ronde.
invitation-opened-facilitator =
    <b>Welkom{ $name }! Je bent nu begeleider.</b>
    Met /slots zet je momenten open waarop deelnemers een intake bij je kunnen boeken. Zodra er iets van je nodig is, laat ik het je hier weten. Met /help zie je wat ik voor je kan doen.
invitation-opened-registration =
    <b>Welkom{ $name }!</b> Het bureau heeft je aanmelding voor intervisie alvast voor je begonnen. Je hoeft alleen nog aan te vullen wat er mist; aan het eind zie je alles bij elkaar en kun je het wijzigen.
invitation-done-before = Deze link heb je al gebruikt; dat is gelukt, je hoeft niets meer te doen. Met /help zie je wat je kunt.
invitation-used = Deze link is al gebruikt; hij werkt maar één keer. Vraag het bureau om een nieuwe.
invitation-expired = Deze link is verlopen. Vraag het bureau om een nieuwe, dan kun je meteen verder.
invitation-unknown = Deze link ken ik niet (meer). Kijk of hij compleet is, of vraag het bureau om een nieuwe. Aanmelden voor intervisie kan ook zonder: druk dan op /start.
invitation-has-role = Deze link is voor iemand anders bedoeld: jij hebt al een rol, en die gaan niet samen. Hij blijft geldig, dus je kunt hem gewoon doorsturen.
invitation-has-registration = Deze link is voor iemand zonder aanmelding, en met dit account loopt er al een. Is hij toch voor jou, beëindig dan eerst je aanmelding: met /mijn trek je haar in of wis je haar. Open daarna de link opnieuw.

## Voor wie de link maakte

# $name (tekst)
invitation-told-coordinator = <b>{ $name }</b> heeft de link geopend en is nu coördinator. Ken je deze persoon niet? Overleg dan meteen met je collega's op het bureau.
invitation-told-facilitator = <b>{ $name }</b> heeft je uitnodiging geopend en is nu begeleider.
invitation-told-registration = <b>{ $name }</b> heeft de persoonlijke link geopend en maakt de aanmelding zelf af. Je hoort het als hij binnen is.
invitation-somebody = Iemand zonder naam
