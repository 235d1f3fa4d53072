# De groepschat: koppelen, wie erin komt, en wat er dan misgaat.

## De kaart van de chat, voor wie de groep begeleidt (/koppel)

# $number (getal): het nummer van de groep
chat-title = <b>De groepschat van groep { $number }</b>
chat-card-none =
    Er is nog geen groepschat. Daarin stemmen jullie straks over data en plaats, en staat het rooster.
    Kan of wil niet iedereen dat, dan doe ik alles in privéberichten.
chat-card-declined = Jullie doen het zonder groepschat: alles gaat in privéberichten. Een chat kan altijd nog.
chat-card-linked = De groepschat is gekoppeld.
# $number (getal): hoeveel er nog niet in zijn
chat-card-missing =
    { $number ->
        [0] Iedereen is erin.
        [one] Eén van jullie is er nog niet in.
       *[other] { $number } van jullie zijn er nog niet in.
    }
chat-card-lost = De koppeling is weg. Met een nieuwe code koppel je dezelfde chat weer, of een andere.
chat-card-which = Voor welke groep?
# $number (getal)
chat-card-group = Groep { $number }
chat-card-no-groups = Je begeleidt nu geen groep. Zodra het bureau een groep van jou publiceert, koppel je hier de groepschat.
chat-card-not-yours = Deze groep is niet (meer) van jou. Met /koppel zie je je eigen groepen.

chat-button-code = Maak een koppelcode
chat-button-code-again = Koppel opnieuw
chat-button-without = Doe het zonder groepschat
chat-button-unlink = Ontkoppel deze chat
chat-button-looked = Ik heb gekeken, het klopt
chat-button-look-again = Kijk nog eens
chat-button-remove = Verwijderen
chat-button-show = Hoe staat het met de chat?
chat-button-invite-again = Stuur de link opnieuw
chat-button-remove-name = { $name } verwijderen
chat-invited-again = Gedaan: wie er nog niet in is, krijgt van mij een nieuwe link.
chat-button-join = Naar de groepschat

# $code (tekst), $username (tekst): de bot zelf
chat-code =
    <b>Zo koppel je de groepschat</b>
    1. Maak in Telegram een groep, met alleen jezelf en mij (@{ $username }) erin. Je deelnemers nodig ik zelf uit.
    2. Open de groep, tik op de naam, dan op Bewerken, en maak mij beheerder. Laat aanstaan: <i>gebruikers toevoegen</i> en <i>gebruikers blokkeren</i>.
    3. Stuur in die groep dit bericht (tik erop om het te kopiëren):

    <code>/koppel { $code }</code>

    De code werkt één keer, een dag lang, en alleen voor jou.

chat-without-sure =
    <b>Zonder groepschat verder?</b>
    Dan krijgt iedereen alles van mij in privéberichten, en stemmen jullie daar. Een chat koppelen kan later altijd nog.
chat-without-yes = Ja, zonder groepschat
chat-without-done = Goed, zonder groepschat. Iedereen krijgt alles van mij in privéberichten. Bedenk je je, dan typ je /koppel.
chat-unlink-sure =
    <b>Deze chat ontkoppelen?</b>
    De chat zelf blijft bestaan; ik zeg er niets meer en laat er niemand meer in. Tot er een andere chat is, gaat alles in privéberichten.
chat-unlink-yes = Ja, ontkoppel
chat-unlink-done = De chat is ontkoppeld. Met /koppel koppel je een andere.

## /koppel in de chat zelf

