# De intakes van een begeleider: wie, wanneer, wat eruit kwam.

## De week

# $day (tekst)
intake-agenda-title = <b>Jouw intakes</b>, week van { $day }
intake-agenda-empty = In deze week heb je geen intakes.
intake-agenda-today = <b>Vandaag, { $day }</b>
intake-agenda-day = <b>{ $day }</b>
# $time, $who (naam, gemeente), $how, $state (teksten)
intake-agenda-line = { $time } { $who } – { $how }{ $state }
intake-agenda-overdue =
    { $number ->
        [one] Van één gesprek wil ik nog weten wat eruit kwam.
       *[other] Van { $number } gesprekken wil ik nog weten wat eruit kwam.
    }
intake-agenda-button = Mijn intakes
intake-how-video = via beeld
intake-how-phone = { $phone }
intake-how-phone-unknown = per telefoon, nummer onbekend
intake-state-goes-on = , gaat door
intake-state-stops = , gaat niet door
intake-state-second-talk = , tweede gesprek
intake-state-request = , heeft een vraag
intake-state-coming = , komt zeker
intake-unbooked-button = Nog niet geboekt ({ $number })
intake-line-button = Wachtlijst ({ $number })

## Eén intake

intake-talk-who = <b>{ $who }</b>
intake-talk-phone = { $moment }, per telefoon
intake-talk-video = { $moment }, via beeld
intake-link = Link: { $link }
intake-no-link = Er is nog geen link. Geef je die door, dan krijgt je gesprekspartner hem ook.
intake-no-phone = Een telefoonnummer heb ik niet; mail dus even.
intake-unreachable = { $name } krijgt nu geen berichten van me, want de bot staat daar uit. Bel of mail zelf even.
intake-is-coming = { $name } heeft laten weten dat het doorgaat.
intake-is-cancelled = Deze intake is afgezegd.
intake-outcome-question = Wat kwam eruit? { $name } hoort daarna hoe het verdergaat.
intake-outcome-is-goes-on = Vastgelegd: gaat door.
intake-outcome-is-stops = Vastgelegd: gaat niet door.
intake-outcome-is-second-talk = Vastgelegd: er komt een tweede gesprek.
intake-goals = Leerpunten
intake-move = Verzetten
intake-cancel = Afzeggen
intake-give-link = Link doorgeven
intake-change-link = Andere link
intake-take-out = Doet niet meer mee
intake-gone = Deze intake is er niet meer, of is niet (meer) van jou.
intake-changed = Hier is intussen iets veranderd. Zo staat het nu:

## Een vraag na de grens

intake-request-move = <b>{ $name } vraagt of het verzet kan worden.</b>
intake-request-cancel = <b>{ $name } vraagt of het afgezegd kan worden.</b>
intake-reason = Reden: <i>{ $reason }</i>
intake-grant = Dat mag
intake-refuse = Nee, laat staan
intake-granted-move = { $name } mag een ander moment kiezen en krijgt daar bericht van. Tot die tijd staat de intake nog.
intake-granted-cancel = De intake met { $name } is afgezegd. { $name } krijgt bericht.
intake-refused-move = De intake met { $name } blijft staan. { $name } krijgt bericht.
intake-refused-cancel = De intake met { $name } blijft staan. { $name } krijgt bericht.
intake-request-settled = Deze vraag is al beantwoord, of er is niets meer te veranderen.

## Verzetten en afzeggen

intake-move-nowhere = Je hebt geen vrij moment om { $name } naartoe te verzetten. Met /slots zet je er een open.
intake-move-day = Verzetten van <b>{ $who }</b>, nu { $moment }. Naar welke dag?
intake-move-time = <b>{ $day }.</b> Hoe laat?
intake-move-sure =
    Verzetten van { $old }
    naar <b>{ $new }</b>.
    Zal ik het { $name } laten weten?
