# Stemmingen: de vraag in de groep, de telling eronder, en antwoorden in een privéchat.

## De vraag

poll-question-first-date = Wanneer kun je voor de eerste bijeenkomst?
poll-question-dates = Op welke data kun je? Kies ze allemaal.
poll-question-place = Waar komen we dit jaar samen?
poll-question-town-hall = Welk gemeentehuis wordt het? De reistijden zijn een schatting, enkele reis.
# $was (tekst): dag en tijd van nu
poll-question-move = Een ander moment voor bijeenkomst { $number } (nu { $was }): wanneer kun je?
poll-question-part = { $question } Data { $number } van { $total }
poll-option-none = Op geen van deze
poll-option-central = Eén centraal gemeentehuis
poll-option-in-turn = Bij ieder om de beurt
poll-option-town-hall = { $name }: langste reis { $journey }

## De telling

poll-tally =
    <b>{ $voted } van { $all } { $voted ->
        [one] heeft
       *[other] hebben
    } gestemd</b>{ $private ->
        [0] { "" }
       *[other] , waarvan { $private } via mij
    }.
poll-tally-until = Stemmen en wijzigen kan tot { $moment }. Dit is de telling die geldt: wie liever privé antwoordt, telt hier ook mee.
poll-tally-again = Wie eerder stemde: die stem blijft staan tot je opnieuw stemt.
poll-tally-closed = De stemming is gesloten.
poll-too-late = Je stem kwam net te laat: de stemming is al gesloten. <i>{ $question }</i>
poll-lost =
    <b>Groep { $number }: ik vind mijn bericht bij de stemming niet meer terug.</b>
    Misschien zijn de peilingen ook uit de groep gehaald. Alle stemmen tellen gewoon nog mee. Zal ik ze opnieuw sturen?
    <i>{ $question }</i>
poll-unsent =
    <b>Groep { $number }: ik weet niet zeker of de hele stemming in de groep staat.</b>
    De verbinding haperde. Kijk je even? Staat de vraag er niet, of mist er een deel, dan stuur ik alles opnieuw; stemmen tellen gewoon door.
    <i>{ $question }</i>
poll-send-again = Stuur opnieuw in de groep
poll-sent-again = Gedaan: de vraag staat opnieuw uit. Wie al gestemd had, hoeft niets te doen.
poll-close-sure =
    { $voted } van { $all } { $voted ->
        [one] heeft
       *[other] hebben
    } gestemd. Zal ik de stemming nu sluiten?
poll-close-yes = Ja, sluiten
poll-closed = De stemming is gesloten.
poll-closed-before = Deze stemming is al gesloten.

## Antwoorden in een privéchat

vote-title =
    <b>Groep { $number }</b>
    { $question }
vote-how = Je antwoord kun je wijzigen zolang de stemming open is. Reken op drieënhalf uur.
# $option (tekst): een datum met een tijd
vote-question = Kun je op <b>{ $option }</b>?
vote-answer-yes = Kan
vote-answer-rather-not = Liever niet
vote-answer-no = Kan niet
vote-said-yes = kan
vote-said-rather-not = liever niet
vote-said-no = kan niet
vote-line = { $option }: <b>{ $answer }</b>
vote-none = Op geen van deze
vote-none-left = Op geen van de andere
vote-complete = Dank je, dat is alles. Wijzigen kan tot { $moment }: tik op een datum.
vote-before = Zo antwoordde je eerder, en zo telt het nog mee. Klopt het nog? Wijzigen kan tot { $moment }: tik op een datum.
vote-keep = Klopt nog, zo laten
vote-choose = Kies wat jij het liefst hebt.
vote-chosen = Je koos <b>{ $option }</b>. Wijzigen kan tot { $moment }.
vote-closed = De stemming is gesloten. Je hoort van me wat het wordt.
# $venue (tekst): chat als de vraag ook in de groep staat
vote-nudge =
    Mag ik nog even je antwoord? De stemming sluit { $moment }.{ $venue ->
        [chat] { " " }Stem hier, of in de groep als je daar de vraag ziet: wat je het laatst kiest, telt.
       *[private] { "" }
    }
vote-not-yours = Deze vraag is niet (meer) voor jou.
