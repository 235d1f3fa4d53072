# /mijn: wat ik van je weet, waar je staat en wie aan zet is.

own-nobody = Je bent nog niet aangemeld voor intervisie, en ik weet verder niets van je.
own-register = Aanmelden
# $day (tekst): dag waarop het gewist wordt
own-draft =
    <b>Je aanmelding is nog niet klaar.</b>
    Jij bent aan zet. Op { $day } wis ik wat er staat, als je niet verdergaat.
own-draft-undated =
    <b>Je aanmelding is nog niet klaar.</b>
    Jij bent aan zet.
own-title = <b>Je aanmelding</b>
# $round (tekst): hoe de ronde heet
own-round = Ronde: { $round }
own-round-none = Voor een volgende ronde
own-where = <b>Waar je staat</b>
# $day (tekst): uiterste dag
own-submitted = Binnen. Het bureau is aan zet: je hoort uiterlijk { $day } iets van me.
own-submitted-late = Binnen. Het bureau is aan zet en is wat later dan beloofd; ik herinner het er elke werkdag aan.
own-price = Toegelaten, maar tegen een andere prijs. Jij bent aan zet: laat je vóór { $day } weten of je akkoord gaat?
own-price-late = Toegelaten, maar tegen een andere prijs. Jij bent aan zet: laat je weten of je akkoord gaat?
own-admitted = Toegelaten.
own-withdrawn = Je hebt je aanmelding ingetrokken. Je kunt je altijd opnieuw aanmelden.
# $missing (tekst): opsomming van wat nog open is
own-open = Nog aan te vullen: { $missing }.
own-price-show = Bekijk de prijs
own-supplement = Aanvullen
own-withdraw = Intrekken
own-withdraw-sure = Wil je je aanmelding intrekken? Het bureau hoort het van me, en je hoeft niet te zeggen waarom.
own-withdraw-yes = Ja, trek maar in
own-withdraw-no = Nee, laat staan
own-withdraw-done = Je aanmelding is ingetrokken. Het bureau ziet het. Bedenk je je, dan kun je je opnieuw aanmelden met /start.
own-coordinator = Je bent <b>coördinator</b>. Met /aanmeldingen zie je wie op je wacht, met /ronde wie zich aanmeldde, en met /groepen de groepen.
own-facilitator = Je bent <b>begeleider</b>. Met /intakes zie je wie je spreekt en wat er op je wacht, met /slots zet je momenten open, en met /groep zie je je groepen.
# $name, $municipality (teksten): wie zich terugtrok
own-withdrawn-told = <b>{ $name }</b> ({ $municipality }) heeft de aanmelding ingetrokken.
