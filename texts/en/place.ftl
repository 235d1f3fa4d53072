# The first date, where sessions are, who hosts, and the place of the year.

## The first date: who leads the group

first-date-propose =
    <b>Group { $group }: the first session</b>
    Which days do you propose? Type them below each other, up to { $most }, for instance <i>Tue 9 March 13:00</i>. Or pick them in the calendar.
first-date-listed = This is what I will ask the group. Feel free to type more.
first-date-line = • { $date }
first-date-drop = Remove: { $date }
first-date-calendar = Calendar
first-date-open = { $number ->
    [one] Ask about this date
   *[other] Ask about these { $number } dates
}
first-date-month = Pick a day in <b>{ $month }</b>.
first-date-month-earlier = ‹ Earlier
first-date-month-later = Later ›
first-date-times = <b>{ $day }</b>: at what time? Type any other, for instance <i>{ $day } 10:30</i>.
first-date-back = Back to the list
first-date-asked =
    <b>Asked.</b> Everyone gets the dates in private and answers with one tap each: can, rather not or cannot.
first-date-running =
    <b>The group is choosing its first date.</b> { $answered } of { $all } { $answered ->
        [one] has
       *[other] have
    } answered. The poll closes { $until }, or once everyone has answered.
first-date-close = Close now
first-date-anew = Propose other dates
first-date-proposed =
    <b>Group { $group }: these are the answers.</b> What suits best is at the top. Which day will it be?
first-date-proposed-nobody =
    <b>Group { $group }: nobody answered about the first date.</b> You can still pick a day, or propose others.
first-date-choose = { $date } ({ $able } of { $all })
first-date-settled =
    <b>Settled: { $date }.</b> Everyone gets the date with a calendar file.
first-date-is-settled = The first session of group { $group } is on { $date }.
first-date-where = Where will it be?
first-date-reminder = Group { $group } has no first date yet. Will you propose a few? It takes a minute.
first-date-start = Propose dates
first-date-already = That has been done. This is how it stands:
first-date-stale = That day will not do any more: it is too near, or you have something else then. Pick another.
first-date-no-candidates = There is no date in the list yet. Type one, such as <i>Tue 9 March 13:00</i>.
first-date-gone = You do not lead this group, or the question is gone. /agenda shows your groups.
first-date-left = Fine. What you proposed is kept; go on with /eerste.

## The first date: what is wrong with a typed date

first-date-unreadable = I cannot read <i>{ $typed }</i>. Write a day with a time, such as <i>Tue 9 March 13:00</i>.
first-date-no-time = At what time, on <i>{ $typed }</i>? Write it too, as in <i>Tue 9 March 13:00</i>.
first-date-no-such-day = <i>{ $typed }</i> does not exist. Name another day or time.
first-date-past = <i>{ $typed }</i> is over. Name a day that is still to come.
first-date-too-soon = { $date } is too near: give everyone three days at least. Name a later day.
first-date-too-far = We plan no further than a year ahead. Name a nearer day.
first-date-holiday = { $date } is a public holiday. Name another day.
first-date-clash = You cannot on { $date } yourself: you have another session or an intake then. Name another moment.
first-date-there-already = { $date } is there already.
first-date-too-many = I ask about { $most } dates at most. Remove one first.

## Where one session is: who leads the group

place-session = <b>Where is session { $number }, { $date }?</b>
place-session-ranked = Behind each place stands how long the longest journey there takes, roughly, one way. Choose one, and I ask the alderman there whether the group can come.
place-session-settled = Now: <b>{ $place }</b>, { $host } hosts you.
place-session-asked = I have asked <b>{ $host }</b> whether { $place } is possible.
place-session-planned = <b>{ $host }</b> in { $place } is on the list; I ask six weeks ahead.
place-session-online-now = Now: <b>online</b>.
place-town-hall = { $place }: { $journey }
place-town-hall-refused = { $place }: { $journey } (could not)
place-online = Online
place-picked = <b>{ $host } has been asked</b> whether { $place } is possible. You hear as soon as there is an answer.
place-picked-online = <b>This session is online.</b> Everyone hears it from me.
place-already = It is like that already.
place-stale = That is no longer possible: something has changed. This is how it stands:
place-gone = This session or group is not yours (any more). /agenda shows your groups.
place-wanted = <b>Group { $group }: session { $number }, { $date }, has no place yet.</b> Where will it be?
place-wanted-several = <b>Group { $group }: these sessions have no place yet.</b> Where will they be? Tap one; with /plaats the group chooses again.
place-wanted-one = { $number }: { $date }

## The host

host-asked =
    <b>Can the group come to you?</b>
    Session { $number }, { $date }, in { $place }. You arrange a quiet room and a light lunch; I do the rest.
host-asked-all =
    <b>Can the group come to you this year?</b>
    It is about { $sessions } sessions in { $place }. You arrange a quiet room and a light lunch; I do the rest.
host-until = Will you let me know before { $until }? Otherwise I ask somebody else.
host-yes = Yes, that is fine
host-no = No, I cannot
host-reminder = I do not have your answer yet.
host-lapsed = I am now looking for another place for session { $number }, { $date }. There is nothing you need to do.
host-released = You need not host session { $number }, { $date }, any more. It is solved in another way.
host-accepted =
    <b>Great, thank you.</b> You host session { $number }, { $date }, in { $place }. I tell the others.
host-accepted-all =
    <b>Great, thank you.</b> You host all { $sessions } sessions in { $place }. I tell the others.
