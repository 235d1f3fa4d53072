# /agenda and /groep: what is coming, what you have to do, and whose move it is.

# $group (number)
agenda-group = <b>Group { $group }</b>
# $name (text): of the facilitator
agenda-leader = Facilitator: { $name }
# $names (text): first names
agenda-members = { $names }
# $name (text); $municipality (text)
agenda-member = { $name }, { $municipality }
agenda-member-alone = { $name }
agenda-nothing = No session is fixed yet.
# $moment (text): day, start and end; $place (text): municipality, online, or that the place will follow
agenda-session = <b>{ $moment }</b> · { $place }
# $names (text): first names
agenda-presenters = Cases: { $names }
# $name (text): first name
agenda-reserve = Reserve: { $name }
agenda-host = Host: { $name }
agenda-you-present = You present a case then.
agenda-you-reserve = You are the reserve then.
agenda-you-host = You are the host then.
agenda-you-absent = You reported that you cannot come.
agenda-no-group = You are not in a group yet. /mijn shows where you are.
agenda-leads-none = You lead no group now. Your intakes are at /intakes.
agenda-gone = That group is not there any more, or you are not in it (any more). /agenda shows what there is for you.

## Your move

agenda-todo = <b>This waits for you:</b>
# $what (text): what is to be done; $moment (text): until when
agenda-todo-line = ·  { $what }
agenda-todo-until = ·  { $what } (before { $moment })
agenda-todo-attendance = saying who was there: /aanwezig
agenda-todo-proposal = settling the outcome of a poll: /eerste, /planning or /verzetten
agenda-todo-first-date = choosing the first date: /eerste
agenda-todo-session-place = choosing a place for a session: /plaats
agenda-todo-place-tie = deciding on the place: /plaats
agenda-todo-hosts-drafted = confirming the hosts: /plaats
agenda-todo-rota = dividing the cases: /rooster
agenda-todo-below-quorum = deciding whether a session goes on to which few people come
agenda-todo-volunteer = answering somebody who has a case
agenda-todo-swap-decision = deciding on a swap
agenda-todo-host-answer = saying whether you want to be host
agenda-todo-joining-chat = joining the group chat; the button is in my message about it
agenda-todo-intake-outcome = saying what came of an intake: /intakes
agenda-todo-intake-change = answering a question about an intake: /intakes

## Whose move it is

# $what (text): what has to happen; $name (text): first name
agenda-your-step = It is your move: { $what }.
agenda-their-step = It is { $name }'s move: { $what }.
agenda-complete = Everything in this cycle is planned.
agenda-step-first-date = the first date
agenda-step-first-place = where the first session is
agenda-step-chat = a group chat, or going on without
agenda-step-dates = the dates of the other sessions
agenda-step-place = the place of the year
agenda-step-presenters = who presents a case when
agenda-running-first-date = It is the participants' move: they vote on the first date.
agenda-running-first-place = It is a participant's move: can the first session be there?
agenda-running-chat = It is the participants' move: they join the group chat.
agenda-running-dates = It is the participants' move: they vote on the dates.
agenda-running-place = It is the participants' move: they vote on the place, or a host is thinking it over.
agenda-running-presenters = The cases are being divided.

## Buttons

agenda-vote = Vote
agenda-attendance = Who was there?
agenda-hosting = Being host: yes or no
agenda-host-arrange = Hosting on { $day }
agenda-my-group = My group
agenda-absence = I cannot come
agenda-turns = My turns
agenda-shared-goals = Learning goals that others share
agenda-which-group = Which group?
# $group (number)
agenda-group-number = Group { $group }
agenda-arrange = Participants and standing in
agenda-programme = Programme group { $group }
agenda-move = Move, group { $group }
agenda-rota = Rota group { $group }
agenda-take-first-date = Choose the first date (group { $group })
agenda-take-first-place = Choose a place (group { $group })
agenda-take-chat = Link a group chat (group { $group })
agenda-take-dates = Plan dates (group { $group })
agenda-take-place = Place of the year (group { $group })
agenda-take-presenters = Divide the cases (group { $group })

## Learning goals that others share

agenda-goals-title = <b>Learning goals shared with the group</b>
# $words (text): what somebody wrote
agenda-goal = ·  { $words }
agenda-goals-none = Nobody shares a learning goal with the group yet. Will you be the first? With /leerpunten you choose who sees each.