intake-cancel-sure = De intake met { $name } van <b>{ $moment }</b> afzeggen? Zal ik het { $name } laten weten?
intake-tell-yes = Ja, laat { $name } het weten
intake-tell-no = Nee, dat doe ik zelf
intake-leave-it = Laat staan
intake-moved-told = Verzet. { $name } krijgt bericht, met een nieuw bestand voor de agenda.
intake-moved-untold = Verzet. Vertel jij het { $name }? Ik stuur niets.
intake-moved-unreachable = Verzet, maar { $name } krijgt geen bericht: de bot staat daar uit. Bel of mail je zelf even?
intake-cancelled-told = Afgezegd. { $name } krijgt bericht en kan een ander moment kiezen.
intake-cancelled-untold = Afgezegd. Vertel jij het { $name }? Ik stuur niets; een ander moment kiezen kan al.
intake-cancelled-unreachable = Afgezegd, maar { $name } krijgt geen bericht: de bot staat daar uit. Bel of mail je zelf even?
intake-slot-taken = Dat moment is net vergeven. Er is niets veranderd.
intake-here-noted = Genoteerd: je bent er.

## Wat eruit kwam

intake-record-goes-on = Gaat door
intake-record-stops = Gaat niet door
intake-record-second-talk = Tweede gesprek
intake-too-early = Dit gesprek moet nog beginnen. Daarna leg je vast wat eruit kwam.
intake-recorded-goes-on = Vastgelegd: { $name } gaat door. { $name } krijgt bericht, en het bureau zoekt een groep.
intake-recorded-stops = Vastgelegd: { $name } gaat niet door. { $name } krijgt bericht met jouw reden, en het bureau weet het ook.
intake-recorded-second-talk = Vastgelegd: er komt een tweede gesprek. { $name } krijgt bericht en kiest een moment.
intake-take-back = Klopt niet, wijzigen
intake-back-taken-back = De uitkomst is teruggenomen. Kies hieronder wat het wel is; daarna hoort je gesprekspartner het van me.
intake-back-too-late = Wijzigen kan tot het einde van de dag waarop je het vastlegde. Bel het bureau, dan lossen jullie het samen op.
intake-back-acted = Wijzigen kan niet meer: je gesprekspartner heeft intussen een volgende stap gezet. Bel even samen, of overleg met het bureau.
intake-stop-question = Waarom gaat { $name } niet door? Schrijf het vriendelijk: { $name } krijgt het zo te lezen.
intake-stop-confirm = <b>Zo krijgt { $name } het te lezen.</b> De aanmelding eindigt hiermee.
# $reason (tekst)
intake-stop-preview = <blockquote>{ $reason }</blockquote>
intake-stop-yes = Klopt, versturen
intake-stop-other = Andere reden
intake-left = Er is niets vastgelegd.
intake-link-question = Wat is de link voor { $moment }, met { $name }? Plak hem hier.
intake-link-given = Bewaard. Je gesprekspartner krijgt de link ook.

## Nog niet geboekt, en de wachtlijst

intake-unbooked-title =
    { $number ->
        [one] <b>Eén persoon heeft nog geen intake</b>
       *[other] <b>{ $number } mensen hebben nog geen intake</b>
    }
intake-unbooked-line = { $who }
intake-unbooked-waiting = { $who } – op de wachtlijst
# $day: sinds wanneer
intake-unbooked-since = { $who } – sinds { $day }
intake-unbooked-none = Iedereen die is toegelaten, heeft een intake.
intake-nudge = Herinner { $name }
intake-nudged = Ik heb een herinnering gestuurd.
intake-nudged-before = Die is vandaag al herinnerd; morgen kan het weer.
intake-not-needed = Dat hoeft niet meer: er is intussen geboekt, of diegene staat op de wachtlijst.
intake-line-title = <b>De wachtlijst</b>, wie het eerst aan de beurt is bovenaan
intake-line-line = { $number }. { $who }, sinds { $day }
intake-line-none = Niemand staat op de wachtlijst.

## Wat vanzelf komt

