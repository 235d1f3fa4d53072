# /agenda en /groep: wat er komt, wat je te doen hebt, en wie aan zet is.

# $group (getal): nummer
agenda-group = <b>Groep { $group }</b>
# $name (tekst): naam van de begeleider
agenda-leader = Begeleider: { $name }
# $names (tekst): voornamen
agenda-members = { $names }
# $name (tekst); $municipality (tekst)
agenda-member = { $name }, { $municipality }
agenda-member-alone = { $name }
agenda-nothing = Er staat nog geen bijeenkomst vast.
# $moment (tekst): dag, begin en eind; $place (tekst): gemeente, online of dat de plaats nog volgt
agenda-session = <b>{ $moment }</b> · { $place }
# $names (tekst): voornamen
agenda-presenters = Casussen: { $names }
# $name (tekst): voornaam
agenda-reserve = Reserve: { $name }
agenda-host = Gastheer: { $name }
agenda-you-present = Jij brengt dan een casus in.
agenda-you-reserve = Jij bent dan reserve.
agenda-you-host = Jij bent dan gastheer.
agenda-you-absent = Je hebt je afgemeld.
agenda-no-group = Je zit nog niet in een groep. Met /mijn zie je waar je staat.
agenda-leads-none = Je begeleidt nu geen groep. Je intakes staan bij /intakes.
agenda-gone = Die groep is er niet meer, of je hoort er niet (meer) bij. Met /agenda zie je wat er voor jou staat.

## Jij bent aan zet

agenda-todo = <b>Dit wacht op jou:</b>
# $what (tekst): wat er te doen is; $moment (tekst): tot wanneer
agenda-todo-line = ·  { $what }
agenda-todo-until = ·  { $what } (vóór { $moment })
agenda-todo-attendance = zeggen wie er was: /aanwezig
agenda-todo-proposal = de uitkomst van een stemming vastleggen: /eerste, /planning of /verzetten
agenda-todo-first-date = de eerste datum kiezen: /eerste
agenda-todo-session-place = een plek kiezen voor een bijeenkomst: /plaats
agenda-todo-place-tie = beslissen over de plek: /plaats
agenda-todo-hosts-drafted = de gastheren bevestigen: /plaats
agenda-todo-rota = de casussen verdelen: /rooster
agenda-todo-below-quorum = beslissen of een bijeenkomst doorgaat nu er weinig mensen komen
agenda-todo-volunteer = antwoord geven aan iemand die een casus heeft
agenda-todo-swap-decision = beslissen over een ruil
agenda-todo-host-answer = zeggen of je gastheer wilt zijn
agenda-todo-joining-chat = in de groepschat komen; de knop staat in mijn bericht daarover
agenda-todo-intake-outcome = zeggen wat er van een intake kwam: /intakes
agenda-todo-intake-change = antwoord geven op een vraag over een intake: /intakes

## Wie aan zet is

# $what (tekst): wat er moet gebeuren; $name (tekst): voornaam
agenda-your-step = Jij bent aan zet: { $what }.
agenda-their-step = { $name } is aan zet: { $what }.
agenda-complete = Alles voor deze cyclus is gepland.
agenda-step-first-date = de eerste datum
agenda-step-first-place = waar de eerste bijeenkomst is
agenda-step-chat = een groepschat, of zonder verder
agenda-step-dates = de data van de andere bijeenkomsten
agenda-step-place = de plek van het jaar
agenda-step-presenters = wie wanneer een casus inbrengt
agenda-running-first-date = De deelnemers zijn aan zet: zij stemmen over de eerste datum.
agenda-running-first-place = Een deelnemer is aan zet: kan de eerste bijeenkomst daar?
agenda-running-chat = De deelnemers zijn aan zet: zij komen in de groepschat.
agenda-running-dates = De deelnemers zijn aan zet: zij stemmen over de data.
agenda-running-place = De deelnemers zijn aan zet: ze stemmen over de plek, of een gastheer denkt nog na.
agenda-running-presenters = De casussen worden verdeeld.

## Knoppen

agenda-vote = Stemmen
agenda-attendance = Wie was er?
agenda-hosting = Gastheer zijn: ja of nee
agenda-host-arrange = Ontvangst op { $day }
agenda-my-group = Mijn groep
agenda-absence = Ik kan niet komen
agenda-turns = Mijn beurten
agenda-shared-goals = Leerpunten die anderen delen
agenda-which-group = Welke groep?
# $group (getal): nummer
agenda-group-number = Groep { $group }
agenda-arrange = Deelnemers en vervanging
agenda-programme = Programma groep { $group }
agenda-move = Verzetten groep { $group }
agenda-rota = Rooster groep { $group }
agenda-take-first-date = Eerste datum kiezen (groep { $group })
agenda-take-first-place = Plek kiezen (groep { $group })
agenda-take-chat = Groepschat koppelen (groep { $group })
agenda-take-dates = Data plannen (groep { $group })
agenda-take-place = Plek van het jaar (groep { $group })
agenda-take-presenters = Casussen verdelen (groep { $group })

## Leerpunten die anderen delen

agenda-goals-title = <b>Leerpunten die met de groep gedeeld zijn</b>
# $words (tekst): wat iemand schreef
agenda-goal = ·  { $words }
agenda-goals-none = Nog niemand deelt een leerpunt met de groep. Wil jij beginnen? Met /leerpunten kies je per leerpunt wie het ziet.
