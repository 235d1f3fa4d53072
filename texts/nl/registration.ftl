# Aanmelden: de vragen tot aan de ontvangst, en wat eromheen gezegd wordt.

## Hoe antwoorden heten, op de kaart en op de knoppen om te wijzigen

registration-label-name = Naam
registration-label-municipality = Gemeente
registration-label-party = Partij
registration-label-portfolios = Portefeuilles
registration-label-in-office-since = Wethouder sinds
registration-label-member = Lid van de vereniging
registration-label-email = E-mail
registration-label-summary = Samenvatting
registration-label-change = Wijzigen
registration-label-consent = Prijs en privacy
registration-label-motivation-get = Wat je komt halen
registration-label-motivation-bring = Wat je komt brengen
registration-label-travel = Reistijd
registration-label-days = Dagen
registration-label-phone = Telefoon
registration-label-secretariat = Secretariaat
registration-label-billing = Kenmerk voor de factuur
registration-label-not-with = Liever niet samen met

# $label (tekst): hoe het antwoord heet; $words (tekst): het antwoord
registration-answered = { $label }: <b>{ $words }</b>
registration-skipped = { $label }: later
# $answer (tekst): wat er eerder geantwoord is
registration-now = Nu staat er: <b>{ $answer }</b>
# $label (tekst): welk antwoord gewijzigd wordt
registration-changing = Je wijzigt: <b>{ $label }</b>
registration-keep = Laat zo staan
# $words (tekst): wat er op de knop staat
registration-ticked = ✓ { $words }
registration-item = • { $words }

## De vragen

registration-name = Hoe heet je? Je voor- en achternaam graag.
# $name (tekst): hoe je in Telegram heet
registration-name-offered = Hoe heet je? In Telegram heet je <i>{ $name }</i>.
registration-name-right = Ja, zo heet ik
registration-name-other = Anders
registration-name-typed = Hoe mag ik je dan noemen? Typ je voor- en achternaam.
registration-municipality = Van welke gemeente ben je wethouder?
registration-party =
    Voor welke partij zit je in het college? Staat ze er niet bij, typ dan de naam.

    <i>Je partij is volgens de privacywet een bijzonder gegeven. Ik gebruik haar alleen om groepen politiek gemengd te maken. Je mag het ook voor je houden.</i>
registration-party-local = Lokale partij
registration-party-not-said = liever niet gezegd
registration-party-unsaid = Zeg ik liever niet
# $page, $pages (getallen): welke bladzijde, van hoeveel
registration-portfolios =
    Welke portefeuilles heb je? Tik alles aan wat past, en dan <b>Klaar</b>.

    <i>Bladzijde { $page } van { $pages }</i>
registration-portfolios-own = Anders…
registration-portfolios-own-typed = Staat jouw portefeuille er niet bij? Typ haar in een paar woorden, dan zet ik haar erbij.
registration-portfolios-none = Tik er minstens één aan. Staat de jouwe er niet bij, typ haar dan.
# $earlier (getal): jaartal
registration-in-office-since = Sinds welk jaar ben je wethouder? Was het in { $earlier } of eerder, typ dan het jaartal.
registration-in-office-since-no-number = Daar zie ik geen jaartal in. Typ het met vier cijfers, bijvoorbeeld <i>2018</i>.
registration-in-office-since-several = Daar staan meer jaartallen in. Welk jaar begon je als wethouder? Bijvoorbeeld <i>2018</i>.
# $lowest, $highest (getallen): het vroegste en het laatste jaar
registration-in-office-since-too-low = Zo lang geleden? Ik kan terug tot { $lowest }. Kijk je het jaartal na?
registration-in-office-since-too-high = Dat jaar komt nog. Typ een jaartal tot en met { $highest }.
registration-member = Ben je lid van de Wethoudersvereniging? Leden betalen minder.
registration-member-yes = Ja
registration-member-no = Nee
registration-member-unknown = Weet ik niet
registration-member-looked-up = Geen punt: het bureau kijkt het voor je na. Ik reken nu met de prijs voor niet-leden; ben je wel lid, dan wordt het minder.
registration-email = Op welk e-mailadres ben je te bereiken? Bijvoorbeeld <i>naam@gemeente.nl</i>.
# $price (tekst): bedrag zonder btw
registration-consent-member =
    Bijna klaar. Meedoen kost <b>{ $price }</b> voor zes bijeenkomsten, exclusief btw. Dat is de prijs voor leden; je gemeente kan dit vergoeden.

    Wat je invult gebruik ik alleen om je aanmelding te behandelen en een goede groep voor je te vinden. Alleen het bureau en je begeleider zien wat zij daarvoor nodig hebben. Ga je akkoord met de prijs en met hoe ik met je gegevens omga?
registration-consent-not-member =
    Bijna klaar. Meedoen kost <b>{ $price }</b> voor zes bijeenkomsten, exclusief btw. Dat is de prijs voor wie geen lid is; je gemeente kan dit vergoeden.

    Wat je invult gebruik ik alleen om je aanmelding te behandelen en een goede groep voor je te vinden. Alleen het bureau en je begeleider zien wat zij daarvoor nodig hebben. Ga je akkoord met de prijs en met hoe ik met je gegevens omga?
