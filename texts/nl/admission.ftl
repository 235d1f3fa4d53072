# Toelating: de kaart voor de coördinator, en wat de aanmelder hoort.

## De kaart

admission-asked = <b>Een nieuwe aanmelding</b>
admission-waits = <b>Wacht op toelating</b>
admission-round = Ronde: { $round }
admission-free = Vrije aanmelding: wacht op de volgende ronde
admission-since = Binnen sinds { $day }
admission-still-open = Nog aan te vullen: { $missing }.
admission-phone = Telefoon: { $phone }
admission-email = E-mail: { $email }
admission-unreachable = Let op: via Telegram kan ik { $name } nu niet bereiken. Bel of mail zelf even.
admission-admit-member = Toelaten als lid
admission-admit-non-member = Toelaten als niet-lid
admission-decline = Afwijzen
admission-gone = Deze aanmelding is er niet meer. Met /aanmeldingen zie je wat er wel op je wacht.

## Afgehandeld

# $name, $municipality, $by (tekst), $price
admission-who = <b>{ $name }</b>, { $municipality }
admission-settled-admitted-member = Toegelaten als lid, door { $by }.
admission-settled-admitted-non-member = Toegelaten als niet-lid, door { $by }.
admission-settled-price-member = Toegelaten als lid, door { $by }. Wacht op akkoord met { $price }.
admission-settled-price-non-member = Toegelaten als niet-lid, door { $by }. Wacht op akkoord met { $price }.
admission-settled-declined = Afgewezen, door { $by }.
admission-settled-price-refused = Ging niet akkoord met { $price }; de aanmelding is ingetrokken.
admission-settled-withdrawn = De aanmelding is ingetrokken.
admission-settled-draft = De aanmelding is nog niet ingestuurd.
admission-somebody = een collega
admission-settled-before = Hierover was al beslist:
admission-told-admitted = { $name } krijgt bericht en hoort wat er nu komt.
admission-told-price = { $name } krijgt de vraag of { $price } akkoord is. Is dat zo, dan is de toelating rond.
admission-told-declined = { $name } krijgt bericht, met je reden erbij.

## Overzicht

admission-none = Er wacht niemand op toelating.
admission-list =
    { $number ->
        [one] <b>Er wacht één aanmelding op toelating.</b>
       *[other] <b>Er wachten { $number } aanmeldingen op toelating</b>, de oudste bovenaan.
    }
    Kies er een om te bekijken.
admission-list-more = En nog { $number }; die komen in beeld als je deze hebt behandeld.
admission-list-item = { $name }, { $municipality }
admission-reminder = Even een herinnering: wie zich aanmeldde, hoopt op antwoord binnen vijf werkdagen.

## Afwijzen

admission-reason-question =
    <b>{ $name } afwijzen.</b> Wat is de reden? Kies er een, of typ de reden in je eigen woorden; ik breng die vriendelijk over.
admission-reason-label-no-alderman = Geen wethouder (meer)
admission-reason-label-round-full = De ronde is vol
admission-reason-label-other-need = Zoekt iets anders
admission-confirm = Zo krijgt { $name } het te lezen:
admission-confirm-send = Versturen
admission-confirm-other = Andere reden
admission-not-declined = Niet afgewezen; de aanmelding van { $name } staat er nog net zo.

# De eigen woorden van de coördinator
admission-reason-own = Het bureau schrijft je: <i>{ $reason }</i>
admission-reason-no-alderman = Deze intervisie is voor wie nu wethouder is, en dat konden we bij jou niet vaststellen. Klopt dat niet? Neem dan even contact op met het bureau.
admission-reason-round-full = Deze ronde is vol. Dat zegt niets over jou: met /start kun je je aanmelden voor de volgende.
admission-reason-other-need = Wat je zoekt, past beter bij iets anders dan intervisie. Het bureau denkt daar graag in mee.
admission-declined =
    Dank voor je aanmelding{ $name }. <b>Helaas kun je deze keer niet meedoen met de intervisie.</b>
    { $reason }

    Vragen? Het bureau van de Wethoudersvereniging helpt je verder: www.wethoudersvereniging.nl. Later opnieuw aanmelden kan altijd, met /start.

## Toegelaten

admission-admitted =
    <b>Goed nieuws{ $name }: je doet mee met de intervisie!</b>
    De kosten zijn { $price } voor zes bijeenkomsten, exclusief btw, zoals afgesproken.
admission-supplement = Wel graag nog aanvullen, dan vinden we de groep die bij je past: { $missing }.
admission-supplement-button = Nu aanvullen

## Een andere prijs

# $asked, $agreed, $total (bedragen)
admission-price-asked =
    <b>Goed nieuws{ $name }: je kunt meedoen. Alleen de prijs wordt anders.</b>
    { $reason } De kosten zijn daarom <b>{ $asked }</b> voor zes bijeenkomsten in plaats van { $agreed } (exclusief btw; { $total } inclusief). Je gemeente kan dit vergoeden.

    Ga je daarmee akkoord?
admission-price-non-member = Je gaf op dat je lid bent van de Wethoudersvereniging; volgens de ledenlijst is dat niet zo.
admission-price-member = Volgens de ledenlijst ben je lid van de Wethoudersvereniging.
admission-price-reminder = Je hebt hier nog niet op geantwoord; je plaats houd ik zolang vrij.
admission-price-agree = Akkoord
admission-price-refuse = Niet akkoord
admission-price-refuse-sure = Zonder akkoord kun je niet meedoen: je aanmelding vervalt dan. Klopt de prijs volgens jou niet, overleg dan eerst met het bureau: www.wethoudersvereniging.nl.
admission-price-refuse-yes = Trek mijn aanmelding in
admission-price-refuse-no = Terug
admission-price-refused = Je aanmelding is ingetrokken. Jammer, en dank voor je eerlijke antwoord. Met /start kun je je later opnieuw aanmelden.
admission-price-settled = Hierop is al geantwoord. Met /mijn zie je waar je nu staat.
admission-price-refused-told = <b>{ $name }</b>, { $municipality }, gaat niet akkoord met { $price }. De aanmelding is ingetrokken.
admission-price-unanswered = <b>{ $name }</b>, { $municipality }, antwoordt niet op de vraag of { $price } akkoord is. Afgesproken was { $agreed }. Misschien helpt bellen. Wat doe je?
admission-price-admit-agreed = Toelaten voor { $agreed }