chat-link-no-code = Zet je code erachter: <code>/koppel CODE</code>. Je krijgt hem in ons privégesprek, met /koppel.
chat-link-unknown-code = Die code ken ik niet. In ons privégesprek krijg je met /koppel een nieuwe.
chat-link-used = Die code is al gebruikt. In ons privégesprek krijg je met /koppel een nieuwe.
chat-link-expired = Die code is verlopen. In ons privégesprek krijg je met /koppel een nieuwe.
chat-link-has-chat = Je groep heeft al een groepschat. Wil je liever deze, ontkoppel dan eerst de andere: met /koppel in ons privégesprek.
chat-link-taken = Deze chat is al van een andere groep. Maak voor deze groep een nieuwe.
chat-link-done-before = Deze chat is al gekoppeld.
chat-link-history =
    Nog niet: wie erbij komt, zou hier oude berichten kunnen lezen. Zet bij de instellingen van de groep <i>Geschiedenis voor nieuwe leden</i> op <i>Verborgen</i>, en stuur je bericht daarna nog eens. De code blijft geldig.
chat-link-rights = Nog niet: ik mis hier nog iets. { $rights } Stuur je bericht daarna nog eens; de code blijft geldig.
chat-right-both = Maak mij beheerder, en laat <i>gebruikers toevoegen</i> en <i>gebruikers blokkeren</i> aanstaan.
chat-right-invite = Zet bij mij als beheerder <i>gebruikers toevoegen</i> aan: zo laat ik je deelnemers binnen.
chat-right-restrict = Zet bij mij als beheerder <i>gebruikers blokkeren</i> aan: zo houd ik anderen buiten.
chat-link-not-allowed = Deze opdracht is voor de begeleider.
chat-anonymous = Ik zie hier niet wie je bent, omdat je anoniem beheert. Zet <i>Anoniem blijven</i> even uit bij je beheerdersrechten, of stuur me dit in ons privégesprek.
chat-hint = Hallo! Deze groep is nog niet gekoppeld. De begeleider haalt in ons privégesprek met /koppel een code op, en stuurt die hier.
chat-not-here = Dat doe ik liever onder vier ogen. Stuur het me in ons privégesprek.
chat-look-private = Ik heb je in ons privégesprek geantwoord.
chat-start-first = Daarvoor moeten we elkaar privé kunnen spreken. Open mij (@{ $username }) en tik op Start.
chat-button-not-yours = Deze knop is voor de deelnemers van deze groep.

## In de chat

# $number (getal)
chat-opened =
    <b>Welkom in de chat van groep { $number }.</b>
    Hier regelen we de intervisie: data, plaats en wie wanneer inbrengt.
    <b>Geen casussen hier, en niets wat in de bijeenkomst gezegd is.</b> Die blijven in de kamer. Wat alleen jou aangaat, stuur je mij privé.
# $name (tekst): de voornaam, $municipality (tekst)
chat-welcome = Welkom { $name }, uit { $municipality }! Fijn dat je er bent.

## Uitgenodigd, en voor de deur

chat-invited =
    <b>Je groep heeft een groepschat.</b>
    Tik op de knop en vraag om toegang; ik laat je meteen binnen. Alleen de deelnemers en de begeleider komen erin.
    Liever niet? Dan krijg je over een week alles van mij in dit gesprek.
# $number (getal), voor wie de groep begeleidt
chat-invited-leader = Groep { $number } heeft een groepschat, en jij bent er nog niet in. Tik op de knop; ik laat je meteen binnen.
chat-turned-away = Dank je voor je verzoek. Deze chat is alleen voor de deelnemers van één groep, dus ik kan je er niet in laten. Denk je dat dit niet klopt? Bel of mail dan het bureau.

## Aan wie de groep begeleidt

chat-linked-told = <b>De chat van groep { $number } is gekoppeld.</b>
# $number (getal): hoeveel een link krijgen
chat-linked-invites =
    { $number ->
        [0] Iedereen is er al.
        [one] Eén van jullie krijgt van mij een link om erin te komen. Wie er niet bij hoort, laat ik niet binnen; dat hoor je dan.
       *[other] { $number } van jullie krijgen van mij een link om erin te komen. Wie er niet bij hoort, laat ik niet binnen; dat hoor je dan.
    }
