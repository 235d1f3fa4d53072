# Binnenkomen, hulp, taal en stoppen.

start-press = Hoi! Druk op /start, dan help ik je verder.
start-interrupted = Dat is gelukt, al werd ik even onderbroken. Met /mijn zie je waar je nu staat.

## Hulp

help-nobody =
    <b>Dit kan ik voor je doen</b>
    Je aanmelden voor intervisie van de Wethoudersvereniging, en je vertellen waar je staat.

    /start – aanmelden of verdergaan
    /mijn – wat ik van je weet, waar je staat, en wie aan zet is
    /annuleren – stoppen met waar we mee bezig zijn; wat je invulde bewaar ik
    /privacy – wat ik bewaar, waarom en hoe lang
    /taal – Nederlands of Engels

    Kom je er niet uit? Het bureau van de Wethoudersvereniging helpt je verder: www.wethoudersvereniging.nl.
help-participant =
    <b>Dit kan ik voor je doen</b>
    /agenda – wat er komt, en wat je te doen hebt
    /groep – wie er in je groep zitten, en wat er gepland is
    /intake – je intake: wanneer, verzetten of afzeggen
    /leerpunten – je leerpunten schrijven, wijzigen en delen
    /rooster – wie wanneer inbrengt; ruilen of een casus aanbieden
    /afmelden – laten weten dat je er een keer niet bij bent
    /mijn – wat ik van je weet, waar je staat, en wie aan zet is
    /annuleren – stoppen met waar we mee bezig zijn; wat je invulde bewaar ik
    /privacy – wat ik bewaar, waarom en hoe lang
    /taal – Nederlands of Engels

    Kom je er niet uit? Het bureau van de Wethoudersvereniging helpt je verder: www.wethoudersvereniging.nl.
help-facilitator =
    <b>Je bent begeleider</b>
    /agenda – wat er komt, en wat op je wacht
    /groep – je groepen, met het plan en de volgende stap
    /eerste – de eerste datum van een groep prikken
    /plaats – kiezen waar je groep samenkomt, en wie ontvangt
    /planning – de data van de andere bijeenkomsten: kandidaten, stemming, voorstel
    /programma – de volgorde van een bijeenkomst, de feedbackregels en de oefening
    /aanwezig – zeggen wie er was
    /verzetten – een bijeenkomst verzetten of afzeggen
    /intakes – wie je wanneer spreekt, wie nog niet boekte, en wat eruit kwam
    /slots – momenten voor intakes openzetten, bekijken en intrekken
    /koppel – de groepschat koppelen, en hoe die ervoor staat
    /rooster – de beurten verdelen, vaststellen en wijzigen
    /mijn – waar je staat, en wie aan zet is
    /annuleren – stoppen met waar we mee bezig zijn
    /privacy – wat ik bewaar, waarom en hoe lang
    /taal – Nederlands of Engels

    Zodra er iets van je nodig is, laat ik het je hier weten.
help-coordinator =
    <b>Je bent coördinator</b>
    /ronde – een inschrijfronde openen, bekijken of sluiten, met de QR-code voor de flyer
    /aanmeldingen – wie op toelating wacht
    /deelnemers – wie is toegelaten, en hoe ver iedereen is
    /groepen – groepen samenstellen en publiceren, en zien wie erin zit
    /begeleiders – de begeleiders, en wat zij nog te doen hebben
    /invoeren – iemand inschrijven die belde of mailde
    /uitnodigen – een begeleider uitnodigen
    /annuleren – stoppen met waar we mee bezig zijn
    /privacy – wat ik bewaar, waarom en hoe lang
    /taal – Nederlands of Engels

## Taal

language-question = In welke taal zal ik verdergaan?
language-dutch = Nederlands
language-english = English
language-chosen = Vanaf nu spreek ik Nederlands met je.

## Stoppen

cancel-nothing = We waren nergens mee bezig, dus er valt niets te annuleren. Met /mijn zie je waar je staat.
cancel-done = Gestopt. Met /help zie je wat ik voor je kan doen.

## Binnenkomen

start-welcome =
    <b>Welkom!</b> Hier meld je je aan voor intervisie van de Wethoudersvereniging: zes bijeenkomsten met zes tot acht collega-wethouders en een begeleider.
    Het kost je een paar minuten. Stoppen kan altijd; wat je invulde bewaar ik, dan ga je later verder.
start-register = Aanmelden
start-more = Eerst meer weten
# $member, $other (teksten): bedragen zonder btw
start-about =
    <b>Wat is intervisie?</b>
    Met zes tot acht collega-wethouders uit andere gemeenten leg je elkaar vragen voor over je werk: hoe je handelt, niet wat je beleid is. Een professionele begeleider leidt het gesprek, en wat er gezegd wordt, blijft onder jullie.

    Je komt zes keer een dagdeel bij elkaar, binnen een jaar, met een lichte lunch. Vooraf heb je een gesprek met je begeleider over wat je wilt leren.

    Het kost { $member } voor leden en { $other } voor anderen, exclusief btw. Je gemeente kan dit vergoeden.