registration-consent-read = Lees de privacytekst
registration-consent-agree = Akkoord
registration-consent-disagree = Niet akkoord
registration-consent-given = akkoord
registration-dissent =
    Dat mag. Alleen kan ik je aanmelding dan niet doorgeven: er gaat nu niets naar het bureau.

    Zit je ergens mee? Het bureau van de Wethoudersvereniging praat er graag met je over: www.wethoudersvereniging.nl.
registration-dissent-agree = Toch akkoord
registration-dissent-stop = Stoppen

## De samenvatting

registration-summary = <b>Klopt dit?</b>
# $name, $municipality (teksten)
registration-card-who = { $name }, { $municipality }
# $party (tekst); $year (getal)
registration-card-office = { $party } · wethouder sinds { $year }
# $year (getal)
registration-card-office-no-party = Partij liever niet gezegd · wethouder sinds { $year }
registration-card-portfolios = { $portfolios }
registration-card-member = Lid van de Wethoudersvereniging
registration-card-not-member = Geen lid van de Wethoudersvereniging
registration-card-member-unknown = Lidmaatschap: het bureau kijkt het na
registration-card-email = { $email }
# $price (tekst): bedrag zonder btw
registration-card-price = Kosten: { $price } voor zes bijeenkomsten (exclusief btw).
registration-card-reimbursed = Je gemeente kan dit vergoeden.
registration-summary-later = <i>Je motivatie, je reistijd en de dagen die jou passen vraag ik daarna; dat kan ook later.</i>
registration-summary-right = Klopt, ik meld me aan
registration-change = Wat wil je wijzigen?

## Ontvangen

registration-sent = <b>Dit stuurde je op</b>
# $name (tekst): voornaam; $day (tekst): uiterste dag
registration-received = <b>Dank je, { $name }, je aanmelding is binnen.</b> Het bureau kijkt ernaar en je hoort uiterlijk { $day } iets van me.
registration-received-all-open = Wat nog kan, nu of later: je motivatie, je reistijd, de dagen die jou passen en nog een paar korte vragen.
# $missing (tekst): opsomming van wat nog open is
registration-received-open = Wat nog kan, nu of later: { $missing }.
registration-supplement-now = Nu aanvullen
registration-supplement-later = Prima. Met /mijn vul je het aan wanneer het jou uitkomt.
registration-sent-before = Je aanmelding is al binnen; dubbel hoeft niet.
registration-see-own = Waar sta ik?
registration-terms-changed = De prijs of de privacytekst is veranderd sinds je akkoord gaf. Kijk je er nog even naar?

## Stoppen, verdergaan en wissen

registration-paused = We stoppen hier. Wat je invulde bewaar ik dertig dagen; je gaat verder waar je was.
registration-stopped = Goed, we laten het zo. Met /mijn zie je waar je staat.
registration-resume = Je was al begonnen met je aanmelding. Zullen we verdergaan waar je was?
# $name (tekst): voornaam
registration-resume-known = Welkom terug, { $name }. Je was al begonnen met je aanmelding. Zullen we verdergaan waar je was?
registration-go-on = Verder gaan
registration-again = Opnieuw beginnen
registration-erase-all = Alles wissen
registration-erase = Zal ik alles wissen wat je invulde? Terughalen kan dan niet meer.
registration-erase-again = Zal ik wissen wat je invulde en opnieuw beginnen? Terughalen kan dan niet meer.
registration-erase-yes = Ja, wis alles
registration-erase-again-yes = Ja, begin opnieuw
registration-erase-no = Nee, ik ga verder
registration-erased = Wat je hebt ingevuld, is gewist. Bedenk je je, dan begin je opnieuw met /start.
registration-nudge = Je aanmelding voor intervisie staat nog open. Wat je invulde heb ik bewaard: afmaken kost een paar minuten.
registration-gone = Je aanmelding bleef dertig dagen liggen, dus ik heb alles gewist wat je invulde. Opnieuw aanmelden kan altijd.
registration-begin-anew = Opnieuw aanmelden

## Geen plaats in een ronde

registration-no-place-closed = Deze ronde is gesloten. Je kunt je wel vast aanmelden: je aanmelding wacht dan op de volgende ronde, en het bureau ziet dat je mee wilt doen.
registration-no-place-full = Deze ronde is vol. Je kunt je wel vast aanmelden: je aanmelding wacht dan op de volgende ronde, en het bureau ziet dat je mee wilt doen.
registration-no-place-none = Er is nu geen ronde open. Je kunt je wel vast aanmelden: je aanmelding wacht dan op de volgende ronde, en het bureau ziet dat je mee wilt doen.
registration-free = Aanmelden voor een volgende ronde
# $round (tekst): een ronde waar nog plaats is
registration-no-place-closed-instead = Deze ronde is gesloten. Je kunt je wel aanmelden voor <b>{ $round }</b>.
registration-no-place-full-instead = Deze ronde is vol. Je kunt je wel aanmelden voor <b>{ $round }</b>.
registration-no-place-none-instead = De ronde van deze link ken ik niet. Je kunt je wel aanmelden voor <b>{ $round }</b>.
registration-instead = Aanmelden voor die ronde
