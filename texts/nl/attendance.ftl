# /aanwezig: wie er was. Alleen voor de begeleider, in privé.

# $group (getal); $moment (tekst): dag, begin en eind
attendance-who = <b>Groep { $group }, { $moment }: wie was er?</b>
attendance-asked = <b>De bijeenkomst van groep { $group } zit erop ({ $moment }).</b> Wie was er?
attendance-how = Tik op een naam om het te veranderen. Klopt alles, tik dan op de onderste knop.
# $names (tekst): voornamen
attendance-reported = Van tevoren afgemeld: { $names }.
# $name (tekst): voornaam
attendance-was = { $name } was er
attendance-was-not = { $name } was er niet
attendance-settle = Klopt zo
# $day (tekst): tot wanneer
attendance-reminder = Ik weet nog niet wie er was. Hoor ik vóór { $day } niets, dan noteer ik dat iedereen er was die zich niet had afgemeld.
# $group, $present, $members (getallen); $moment (tekst)
attendance-settled = Genoteerd voor groep { $group }, { $moment }: { $present } van de { $members } waren er.
attendance-settled-itself = Groep { $group }, { $moment }: ik hoorde niets, dus wie zich niet had afgemeld, staat op aanwezig. Dat zijn er { $present } van de { $members }.
attendance-away = Afwezig: { $names }.
attendance-change = Aanpassen
attendance-too-early = De bijeenkomst van { $moment } is nog niet begonnen. Daarna vraag ik je wie er was.
# $group (getal)
attendance-none = Groep { $group } heeft nog geen bijeenkomst gehad, en er staat er ook nog geen vast.
attendance-not-yet = Groep { $group } heeft nog geen bijeenkomst gehad. Na de eerste vraag ik je wie er was.
attendance-gone = Die bijeenkomst is er niet meer, of de groep is niet (meer) van jou. Met /agenda zie je wat er wel staat.
