# /programma: de volgorde van een bijeenkomst, de regels voor feedback, en wie met wie oefent.

# $moment (tekst): dag, begin en eind; $place (tekst): gemeente, online, of dat die nog volgt
programme-title = <b>Programma, { $moment }</b> · { $place }
# $time (tekst): begintijd; $what (tekst): wat er dan gebeurt
programme-item = <b>{ $time }</b> { $what }
# $item (tekst): tijd en onderdeel; $name (tekst): voornaam
programme-case-of = { $item } van { $name }
# $minutes (getal)
programme-case-step = ·  { $what } ({ $minutes } min)
programme-lunch = Lunch
programme-meeting = Kennismaken: wie ben je, wat kom je halen en brengen
programme-agreements = Afspraken: wat hier gezegd wordt, blijft hier
programme-feedback = Feedback geven en ontvangen: hoe werkt dat
programme-exercise = Oefenen met feedback, in tweetallen
programme-goals = Leerpunten: wat wil je delen, wat houd je voor jezelf
programme-planning = Data en plaats van de volgende bijeenkomsten
programme-opening = Opening en terugblik
programme-first-case = Eerste casus
programme-second-case = Tweede casus
programme-break = Pauze
programme-closing = Afronding: wat neem je mee
programme-case-tells = de inbrenger vertelt en stelt de vraag
programme-case-asks = eerst luisteren en vragen, nog geen advies
programme-case-advises = dan pas alternatieven en eigen ervaringen
programme-case-takes-along = de inbrenger vat samen: dit neem ik mee
programme-lunch-before = Lunch vooraf
programme-lunch-after = Lunch na afloop
programme-lunch-before-chosen = Lunch vooraf: gekozen
programme-lunch-after-chosen = Lunch na afloop: gekozen
programme-send = Stuur naar de groep
programme-send-private = Stuur ieder privé
programme-show-rules = Feedbackregels
programme-show-pairs = Wie oefent met wie
programme-back = Terug naar het programma

## De regels voor feedback

feedback-title = <b>Feedback geven en ontvangen</b>
# $number (getal): volgnummer
feedback-permission = { $number }. Vraag eerst of het mag.
feedback-seen = { $number }. Zeg wat je zag of hoorde, niet wat je ervan vindt: “Ik zag dat je…”
feedback-effect = { $number }. Vertel wat het met jou deed: “Op mij kwam dat over als…”
feedback-one = { $number }. Kies één ding, en iets waar de ander wat mee kan.
feedback-ask = { $number }. Vraag of de ander het herkent.
feedback-receive = { $number }. Krijg je feedback? Luister, vraag door, en verdedig je niet.
feedback-thank = { $number }. Bedank, en kies zelf wat je ermee doet.

## De oefening

programme-pairs-title = <b>Oefenen met feedback: wie geeft aan wie</b>
# $giver, $receiver (teksten): voornamen
programme-pair = { $giver } geeft aan { $receiver }
programme-pairs-how = Neem elk tien minuten. Ieder geeft aan één, en krijgt van een ander.
# $receiver, $giver (teksten): voornamen
programme-pair-own = <b>Oefenen met feedback.</b> Jij geeft aan <b>{ $receiver }</b>, en krijgt van <b>{ $giver }</b>.
programme-draw-again = Opnieuw indelen
programme-pairs-outdated = Let op: wie er komt, is sindsdien veranderd. Deel ze opnieuw in.

## Wat er van een tik werd

programme-told-sent = Verstuurd naar de groep.
programme-told-sent-in-private = Verstuurd: ieder krijgt het privé, want de groep heeft geen chat waar ik nu terechtkan.
programme-told-sent-before = Dat heb ik net al verstuurd.
programme-told-too-few = Er komen er minder dan twee; dan valt er niets te oefenen.
programme-told-no-pairs = Er is nog niemand ingedeeld.
programme-told-outdated = Nog niet verstuurd: wie er komt, is veranderd.
# $group (getal)
programme-none = Voor groep { $group } staat er geen bijeenkomst vast, dus er is nog geen programma. Met /agenda zie je wat er nu aan de beurt is.
programme-gone = Die bijeenkomst is geweest of gaat niet door, of de groep is niet (meer) van jou. Met /programma zie je het programma van de volgende.
