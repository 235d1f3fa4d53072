# Leerpunten: wat iemand wil leren, in eigen woorden.

goal-none =
    <b>Wat wil je leren?</b>
    Schrijf één tot vijf leerpunten op, in je eigen woorden. Ze zijn van jou: alleen jij en je begeleider lezen ze, en per leerpunt kies je of je groep het ook mag zien. Het bureau ziet ze nooit.
goal-title = <b>Je leerpunten</b>
# $number (getal): de hoeveelste; $words (tekst): eigen woorden
goal-item =
    <b>{ $number }.</b> { $words }
    <i>Voor jou en je begeleider</i>
goal-item-shared =
    <b>{ $number }.</b> { $words }
    <i>Gedeeld met je groep</i>
goal-what-next = Kies er een om het te wijzigen of te delen, of schrijf er een bij.
goal-full = Dit zijn er vijf, en dat is het meeste. Kies er een om het te wijzigen, te delen of te verwijderen.
goal-pick = Leerpunt { $number }
goal-add = Leerpunt toevoegen
goal-one =
    <b>Leerpunt { $number }</b>
    { $words }
goal-is-private = Dit lezen alleen jij en je begeleider.
goal-is-shared = Je groep mag dit ook zien. Dat kun je altijd terugdraaien.
# $proposal (tekst): woorden van de begeleider
goal-proposal = Je begeleider stelt voor: <i>{ $proposal }</i>
goal-share = Deel met mijn groep
goal-unshare = Deel niet meer
goal-reword = Anders verwoorden
goal-remove = Verwijderen
goal-back = Terug naar alle leerpunten
goal-question = Wat wil je leren? Typ het in een of twee zinnen. Bijvoorbeeld: <i>ik wil rustig blijven als de raad me onder druk zet</i>.
goal-reword-question =
    Hoe wil je het verwoorden? Typ het in een of twee zinnen. Nu staat er bij leerpunt { $number }:
    <i>{ $words }</i>
goal-saved = Leerpunt genoteerd.
goal-removed = Verwijderd.
goal-shared-done = Gedeeld: je groep mag het zien.
goal-unshared-done = Je groep ziet het niet meer.
goal-remove-sure =
    Leerpunt { $number } verwijderen? Terughalen kan dan niet meer.
    <i>{ $words }</i>
goal-remove-yes = Ja, verwijder
goal-remove-no = Nee, laat staan
goal-gone = Dit leerpunt is er niet meer.
goal-stopped = Goed, er is niets veranderd.
goal-later = Prima. Met /leerpunten schrijf je ze op wanneer het jou uitkomt.
goal-not-admitted = Leerpunten schrijf je zodra je bent toegelaten. Met /mijn zie je waar je staat.

## Een voorstel van de begeleider

# $facilitator, $words, $proposal (teksten)
goal-proposed =
    <b>{ $facilitator } stelt voor een leerpunt anders te verwoorden.</b>
    Jij schreef: <i>{ $words }</i>

    Voorstel: <i>{ $proposal }</i>

    Het blijft jouw leerpunt: kies wat het beste past.
goal-accept = Neem het over
goal-decline = Laat mijn woorden staan
goal-accepted = Overgenomen; { $facilitator } hoort het.
goal-declined = Je eigen woorden blijven staan; { $facilitator } hoort het.
goal-proposal-settled = Dit voorstel geldt niet meer. Zo staat het er nu:

## Een andere begeleider

# $facilitator (tekst)
goal-read-question = Je begeleider is nu <b>{ $facilitator }</b>. Mag { $facilitator } je leerpunten lezen? Zonder jouw ja blijven ze dicht.
goal-read-yes = Ja, dat mag
goal-read-no = Nee, liever niet
goal-read-granted = { $facilitator } kan je leerpunten lezen.
goal-read-refused = Je leerpunten blijven dicht voor { $facilitator }.
goal-read-no-after-all = Toch liever niet
goal-read-yes-after-all = Toch wel
