# Groepen: samenstellen, publiceren, begeleiden, en komen en gaan.

## Welke groep

group-leads-none = Je begeleidt nu geen groep. Zodra het bureau er een voor je publiceert, hoor je het van me.
group-which = Om welke groep gaat het?
# $number (getal): nummer van de groep; $places (tekst): een paar gemeenten
group-which-one = Groep { $number } ({ $places }…)

## /groepen

group-overview-title = <b>Groepen</b>
# $number (getal): nummer van de groep; $people (getal): hoeveel erop staan
group-line-draft =
    { $people ->
        [0] Groep { $number }: concept, nog niemand gekozen
        [one] Groep { $number }: concept, één gekozen
       *[other] Groep { $number }: concept, { $people } gekozen
    }
# $leader (tekst): wie de groep begeleidt
group-line = Groep { $number }: { $people } deelnemers, { $leader }
group-line-leaderless = Groep { $number }: { $people } deelnemers, <b>zonder begeleider</b>
group-show = Groep { $number }
group-new = Nieuwe groep
group-who-lacks = Wie nog iets mist
group-to-overview = Alle groepen
group-free-none = Niemand wacht nu op een groep.
group-free =
    { $people ->
        [one] <b>Eén persoon wacht op een groep.</b>
       *[other] <b>{ $people } mensen wachten op een groep.</b>
    }
# $fewest, $most (getallen): in hoeveel groepen dat kan
group-divides =
    { $fewest ->
        [one] Dat past in één groep.
       *[other] Dat past in { $fewest } groepen.
    }
group-divides-between = Dat past in { $fewest } tot { $most } groepen.
# $wait (getal): hoeveel er dan moeten wachten; $more (getal): hoeveel er anders bij moeten
group-divides-not = Een groep heeft er 6 tot 8, en { $people } mensen kun je zo niet verdelen. Het lukt wel als je er { $wait } op een volgende groep laat wachten, of met { $more } erbij.
group-divides-too-few = Een groep heeft er 6 tot 8, dus er moeten er nog { $more } bij.
group-lacking =
    { $number ->
        [one] Eén persoon had een intake en mist nog iets.
       *[other] { $number } mensen hadden een intake en missen nog iets.
    }
group-lacking-title = <b>Deze mensen kun je nog niet kiezen.</b> Ze gaan door na hun intake, en moeten nog iets aanvullen.
# $who (tekst): naam en gemeente; $missing (tekst): opsomming
group-lacking-line = { $who }: { $missing }
group-lacks-municipality = de gemeente (die is opgeheven)
group-lacking-nobody = Niemand mist nog iets.
group-gone = Dit concept is er niet meer: het is gepubliceerd of weggegooid. Met /groepen zie je wat er wel is.

## De kaart van een concept

group-draft-title = <b>Groep { $number }, concept.</b> Niemand hoort hier iets van tot je publiceert.
# $direction (tekst): windrichting
group-candidate =
    { $number }. <b>{ $name }</b>, { $municipality } ({ $direction })
    { $party } · { $portfolios }
group-lost = <b>{ $name }</b> mist inmiddels iets, of doet niet meer mee.
group-direction-north = noord
group-direction-east = oost
group-direction-south = zuid
group-direction-west = west
group-facilitator = Begeleider: { $name }
# $held (getal): hoeveel van deze intakes diegene hield
group-facilitator-default =
    { $held ->
        [one] Begeleider: { $name }, die een van deze intakes hield
       *[other] Begeleider: { $name }, die { $held } van deze intakes hield
    }
group-facilitator-none = Nog geen begeleider.
group-ready = <b>Klaar om te publiceren.</b>
group-not-yet-too-few =
    { $missing ->
        [one] Nog niet te publiceren: een groep heeft 6 tot 8 mensen, dus er moet er nog één bij.
       *[other] Nog niet te publiceren: een groep heeft 6 tot 8 mensen, dus er moeten er nog { $missing } bij.
    }