intake-show = Bekijken
intake-line = Wachtlijst
# $name (naam), $moment (dag, begin en eind)
intake-told-booked = <b>Een intake met { $name }: { $moment }.</b> Het bestand is voor je agenda; doorsturen mag, er staat geen naam in.
intake-told-moved = <b>De intake met { $name } is verzet: { $moment }.</b> Met dit bestand gaat de afspraak in je agenda mee.
intake-told-cancelled = <b>Je intake met { $name } vervalt: { $moment }.</b> Met dit bestand haal je hem uit je agenda.
intake-told-link = De link voor je intake van <b>{ $moment }</b>, met { $facilitator }: { $link }
intake-told-tomorrow = <b>Morgen heb je een intake.</b>
intake-told-ahead = <b>Binnenkort heb je een intake.</b>
intake-told-soon = <b>Straks heb je een intake.</b>
intake-told-outcome = Je had een intake met <b>{ $name }</b>: { $moment }.
intake-told-outcome-again = Even een herinnering: je had een intake met <b>{ $name }</b>, { $moment }.
intake-told-outcome-missing = <b>{ $facilitator }</b> heeft nog niet vastgelegd wat er kwam uit de intake met { $name } ({ $moment }). Bel je even?
intake-told-request-again = Deze vraag ligt er nog:
intake-told-unbooked = <b>{ $who }</b> kan al twee weken een intake boeken en deed dat nog niet. Herinneren kan met één tik.
intake-told-unbooked-office = <b>{ $who }</b> heeft nog steeds geen intake, terwijl er plek is. Misschien helpt een telefoontje.
intake-told-stopped = <b>{ $who }</b> gaat na de intake niet door, zegt { $facilitator }. De aanmelding is beëindigd; diegene heeft bericht.
intake-told-stop-taken-back = <b>{ $who }</b> doet toch mee: de uitkomst van de intake was niet goed vastgelegd. De aanmelding loopt gewoon door.
intake-told-left = <b>{ $who }</b> doet niet meer mee. Wat er gepland stond, is vervallen; jij hoeft niets te doen.
intake-told-no-group = <b>{ $who }</b> wacht { $days } dagen na de intake nog op een groep, en heeft daar bericht van.
intake-told-slots-wanted =
    { $number ->
        [one] Er wacht iemand op een intake, en er is geen moment vrij. Zet je er een open?
       *[other] Er wachten { $number } mensen op een intake, en er is geen moment vrij. Zet je er een paar open?
    }
intake-told-slots-wanted-office =
    { $number ->
        [one] Er wacht al een week iemand op een intake, en geen begeleider heeft een moment vrij. Vraag je het een van hen?
       *[other] Er wachten { $number } mensen op een intake, en geen begeleider heeft een moment vrij. Vraag je het een van hen?
    }
intake-told-facilitator-left = <b>{ $name }</b> is geen begeleider meer. Iedereen met een intake heeft bericht.
intake-told-proposal-accepted = <b>{ $name }</b> heeft jouw formulering van een leerpunt overgenomen.
intake-told-proposal-declined = <b>{ $name }</b> houdt het liever bij de eigen woorden.

## Leerpunten van deelnemers

# $name (naam)
intake-goals-title = <b>De leerpunten van { $name }</b>
intake-goals-none = { $name } heeft nog geen leerpunten opgeschreven.
intake-goals-asked = { $name } schreef de leerpunten voor een andere begeleider. Ik heb gevraagd of jij ze mag lezen.
intake-goals-refused = { $name } houdt de leerpunten liever voor zich.
intake-goals-not-yours = Deze leerpunten kan ik je niet laten zien: { $name } is geen deelnemer van jou (meer).
# $number (getal), $words (tekst)
intake-goal = { $number }. { $words }
intake-goal-proposal = Jouw voorstel: <i>{ $words }</i>
intake-goal-propose = Andere woorden voor nr. { $number }
intake-goal-question =
    Hoe zou jij dit leerpunt verwoorden? { $name } kiest zelf of het zo wordt.
    <blockquote>{ $words }</blockquote>
intake-goal-proposed = Voorgesteld. { $name } krijgt bericht; je hoort wat het wordt.
intake-goal-same = Zo staat het er al. Er is niets voorgesteld.
intake-goal-gone = Dit leerpunt is er niet meer, of je mag het niet (meer) lezen.
intake-goal-left = Er is niets voorgesteld.
