# Wie brengt in: het rooster, ruilen, een casus aanbieden.

rota-title = <b>Wie brengt in</b>
# $group (getal): het nummer van de groep
rota-title-leader = <b>Groep { $group }: wie brengt in</b>
# $moment (tekst): dag en tijd; $presenters (tekst): namen; $reserve (tekst): naam
rota-line =
    <b>{ $moment }</b>
    { $presenters } · reserve: { $reserve }
rota-nobody = nog niemand
rota-not-divided = nog niet verdeeld
rota-posted =
    <b>Het rooster staat.</b>
    Elke keer brengen twee van jullie een casus in; een derde is reserve, en die brengt de keer daarna in.
rota-posted-more = Ruilen, of heb je een casus voor een andere keer? Stuur me privé /rooster.
rota-empty = Er staan nog geen bijeenkomsten waarop jullie inbrengen. Zodra de data vastliggen, verdeel ik de beurten.
rota-empty-leader = Er staan nog geen bijeenkomsten waarop deelnemers inbrengen. Leg eerst de data vast.
rota-member-waits = De beurten zijn nog niet verdeeld. Je hoort het zodra je begeleider ze heeft vastgesteld.
rota-no-group = Je zit nog niet in een groep. Met /mijn zie je waar je staat.

# Voor de begeleider.
rota-proposal = Dit is mijn voorstel; nog niemand heeft het gezien.
rota-changed = Er is intussen iets veranderd. Kijk nog even mee voor je het vaststelt.
rota-nothing = Er is niets te verdelen: alle beurten staan.
rota-told-done = Gedaan. De groep ziet het rooster, en wie aan de beurt is hoort het ook apart.
# $fewest, $most (getal): hoe vaak iemand inbrengt
rota-why-equal = Over alle cycli heen brengt iedereen { $most ->
        [one] één keer
       *[other] { $most } keer
    } in.
rota-why-fair = Over alle cycli heen brengt iedereen { $fewest } of { $most } keer in.
rota-why-uneven = Over alle cycli heen loopt het uiteen van { $fewest } tot { $most } keer.
rota-why-kept = Niemand brengt twee keer achter elkaar in, en wie reserve is brengt de keer erna in.
rota-why-broken = Dit kon niet anders, of is met de hand gekozen:
# $name (tekst): wie; $day (tekst): welke dag
rota-fault-cannot-come = { $name } kan er { $day } niet bij zijn
rota-fault-twice-in-a-row = { $name } brengt twee keer achter elkaar in ({ $day })
rota-fault-uneven = { $name } komt vaker aan de beurt dan anderen
rota-fault-not-next = { $name } was de keer ervoor reserve en brengt { $day } niet in
rota-fault-hosts = { $name } ontvangt de groep { $day } ook al
rota-divide = Verdeel de beurten
rota-divide-again = Opnieuw verdelen
rota-confirm = Zo doen we het
rota-edit = Zelf wijzigen
rota-edit-which = Welke bijeenkomst wil je wijzigen?
rota-edit-place = Wie wil je vervangen op <b>{ $day }</b>?
rota-edit-presenter = Inbrenger: { $name }
rota-edit-reserve = Reserve: { $name }
rota-edit-who-presenter = Wie brengt er in op <b>{ $day }</b>, in plaats van { $name }?
rota-edit-who-reserve = Wie wordt er reserve op <b>{ $day }</b>, in plaats van { $name }?
rota-edit-person-cannot = { $name } (kan niet)
rota-edit-person-there = { $name } (wisselt van plek)
rota-edit-nobody = Niemand
rota-edit-back = Terug
rota-edit-breaks = Dat kan, maar dan geldt wel:
rota-edit-anyhow = Toch doen
rota-edit-done = Gewijzigd. Wie het aangaat hoort het van me.
rota-edit-done-untold = Gewijzigd in het voorstel.
rota-edit-already = Zo stond het al.
rota-edit-too-late = Die bijeenkomst is begonnen of gaat niet door, dus daar valt niets meer te wisselen.
rota-edit-not-a-member = Die zit niet (meer) in deze groep. Kies een ander.
rota-rules = Instellingen van deze groep
# $number (getal): de hoeveelste bijeenkomst, of hoeveel mensen
rota-rules-from = Deelnemers brengen een casus in vanaf bijeenkomst <b>{ $number }</b> van de eerste cyclus.
rota-rules-quorum = Komen er minder dan <b>{ $number }</b> (of iedereen op één na, als dat minder is), dan vraag ik jou of het doorgaat.
rota-rules-set-from = Vanaf bijeenkomst { $number }
rota-rules-set-quorum = Minstens { $number } mensen
rota-rules-done = Genoteerd.
rota-rules-odd = Dat kan hier niet. Kies een van de knoppen.

