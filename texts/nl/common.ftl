# Woorden die overal terugkomen: knoppen, foutmeldingen en portefeuilles.

common-back = Terug
common-cancel = Annuleren
common-skip = Overslaan
common-yes = Ja
common-no = Nee
common-next = Volgende
common-previous = Vorige
common-done = Klaar
common-change = Wijzigen
common-later = Later

## Een knop die niet meer geldt

error-old-button = Deze knop hoort bij een vraag die al beantwoord is. Met /mijn zie je waar je nu staat.
error-unknown-button = Deze knop ken ik niet (meer). Met /mijn zie je waar je nu staat.
error-not-allowed = Dat kan ik niet voor je doen: het hoort bij een andere rol. Met /help zie je wat jij kunt.
error-unknown-command = Die opdracht ken ik niet. Met /help zie je wat ik kan.
error-nothing-asked = Ik wacht nu niet op een getypt antwoord. Staat er hierboven een vraag met knoppen, kies er dan een. Met /mijn zie je waar je staat, met /help wat ik kan.

## Er gaat iets mis

# $code (tekst): waarmee het bureau de fout terugvindt
error-broken =
    Er ging bij mij iets mis; jij deed niets verkeerds. Wat je invulde is bewaard. Probeer het zo nog eens.
    Blijft het misgaan, noem dan code <b>{ $code }</b> bij het bureau.
# $code (tekst)
error-broken-for-coordinator = Er ging iets mis bij het verwerken van een bericht. De code is <b>{ $code }</b>; in het logboek staat er meer over.

## Een verkeerd antwoord: wat voor antwoord het was

error-sticker = Leuk, maar hier zoek ik een antwoord in woorden of met een knop.
error-photo = Een foto kan ik hier niet lezen. Antwoord je in woorden of met een knop?
error-voice = Luisteren kan ik niet. Antwoord je in woorden of met een knop?
error-document = Een bestand kan ik hier niet lezen. Antwoord je in woorden of met een knop?
error-other-kind = Dit kan ik niet lezen. Antwoord je in woorden of met een knop?
error-contact-unasked = Dank je, maar naar een contact vroeg ik nu niet. Antwoord je in woorden of met een knop?
error-not-own-contact = Dit is het nummer van iemand anders. Deel je eigen nummer, of typ het.
error-use-buttons = Kies een van de knoppen, dan weet ik zeker wat je bedoelt.
error-edited = Een aangepast bericht lees ik niet als antwoord. Stuur je antwoord nog eens; wat al klaar is, wijzig je in het overzicht of met /mijn.

## Een verkeerd antwoord: de woorden

error-words-empty = Hier zie ik nog geen antwoord. Typ je het nog eens?
# $limit, $length (getallen): tekens
error-words-too-long = Dat is te lang: { $length } tekens, en er passen er { $limit }. Kan het korter?
error-words-no-letters = Daar zitten geen letters in. Probeer je het in woorden?

## Een verkeerd antwoord: het e-mailadres

error-email-kind = Hier zoek ik een e-mailadres, bijvoorbeeld <i>naam@gemeente.nl</i>.
error-email-empty = Hier zoek ik een e-mailadres, bijvoorbeeld <i>naam@gemeente.nl</i>.
error-email-spaces = In een e-mailadres staan geen spaties. Stuur je alleen het adres?
error-email-no-at = Daar mist een @ in. Een e-mailadres is bijvoorbeeld <i>naam@gemeente.nl</i>.
error-email-several-at = Daar staat meer dan één @ in. Stuur je één adres, bijvoorbeeld <i>naam@gemeente.nl</i>?
error-email-no-name = Daar mist nog een stukje: vóór de @ hoort een naam. Probeer je het nog eens?
error-email-no-domain = Daar mist nog een stukje: achter de @ hoort iets als <i>gemeente.nl</i>. Probeer je het nog eens?
error-email-too-long = Dat is te lang voor een e-mailadres. Stuur je alleen het adres?
error-email-malformed = Dit adres klopt niet helemaal. Kijk je het na? Bijvoorbeeld <i>naam@gemeente.nl</i>.

## Een verkeerd antwoord: het telefoonnummer

error-phone-kind = Hier zoek ik een telefoonnummer, bijvoorbeeld <i>06 12 34 56 78</i>.
error-phone-empty = Hier zoek ik een telefoonnummer, bijvoorbeeld <i>06 12 34 56 78</i>.
error-phone-letters = In een telefoonnummer staan alleen cijfers. Stuur je alleen het nummer?
error-phone-too-short = Daar missen cijfers. Een nummer is bijvoorbeeld <i>06 12 34 56 78</i>.
error-phone-too-long = Daar staan te veel cijfers in. Kijk je het na?
error-phone-unknown-country = Het landnummer ken ik niet. Een Nederlands nummer mag gewoon met 0 beginnen.
error-phone-malformed = Dit nummer klopt niet. Kijk je het na? Een buitenlands nummer begint met + en het landnummer.

## Portefeuilles

portfolio-finance = Financiën
portfolio-spatial-planning = Ruimtelijke ordening
portfolio-housing = Wonen
portfolio-environment-act = Omgevingswet
portfolio-economy = Economie
portfolio-labour-market = Arbeidsmarkt
portfolio-work-and-income = Werk en inkomen
portfolio-poverty-and-debt = Armoede en schulden
portfolio-social-support = Zorg en Wmo
portfolio-youth = Jeugd
portfolio-health = Gezondheid
portfolio-elderly = Ouderen
portfolio-education = Onderwijs
portfolio-integration = Inburgering
portfolio-asylum = Asiel en opvang
portfolio-culture = Cultuur
portfolio-heritage = Erfgoed
portfolio-sport = Sport
portfolio-recreation = Recreatie en toerisme
portfolio-traffic = Verkeer en vervoer
portfolio-public-space = Openbare ruimte
portfolio-climate-and-energy = Klimaat en energie
portfolio-environment = Milieu en afval
portfolio-water = Water
portfolio-nature = Natuur en dierenwelzijn
portfolio-agriculture = Landbouw en platteland
portfolio-participation = Participatie en wijken
portfolio-services = Dienstverlening en digitalisering
portfolio-personnel = Personeel en organisatie
portfolio-real-estate = Vastgoed en grondzaken
