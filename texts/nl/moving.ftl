# /verzetten: een ander moment voor een bijeenkomst, of afzeggen. Voor de begeleider, in privé.

# $group (getal): nummer van de groep
moving-which = <b>Groep { $group }.</b> Welke bijeenkomst wil je verzetten of afzeggen?
moving-none = Voor groep { $group } staat er niets vast wat je kunt verzetten.
# $moment (tekst): dag, begin en eind; $place (tekst): gemeente, online of dat de plaats nog volgt
moving-title = <b>Verzetten: { $moment }</b> · { $place }
moving-type = Wanneer zou het wel kunnen? Typ een dag en een tijd, bijvoorbeeld <i>di 16 maart 13.00</i>. Meer mag ook, elk op een eigen regel.
moving-more = Nog een moment erbij? Typ het gewoon.
# $moment (tekst)
moving-candidate = ·  { $moment }
moving-ask = Vraag het de groep
moving-at-once = Meteen verzetten, zonder te vragen
# $moment (tekst): kort, zoals "di 9 mrt 13.00"
moving-drop = Haal { $moment } weg
moving-leave = Laat staan
moving-cancel = Afzeggen
moving-close = Sluit de stemming
# $answered, $members (getallen); $moment (tekst): wanneer de stemming sluit
moving-asking = De groep stemt, tot { $moment }. { $answered } van de { $members } hebben geantwoord.
moving-asked = De stemming is dicht; { $answered } van de { $members } hebben geantwoord. Welk moment wordt het?
# $moment (tekst); $able, $members (getallen)
moving-standing = <b>{ $moment }</b>: { $able } van de { $members } kunnen.
# $names (tekst): voornamen
moving-rather-not = ·  liever niet: { $names }
moving-unable = ·  kan niet: { $names }
# $number (getal): hoeveel mensen
moving-silent = ·  nog niets gezegd: { $number }
moving-confirm = Verzet naar { $moment }

## Wat ervan kwam

moving-moved = <b>Verzet naar { $moment }.</b> Iedereen hoort het van me, met een nieuw bestand voor de agenda. Plaats, gastheer en casussen gaan mee.
moving-already = De bijeenkomst staat al op { $moment }.
moving-left = De bijeenkomst blijft staan op { $moment }.
moving-asked-group = Ik vraag het de groep. Zodra iedereen heeft geantwoord, of de stemming sluit, hoor je wat eruit kwam.
moving-stopped = Goed, we laten het zo. Wat je typte, bewaar ik; met /verzetten ga je verder.
moving-asked-before = Ik vraag dit de groep al.
moving-no-candidates = Er is nog geen moment om voor te leggen. Typ er eerst een.
moving-not-possible = Dat moment kan niet meer: het is voorbij, of je hebt dan iets anders. Kies of typ een ander.
moving-changed = Er is intussen iets veranderd. Zo staat het nu:
moving-cancel-sure = De bijeenkomst van <b>{ $moment }</b> afzeggen? Iedereen krijgt bericht, met een bestand dat hem uit de agenda haalt.
moving-cancel-yes = Ja, zeg af
moving-cancel-no = Nee, toch niet
moving-cancelled = Afgezegd: { $moment }. Iedereen hoort het van me.
moving-gone = Die bijeenkomst is begonnen, geweest of afgezegd, of de groep is niet (meer) van jou. Met /verzetten zie je wat er nog te verzetten is.

## Wat er getypt werd en niet kan

# $typed (tekst): wat er stond
moving-error-unreadable = “{ $typed }” kan ik niet lezen. Typ een dag en een tijd, bijvoorbeeld <i>di 16 maart 13.00</i>.
moving-error-no-time = Bij “{ $typed }” mis ik de tijd. Typ die erachter, bijvoorbeeld <i>13.00</i>.
moving-error-no-such-day = “{ $typed }” bestaat niet. Typ een andere dag of tijd.
moving-error-past = “{ $typed }” is al geweest. Typ een moment dat nog komt.
moving-error-too-far = “{ $typed }” is meer dan een jaar vooruit. Typ een moment dat dichterbij is.
# $moment (tekst)
moving-problem-public-holiday = { $moment }: dat is een feestdag.
moving-problem-same = { $moment }: daar staat hij al.
moving-problem-clash = { $moment }: dan heb je iets anders, een bijeenkomst of een intake.
moving-problem-too-many = { $moment }: meer dan zes passen er niet in één stemming.