host-arrange-hint = What do they need to know to get there? Now or later, and you can always change it.
host-declined = A pity, but clear. I will find somebody else.
host-already = You said so before. This is how it stands:
host-stale = This is not needed any more: it has been arranged otherwise, or the session is over.
host-cannot-any-more = I cannot after all
host-arrange = Say how it is arranged
host-arrange-change = Change
host-found = <b>{ $host } hosts group { $group }</b> in { $place }: session { $number }, { $date }.
host-found-all = <b>{ $host } hosts group { $group } this year</b> in { $place }: { $sessions } sessions.
host-passed = <b>Group { $group }, session { $number }, { $date }:</b> it was not possible where I asked first. Now I am asking { $host }, in { $place }.
host-choose-myself = Choose myself
place-office-waits = Group { $group } is waiting for its facilitator: a date or place has to be settled. Will you call?

## What the host arranges

host-room-question = Which building and which room? <i>For instance: town hall, Raadhuisplein 1, Thorbeckezaal.</i>
host-lunch-question = What about lunch? <i>For instance: soup and sandwiches at 12:30, in the hall.</i>
host-directions-question = How do they get there, and by which entrance? <i>For instance: ten minutes on foot from the station, report to the desk.</i>
host-parking-question = Where can one park?
host-contact-question = Whom do they call at a closed door? <i>A name and a number.</i>
host-room = Building and room
host-lunch = Lunch
host-directions = Directions and entrance
host-parking = Parking
host-contact = Contact
host-said = <b>{ $label }:</b> { $words }
host-nothing-said = Nothing has been filled in yet.
host-arranged-own = <b>This is what the others will know</b>
host-arranged-thanks = <b>Thank you, I pass it on.</b>
host-arranging-left = Fine. What you filled in is kept.
host-arranged =
    <b>Session { $number }, { $date }, in { $place }</b>
    { $host } hosts you. Good to know:
host-gone = This is not yours (any more). /agenda shows what is.

## The place of the year: who leads the group

year-title = <b>Group { $group }: where do you meet?</b>
year-none = Nothing has been chosen yet. The group votes: one central town hall, or at everybody's in turn.
year-no-sessions = There are no sessions yet that need a place. Plan the dates first, with /planning.
year-open = Let the group vote
year-voting-form = The group is voting: central, or in turn. It can until { $until }.
year-voting-town-hall = It will be one central town hall. The group is choosing which, until { $until }.
year-votes-tied = The votes are tied.
year-votes-none = Nobody voted.
year-deciding-form = Will you choose? Otherwise it becomes one central town hall after three days.
year-deciding-town-hall = Will you choose? Otherwise it becomes the town hall with the shortest journey after three days.
year-drafted = <b>In turn, divided as fairly as can be.</b> You can still swap. Then tap <i>Let us do it so</i>, and the group hears it.
year-asking = It will be <b>{ $place }</b>. I am asking whether the group can come.
year-settled-in-turn = <b>In turn.</b> Each is asked once more six weeks ahead.
year-settled-central = <b>It is { $place }.</b>
year-line = { $number }. { $date }: { $place } ({ $host })
year-line-without-host = { $number }. { $date }: { $place }
year-fairness = Who travels most is on the way for { $journeys } in all, counting the journeys there.
year-host-away = Mind: somebody hosts who cannot come. There was no better way.
year-host-presents = Mind: somebody hosts and presents a case as well. There was no better way.
year-change = { $number }. { $host }: somebody else
year-choose-host = Who hosts session { $number }, { $date }? If they host another one already, the two swap.
year-confirm = Let us do it so
year-anew = Choose again
year-form-central = One central town hall
year-form-in-turn = At everybody's in turn
year-town-hall = { $place }: longest journey { $journey }
year-dropped = The choice of a place has been dropped. You can let the group vote again.
year-confirmed = <b>Sent.</b> The group knows, and I ask each in time.
year-asked = <b>The poll is open.</b> Once everybody has voted, you hear what it will be.
year-session = Session { $number }
year-tied = <b>Group { $group }: the choice of the place is yours.</b>
year-drafted-told = <b>Group { $group } will meet at its members' in turn.</b> Will you see whether it is right?

## How long a journey takes

journey-minutes = { $minutes } min
journey-hours = { $hours } hours
journey-hours-over = over { $hours } hours
journey-hours-nearly = nearly { $hours } hours

## The place of the year: in the group

group-place-central = <b>Most choose one central town hall.</b> Which one? That is the next poll.
group-place-in-turn = <b>Most want to meet at everybody's in turn.</b> Who hosts when, you hear soon.
group-place-votes-tied = The votes were equal.
group-place-votes-none = Nobody voted.
group-place-leader-chose = { $name } has chosen.
group-place-undecided-form = Then it will be one place.
group-place-undecided-town-hall = Then the shortest journey counts.
group-place-central-decided = <b>It will be one central town hall.</b> Which one? That is the next poll.
group-place-in-turn-decided = <b>You meet at everybody's in turn.</b> Who hosts when, you hear soon.
group-place-town-hall = <b>It will be { $place }.</b> I am asking { $host } whether you can come.
group-place-settled-in-turn = <b>This is how you meet at each other's this year</b>
group-place-settled-central = <b>This year you meet in { $place }</b>, { $sessions } times. { $host } hosts you.
group-place-private-later = Address and entrance I send to each of you apart.