group-not-yet-too-many = Nog niet te publiceren: een groep heeft 6 tot 8 mensen, dus er moeten er { $surplus } af.
group-not-yet-lacking = Nog niet te publiceren: bij { $names } mist inmiddels iets, of diegene doet niet meer mee. Wacht op de aanvulling, of kies iemand anders.
group-not-yet-one-municipality = Nog niet te publiceren: er zijn twee mensen uit één gemeente bij. Haal een van de twee eraf.
group-not-yet-no-facilitator = Nog niet te publiceren: kies eerst een begeleider.
group-publish = Publiceren
group-choose = Iemand erbij
group-drop = Iemand eraf
group-choose-facilitator = Begeleider kiezen
group-throw-away = Concept weggooien
group-to-card = Terug naar de kaart

## Kiezen

group-candidates-none = Er is nu niemand om te kiezen.
group-candidates-title = <b>Wie komt erbij in groep { $number }?</b> Er wachten er { $people }, en er staan er { $picked } op de kaart.
group-picked = <b>{ $name } staat erbij.</b>
group-dropped = <b>{ $name } is eraf.</b>
# $other (tekst): wie er al op staat
group-refused-municipality = <b>{ $name } kan er niet bij:</b> { $other } is ook van { $municipality }, en twee uit één gemeente gaat niet. Kies een ander.
group-refused-full = <b>Er staan er al acht op.</b> Haal er eerst iemand af.
group-refused-taken = <b>{ $name } is al gekozen,</b> voor deze groep of voor een andere. Kies een ander.
group-refused-no-candidate = <b>Diegene kun je niet (meer) kiezen.</b> Kies een ander.
group-not-on-card = <b>Diegene stond niet (meer) op de kaart.</b>
group-drop-question = <b>Wie gaat eraf in groep { $number }?</b>

## Wat ze gemeen hebben

# $words (tekst): opsomming; $rest (getal): hoeveel er niet genoemd zijn
group-ground-portfolios =
    { $rest ->
        [0] Zelfde portefeuille: { $words }
       *[other] Zelfde portefeuille: { $words }; en nog { $rest }
    }
group-ground-parties = Zelfde partij: { $words }
group-ground-near =
    { $rest ->
        [0] Dicht bij elkaar: { $words }
       *[other] Dicht bij elkaar: { $words }; en nog { $rest } keer
    }
# $minutes (getal): reistijd
group-ground-pair = { $one } en { $other }, ongeveer { $minutes } min
group-ground-directions = Windrichting: { $words }
# $days, $parts (teksten): opsommingen
group-ground-days = Iedereen kan op { $days }, in de { $parts }.
group-ground-no-days = Er is geen dag en dagdeel waarop iedereen zegt te kunnen.
group-ground-journey = Langste reis: ongeveer { $minutes } min, voor { $first } naar { $municipality }.
group-ground-beyond = Verder dan gewenst: { $words }.
# $minutes (getal): hoe ver iemand wil reizen
group-ground-limit = { $first } wil hooguit { $minutes } min
group-ground-apart = <b>Let op:</b> { $who } zit liever niet samen met { $whom } uit { $municipality }.
# $number (getal): hoeveel keer nog
group-ground-apart-more = <b>En zo nog { $number } keer.</b>
# $number (getal): hoeveel mensen
group-ground-many = { $number } van hen
group-ground-anybody = iemand
group-ground-nothing = { $first } heeft niets gemeen met de anderen: geen portefeuille, geen partij, geen buurgemeente.

## De begeleider kiezen

group-facilitator-question = Wie begeleidt groep { $number }? Erachter staat hoeveel van deze intakes iemand hield.
group-facilitator-choice = { $name } ({ $held })
group-facilitators-none = Er is nog geen begeleider. Met /uitnodigen nodig je er een uit.
group-no-facilitator = Die is geen begeleider (meer). Kies je een ander?

## Publiceren

group-publish-sure =
    <b>Groep { $number } publiceren?</b>
    Deze { $people } mensen en begeleider { $facilitator } krijgen dan bericht, ieder apart.