# Wie een beurt heeft.
rota-turns-told = <b>Jouw beurten</b>
rota-turn-presenter = { $day }: je brengt een casus in, samen met { $others }
rota-turn-presenter-alone = { $day }: je brengt een casus in
rota-turn-reserve = { $day }: je bent reserve
rota-turns-more = Komt het niet uit? Met /rooster kun je ruilen.
rota-changed-presenter = Je brengt <b>{ $day }</b> een casus in, samen met { $others }.
rota-changed-presenter-alone = Je brengt <b>{ $day }</b> een casus in, voorlopig als enige.
rota-changed-stepped-up = Je was reserve voor <b>{ $day }</b>, en nu ben je aan de beurt: je brengt een casus in, samen met { $others }.
rota-changed-stepped-up-alone = Je was reserve voor <b>{ $day }</b>, en nu ben je aan de beurt: je brengt een casus in.
rota-changed-reserve = Je bent reserve voor <b>{ $day }</b>. Grote kans dat je casus blijft liggen, en dan breng je de keer daarna in.
rota-changed-reserve-down = Je hoeft <b>{ $day }</b> geen casus in te brengen; je bent dan reserve.
rota-changed-none = Je hebt geen beurt meer op <b>{ $day }</b>. Heb je al iets voorbereid, bewaar het voor een volgende keer.
# Aan de begeleider.
rota-changed-leader = Het rooster voor <b>{ $day }</b> is veranderd.
rota-changed-leader-several = Er is iets veranderd in wie er inbrengt. Zo staat het nu:
rota-now-is = Nu brengen in: { $presenters } · reserve: { $reserve }
rota-gap = Er is niemand meer die dit kan overnemen. Je kunt zelf iemand aanwijzen.
rota-look = Kijk even of dit kan:
rota-reminder = De data van groep { $group } staan, maar de beurten zijn nog niet vastgesteld. Zullen we dat nu doen?
rota-waits = Groep { $group } heeft data, maar nog geen inbrengers: { $facilitator } heeft het rooster nog niet vastgesteld.
rota-waits-nobody = Groep { $group } heeft data, maar nog geen inbrengers, en ook niemand die de groep begeleidt.