# $name (tekst), $number (getal): de groep
chat-not-joined = { $name } is na een week nog niet in de chat van groep { $number }. Geen probleem: alles gaat voortaan ook privé naar { $name }.
# $name (tekst): zoals iemand zich in Telegram noemt
chat-stranger-turned-away = <b>{ $name }</b> vroeg om in de chat van groep { $number } te komen, maar hoort niet bij de groep. Ik heb het vriendelijk afgewezen. Je hoeft niets te doen.
chat-stranger-inside = <b>{ $name }</b> is in de chat van groep { $number }, maar hoort niet bij de groep. Zolang je niet gekeken hebt, zeg ik daar niets.
chat-stranger-nameless = Iemand
chat-not-removed = <b>{ $name }</b> kan ik niet uit de chat van groep { $number } halen: beheerders mag ik niet verwijderen. Doe jij dat? Open de groep, tik op de naam, en haal { $name } eruit.
chat-removing = Ik haal <b>{ $name }</b> uit de chat.
chat-removed-before = <b>{ $name }</b> is niet (meer) in de chat.
chat-belongs-now = <b>{ $name }</b> hoort nu bij de groep, en blijft dus in de chat.
chat-seat-gone = Hier valt niets meer te doen: die persoon of die groep ken ik niet meer.

# $number (getal): de groep, $unknown (getal): hoeveel onbekenden
chat-trouble-difference =
    <b>Er { $unknown ->
        [one] zit iemand
       *[other] zitten { $unknown } mensen
    } in de chat van groep { $number } die ik niet ken.</b>
    Ik kan niet zien wie. Open de groep, tik op de naam en kijk bij de leden. Wie er niet bij hoort, haal je eruit. Zolang je niet hebt gekeken, zeg ik daar niets; wat niet kan wachten, stuur ik privé.
chat-trouble-stranger = <b>In de chat van groep { $number } is iemand die er niet bij hoort.</b> Zolang je niet hebt gekeken, zeg ik daar niets; wat niet kan wachten, stuur ik privé.
chat-trouble-history = <b>Nieuwe leden kunnen in de chat van groep { $number } oude berichten lezen.</b> Zet bij de instellingen van de groep <i>Geschiedenis voor nieuwe leden</i> op <i>Verborgen</i>. Tot dan zeg ik daar niets.
chat-trouble-rights = <b>In de chat van groep { $number } mis ik een recht.</b> Maak mij weer beheerder, met <i>gebruikers toevoegen</i> en <i>gebruikers blokkeren</i> aan. Dan ga ik vanzelf verder. Wat niet kan wachten, stuur ik tot dan privé.
chat-trouble-removed = <b>Ik ben uit de chat van groep { $number } gehaald.</b> Voeg mij weer toe als beheerder, dan ga ik vanzelf verder. Of koppel een andere chat. Wat niet kan wachten, stuur ik tot dan privé; de rest bewaar ik.
chat-trouble-gone = <b>De chat van groep { $number } is er niet meer.</b> Maak een nieuwe en koppel die, of ga zonder verder. Wat niet kan wachten, stuur ik privé; de rest bewaar ik.
chat-trouble-unlinked = De chat van groep { $number } is ontkoppeld.
chat-restored = Alles is weer in orde met de chat van groep { $number }. Ik ga daar verder.
chat-leader-outside = <b>Je bent niet meer in de chat van groep { $number }.</b> Vergissing? Laat je weer toevoegen, of koppel met /koppel een andere chat. Het bureau weet het ook.
# $name (tekst): de begeleider
chat-leader-outside-office = { $name } is niet meer in de chat van groep { $number }. Misschien een vergissing; bel even.

chat-looked-settled = Dank je. Ik ga verder in de chat van groep { $number }.
chat-looked-changed = Intussen is er iets veranderd. Kijk je nog eens?
chat-looked-asked-again = Ik kijk het nu na. Klopt alles weer, dan hoor je dat meteen.
chat-looked-nothing = Er is niets meer aan de hand: ik ga gewoon verder in de chat.