group-member = · { $who }
group-publish-sure-end = Daarna kun je niet meer schuiven. Iemand eruit halen of een nieuwkomer voorstellen kan wel.
group-publish-yes = Ja, publiceer
group-publish-no = Nee, nog niet
group-published = <b>Groep { $number } is gepubliceerd.</b> Alle { $people } en de begeleider krijgen bericht.
# $moment (tekst): dag en tijd
group-published-later = <b>Groep { $number } is gepubliceerd.</b> Ik stoor nu niemand: alle { $people } en de begeleider krijgen bericht op { $moment }.
group-published-before = Groep { $number } was al gepubliceerd. Er is niets dubbel verstuurd.
group-changed = <b>De kaart is veranderd</b> sinds je hem las. Er is nog niets verstuurd; kijk je nog eens?
group-throw-away-sure = Concept van groep { $number } weggooien? Wie erop staat, kun je daarna weer kiezen.
group-throw-away-yes = Ja, gooi weg
group-throw-away-no = Nee, bewaar
group-thrown-away = Het concept van groep { $number } is weg. Wie erop stond, kun je weer kiezen.

## Een groep die gepubliceerd is

group-led-title = <b>Groep { $number }</b>
group-led-stand-in = Begeleider: { $facilitator }; { $stand_in } neemt waar
group-led-by-nobody = <b>Nog geen begeleider.</b>
group-led-short = De groep is nu met { $people }. Doorgaan of aanvullen?
group-led-newcomer = Aan de deelnemers is gevraagd of een nieuwkomer past. De uitkomst volgt.
group-member-out-of-office = · { $who } (geen wethouder meer, maakt de cyclus af)
group-not-yours = Deze groep is niet (meer) van jou, of bestaat niet meer. Met /help zie je wat je kunt doen.
group-member-leaving-office = · { $who } (geen wethouder meer)
group-member-title = <b>{ $who }</b>, groep { $number }
# $day (tekst): sinds welke dag
group-member-since = Geen wethouder meer sinds { $day }.
group-read-goals = Leerpunten
group-give-back = Waarneming stoppen
group-choose-stand-in = Vervanger kiezen
group-other-facilitator = Andere begeleider
group-other-facilitator-question = Wie begeleidt groep { $number } voortaan? Alle deelnemers horen het.
group-stand-in-question = Wie neemt groep { $number } een tijd waar? De vervanger kan dan alles wat de begeleider kan, tot het wordt teruggegeven.
group-no-other-facilitator = Er is geen andere begeleider.
group-lead-changed = <b>Geregeld.</b> Wie het moet weten, krijgt bericht.
group-show-led = Wie zitten erin

## Nieuwkomers

group-newcomer-find = Nieuwkomer zoeken
group-newcomer-take-back = Vraag over nieuwkomer intrekken
group-newcomer-none = Er is nu niemand die hierbij zou passen.
group-newcomer-title = <b>Wie zou passen in groep { $number }?</b> Wie uit een gemeente komt die er al in zit, staat er niet bij.
# $people (getal): aan hoeveel deelnemers het gevraagd wordt
group-newcomer-sure = Ik vraag het de { $people } deelnemers van groep { $number } ieder apart. Alleen als iedereen het goedvindt, komt diegene erbij; wie wat antwoordt, hoort niemand.
group-newcomer-ask = Vraag het de groep
group-newcomer-proposed = <b>Gevraagd.</b> Je hoort de uitkomst als iedereen antwoordde, en anders over vijf dagen.
group-newcomer-busy = Deze groep krijgt al een vraag over een ander. Wacht die even af, of trek hem in.
group-newcomer-municipality = Dat kan niet: er zit al iemand uit die gemeente in. Kies een ander.
group-newcomer-full = Dat kan niet: de groep is met acht al vol.
group-newcomer-taken-back = De vraag is ingetrokken. Er verandert niets aan de groep.
group-newcomer-over = Deze vraag is al afgerond. Dank je wel.
# $who (tekst): naam en gemeente
group-told-newcomer = <b>{ $who }</b> zou bij jullie groep kunnen komen. Niemand hoort wat jij antwoordt, en een reden hoeft niet. Past dat voor jou?
group-told-newcomer-again = Ik hoor graag nog van je of <b>{ $who }</b> in je groep past. Een reden hoeft niet, en niemand hoort wat jij antwoordt.
group-fits = Past
group-fits-not = Past niet
group-newcomer-fits = Je antwoord over { $who }: <b>past</b>. Wijzigen kan nog, tot iedereen heeft geantwoord.
group-newcomer-not = Je antwoord over { $who }: <b>past niet</b>. Wijzigen kan nog, tot iedereen heeft geantwoord.
group-told-newcomer-joined = <b>{ $who }</b> komt bij groep { $number }, en krijgt bericht.
group-told-newcomer-refused = <b>{ $who }</b> komt niet bij groep { $number }. Waarom niet, vraag en vertel ik niet.
group-told-newcomer-withdrawn = De vraag of <b>{ $who }</b> in groep { $number } past, is vervallen.
group-told-newcomer-comes = <b>{ $who }</b> komt bij jullie groep.