# Een casus aanbieden.
volunteer-have = Ik heb een casus
volunteer-which = Mooi! Voor welke bijeenkomst heb je een casus?
volunteer-none = Er is nu geen bijeenkomst waarvoor je je casus kunt aanbieden: je brengt er al in, of je kunt er niet bij zijn.
volunteer-presents = Fijn, er was nog plek: je brengt <b>{ $day }</b> een casus in.
volunteer-noted = Genoteerd. Bij het verdelen van de beurten houd ik er rekening mee, zolang het eerlijk blijft.
volunteer-asked = Ik vraag je begeleider of het past op <b>{ $day }</b>. Je hoort het van me.
volunteer-asked-before = Dat had je al gezegd; je hoort het van me.
volunteer-already = Je brengt <b>{ $day }</b> al een casus in.
volunteer-cannot-come = Voor <b>{ $day }</b> gaf je aan dat je niet kunt. Kom je toch? Laat het me eerst weten met /afmelden.
volunteer-not-possible = Voor die bijeenkomst kan dat niet meer.
volunteer-card = <b>{ $name }</b> heeft een casus voor <b>{ $day }</b> en wil graag inbrengen. Nu staat er: { $presenters } · reserve: { $reserve }.
volunteer-way-presenter = In plaats van { $name }
volunteer-way-reserve = Als reserve, in plaats van { $name }
volunteer-way-empty = Op de lege plek
volunteer-way-reserve-empty = Als reserve
volunteer-way-breaks = In plaats van { $name } betekent: { $faults }.
volunteer-stays = Het rooster blijft zo
volunteer-granted = Gedaan. Ik vertel het { $name } en wie er verder van moet weten.
volunteer-declined = Goed, het blijft zo. Ik laat het { $name } weten.
volunteer-gone = Dit is al geregeld, of het kan niet meer.
volunteer-reminder = Er ligt nog een vraag voor je.
volunteer-told-presenter = Je casus voor <b>{ $day }</b> past: je brengt dan in.
volunteer-told-reserve = Voor <b>{ $day }</b> ben je reserve geworden met je casus. Grote kans dat je de keer daarna inbrengt.
volunteer-told-no = Op <b>{ $day }</b> lukt het niet met je casus; het rooster blijft zoals het is. Bewaar 'm, er komt een beurt.

# Ruilen.
swap-offer = Een beurt ruilen
swap-which = Welke beurt wil je ruilen?
swap-none = Je hebt nu geen beurt die je kunt ruilen.
swap-with-whom = Met wie wil je <b>{ $day }</b> ruilen? Ik vraag het privé; wie het eerst ja zegt, heeft 'm.
swap-with-anyone = Iedereen bij wie het past
swap-with = { $name }, { $day }
swap-nobody = Er is niemand met wie je <b>{ $day }</b> kunt ruilen. Kun je er echt niet bij zijn? Meld je dan af met /afmelden.
swap-asked = { $people ->
        [one] Gevraagd. Zodra er antwoord is hoor je het.
       *[other] Gevraagd aan { $people } mensen. Wie het eerst ja zegt, heeft 'm; je hoort het meteen.
    } Tot die tijd blijft <b>{ $day }</b> van jou.
swap-asked-before = Voor <b>{ $day }</b> staat al een vraag uit.
swap-not-yours = Die beurt heb je niet (meer).
swap-take-back = Toch niet ruilen
swap-taken-back = Goed, je beurt blijft van jou.
swap-question-presenter = <b>{ $name }</b> zoekt een ruil: de beurt van <b>{ $day }</b> tegen een van jou. Wil je ruilen?
swap-question-reserve = <b>{ $name }</b> zoekt een ruil als reserve: <b>{ $day }</b> tegen een keer van jou. Wil je ruilen?
swap-accept = Ja, tegen { $day }
swap-decline = Nee, liever niet
swap-declined = Prima, dan blijft jouw beurt zoals die is.
swap-reminder = Er wacht nog iemand op je antwoord.
swap-gone = Deze ruil is al geregeld, of niet meer nodig. Met /rooster zie je hoe het nu staat.
swap-done-presenter = Geruild met { $name }: jij brengt nu in op <b>{ $day }</b>, niet meer op { $old }.
swap-done-reserve = Geruild met { $name }: jij bent nu reserve op <b>{ $day }</b>, niet meer op { $old }.
swap-to-decide = Deze ruil raakt aan een afspraak over het rooster. Ik leg 'm eerst voor aan je begeleider, en je hoort het van me.
swap-decide-card = <b>{ $one }</b> en <b>{ $other }</b> willen ruilen: { $day } tegen { $other_day }. Dan geldt wel:
swap-allow = Goed, ruilen
swap-refuse = Liever niet
swap-allowed = Gedaan: ze hebben geruild en horen het van me.
swap-refused = Goed, alles blijft zoals het was. Ik laat het ze weten.
swap-failed-refused = De ruil van je beurt op <b>{ $day }</b> gaat niet door. De beurt blijft van jou; met /rooster kun je het nog eens proberen.
swap-failed-lapsed = De ruil voor <b>{ $day }</b> is verlopen. Iedereen houdt de eigen beurt.
