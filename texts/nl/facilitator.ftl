# Begeleiders, zoals het bureau ze ziet.

facilitator-none = Er zijn nog geen begeleiders. Met /uitnodigen maak je een link voor de eerste.
facilitator-title = <b>De begeleiders</b>
facilitator-overview = Begeleiders
# $name, $number (getal): intakes te houden of af te ronden
facilitator-line =
    { $number ->
        [0] { $name }: geen intakes
        [one] { $name }: één intake
       *[other] { $name }: { $number } intakes
    }
# $free (getal): momenten die niemand heeft
facilitator-card =
    <b>{ $name }</b>
    { $number ->
        [0] Geen intakes
        [one] Nog één intake
       *[other] Nog { $number } intakes
    } te houden of af te ronden, en { $free ->
        [one] 1 vrij moment
       *[other] { $free } vrije momenten
    }.
facilitator-booking = { $moment }: { $name }
facilitator-stops = Stopt als begeleider
facilitator-stays = Toch niet
# $groups (tekst): opsomming van groepen
facilitator-leads = { $name } begeleidt { $groups }.
facilitator-successor-question =
    { $number ->
        [0] { $name } heeft geen intakes meer.
        [one] { $name } heeft nog één intake.
       *[other] { $name } heeft nog { $number } intakes.
    } Wie neemt het over?
facilitator-takes-over = { $name } neemt het over
facilitator-nobody = Niemand: alles afzeggen
facilitator-sure-take-over =
    <b>{ $successor } neemt het over van { $name }.</b>
    { $number ->
        [0] Er zijn geen intakes om over te nemen.
        [one] De intake blijft staan als { $successor } dan kan; anders vervalt hij.
       *[other] De { $number } intakes blijven staan, voor zover { $successor } dan kan; de andere vervallen.
    }{ $free ->
        [0] { "" }
        [one] { " " }1 vrij moment gaat weg.
       *[other] { " " }{ $free } vrije momenten gaan weg.
    } Iedereen krijgt bericht. { $name } is daarna geen begeleider meer.
facilitator-sure-cancel =
    <b>Niemand neemt het over van { $name }.</b>
    { $number ->
        [0] Er zijn geen intakes.
        [one] De ene intake vervalt, en diegene kiest opnieuw.
       *[other] Alle { $number } intakes vervallen, en ieder kiest opnieuw.
    }{ $free ->
        [0] { "" }
        [one] { " " }1 vrij moment gaat weg.
       *[other] { " " }{ $free } vrije momenten gaan weg.
    } Wie het moet weten, krijgt bericht. { $name } is daarna geen begeleider meer.
# $groups (tekst): opsomming van groepen
facilitator-sure-groups = { $successor } begeleidt daarna ook { $groups }.
facilitator-sure-groups-left = Zonder begeleider blijft dan: { $groups }. Daar kies jij een ander voor.
facilitator-sure-yes = Ja, zo doen we het
facilitator-departed = <b>{ $name } is geen begeleider meer.</b>
facilitator-departed-numbers = Overgenomen: { $over }. Vervallen: { $cancelled }. Iedereen krijgt bericht.
facilitator-gone = Diegene is geen begeleider (meer).