## Wat deelnemers en begeleider horen

# $people (getal): met hoeveel anderen
group-told-published = <b>Je groep is er: groep { $number }.</b> Dit zijn de { $people } anderen:
group-told-next =
    Je begeleider is <b>{ $leader }</b>.
    Wat er nu komt: { $first } stelt een paar data voor de eerste bijeenkomst voor. Die leg ik je hier voor, en je antwoordt met één tik per datum.
group-told-next-planned =
    Je begeleider is <b>{ $leader }</b>.
    Met /groep zie je wat er al vaststaat.
group-told-assigned = <b>Je begeleidt groep { $number }, met { $people } deelnemers:</b>
group-told-stand-in = <b>Je neemt groep { $number } waar voor { $facilitator }.</b> Je kunt alles wat de begeleider kan. Dit zijn de deelnemers:
group-told-assigned-next = De deelnemers horen dat jij het bent. Eerst prikken we een datum voor de eerste bijeenkomst.
group-told-assigned-planned = De deelnemers horen dat jij het bent. Wat er al vaststaat, zie je met /agenda.
group-first-dates = Eerste datum prikken
group-told-led-by-other = Groep { $number } wordt nu begeleid door <b>{ $leader }</b>. Je hoeft niets meer te doen.
group-told-led-again = Je begeleidt groep { $number } weer zelf. Met /agenda zie je wat er op je wacht.
group-told-stood-in-for = <b>{ $stand_in }</b> neemt groep { $number } een tijd voor je waar.
group-told-led-no-longer = Je begeleidt groep { $number } niet meer.
group-told-leader = Je groep wordt vanaf nu begeleid door <b>{ $leader }</b>.
group-told-leader-stand-in = <b>{ $leader }</b> neemt je groep een tijd waar voor { $facilitator }.
group-told-without-leader = <b>Groep { $number } heeft geen begeleider.</b> De { $people } deelnemers kunnen niet verder tot je er een kiest.
# $name, $municipality (teksten): in een zin
group-who-from = { $name } uit { $municipality }
group-told-member-left =
    { $people ->
        [0] <b>{ $who }</b> doet niet meer mee in groep { $number }. Er is niemand meer over, dus de groep is gestopt.
        [one] <b>{ $who }</b> doet niet meer mee in groep { $number }. Er blijft één deelnemer over.
       *[other] <b>{ $who }</b> doet niet meer mee in groep { $number }. Jullie zijn nu met { $people } deelnemers.
    }
group-told-member-gone = <b>{ $who }</b> doet niet meer mee in jullie groep.
group-told-costs = <b>{ $who }</b> doet niet meer mee in groep { $number }. De groep was al gepubliceerd: breng je de kosten in rekening?
group-told-costs-again = Je besluit nog over de kosten voor <b>{ $who }</b>, die uit groep { $number } ging.
group-costs-due = Kosten in rekening
group-costs-waived = Geen kosten
group-costs-are-due = { $who }: de kosten worden in rekening gebracht. Dat is vastgelegd.
group-costs-are-waived = { $who }: er worden geen kosten in rekening gebracht. Dat is vastgelegd.

## Met minder dan zes

group-told-short =
    { $people ->
        [one] <b>In groep { $number } is nog één deelnemer over.</b> Gaat de groep zo door, of zoeken we aanvulling? Doorgaan kan als begeleider en coördinator dat allebei willen.
       *[other] <b>Groep { $number } is nu met { $people }.</b> Gaat de groep zo door, of zoeken we aanvulling? Doorgaan kan als begeleider en coördinator dat allebei willen.
    }
group-told-short-again = Groep { $number } is met { $people }: doorgaan of aanvullen? Hoor ik niets, dan gaat de groep over drie dagen zo door.
group-short-go-on = Zo doorgaan
group-short-fill-up = Aanvullen
group-short-noted-leader = Genoteerd: zo doorgaan. Nu het bureau nog.
group-short-noted-office = Genoteerd: zo doorgaan. Nu de begeleider nog.
group-told-short-goes-on = Groep { $number } gaat door, met { $people }.
group-told-short-fills-up = Groep { $number } wordt aangevuld. Het bureau zoekt een nieuwkomer, en de deelnemers krijgen er eerst een vraag over.
group-told-short-find = Groep { $number } is met { $people } en wordt aangevuld. Zoek je een nieuwkomer?
group-short-after-all = Toch zo doorgaan

## Geen wethouder meer

group-own = Je zit in <b>groep { $number }</b>.
group-own-finishing = Je zit in <b>groep { $number }</b> en maakt de cyclus af; een volgende cyclus is er niet bij.
group-own-asked = Je zit in <b>groep { $number }</b>. Je begeleider zegt nog of je deze cyclus afmaakt; tot dan doe je gewoon mee.
group-leave-office = Ik ben geen wethouder meer
group-office-question = <b>Ben je geen wethouder meer?</b> Je kunt deze cyclus afmaken, als je begeleider het ermee eens is, of nu stoppen. Ontvangen in je gemeente hoeft dan niet meer, en een volgende cyclus is er niet bij.
group-office-finish = Deze cyclus afmaken
group-office-stop = Nu stoppen
group-office-no = Toch wel: ik blijf wethouder
group-office-asked = Fijn dat je het zegt. Ik vraag het je begeleider; tot die antwoordt, doe je gewoon mee.
group-office-stopped = Je doet niet meer mee, en wie het moet weten krijgt bericht. Of er kosten zijn, hoor je van het bureau. Dank je wel, en het ga je goed.
group-leave-sure = Wil je stoppen? Je gaat dan ook uit je groep. Je hoeft niet te zeggen waarom. Het bureau beslist of er kosten zijn.
group-told-leaver = <b>{ $who }</b> is geen wethouder meer en wil deze cyclus graag afmaken. Ben je het daarmee eens?
group-told-leaver-again = Ik hoor graag nog van je of <b>{ $who }</b>, geen wethouder meer, deze cyclus afmaakt.
group-leaver-finish = Afmaken
group-leaver-stop = Nu stoppen
# $name (tekst): voornaam
group-leaver-finishes = { $name } maakt de cyclus af, en krijgt dat te horen.
group-leaver-stops = { $name } doet niet meer mee, en krijgt dat te horen.
group-told-leaver-finishes = Je begeleider is het ermee eens: je maakt deze cyclus af.
group-told-leaver-stops = Je begeleider vindt het beter om nu te stoppen. Je doet niet meer mee; bel gerust als je er nog over wilt praten.
group-told-leaver-unanswered = <b>{ $who }</b> (groep { $number }) is geen wethouder meer en wil de cyclus afmaken. De begeleider antwoordt niet. Zolang niemand iets zegt, gaat het door.

## Twee uit één gemeente

# $others (tekst): wie er nog meer uit die gemeente zit
group-told-clash = <b>{ $who }</b> veranderde van gemeente, en zit nu in groep { $number } samen met { $others } uit dezelfde gemeente. Dat mag eigenlijk niet. Wat doen we?
group-clash-out = { $name } gaat eruit
group-clash-stay = Laat het zo
group-clash-left = Het blijft zoals het is.
