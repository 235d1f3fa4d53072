# Groups: composing, publishing, leading, and coming and going.

group-leads-none = You are not facilitating a group at the moment. You will hear from me as soon as the office publishes one for you.
group-which = Which group is it about?
group-which-one = Group { $number } ({ $places }…)

## /groepen

group-overview-title = <b>Groups</b>
group-line-draft =
    { $people ->
        [0] Group { $number }: draft, nobody picked yet
        [one] Group { $number }: draft, one picked
       *[other] Group { $number }: draft, { $people } picked
    }
group-line = Group { $number }: { $people } participants, { $leader }
group-line-leaderless = Group { $number }: { $people } participants, <b>without a facilitator</b>
group-show = Group { $number }
group-new = New group
group-who-lacks = Who still lacks something
group-to-overview = All groups
group-free-none = Nobody is waiting for a group now.
group-free =
    { $people ->
        [one] <b>One person is waiting for a group.</b>
       *[other] <b>{ $people } people are waiting for a group.</b>
    }
group-divides =
    { $fewest ->
        [one] That makes one group.
       *[other] That makes { $fewest } groups.
    }
group-divides-between = That makes { $fewest } to { $most } groups.
group-divides-not = A group has 6 to 8, and { $people } people cannot be divided like that. It works when you let { $wait } wait for a next group, or with { $more } more.
group-divides-too-few = A group has 6 to 8, so { $more } more are needed.
group-lacking =
    { $number ->
        [one] One person had an intake and still lacks something.
       *[other] { $number } people had an intake and still lack something.
    }
group-lacking-title = <b>You cannot pick these people yet.</b> They go on after their intake and still have to fill something in.
group-lacking-line = { $who }: { $missing }
group-lacks-municipality = the municipality (it no longer exists)
group-lacking-nobody = Nobody lacks anything.
group-gone = This draft is no longer there: it was published or thrown away. /groepen shows what there is.

## The card of a draft

group-draft-title = <b>Group { $number }, draft.</b> Nobody hears of this until you publish.
group-candidate =
    { $number }. <b>{ $name }</b>, { $municipality } ({ $direction })
    { $party } · { $portfolios }
group-lost = <b>{ $name }</b> lacks something by now, or takes no part any more.
group-direction-north = north
group-direction-east = east
group-direction-south = south
group-direction-west = west
group-facilitator = Facilitator: { $name }
group-facilitator-default =
    { $held ->
        [one] Facilitator: { $name }, who held one of these intakes
       *[other] Facilitator: { $name }, who held { $held } of these intakes
    }
group-facilitator-none = No facilitator yet.
group-ready = <b>Ready to be published.</b>
group-not-yet-too-few =
    { $missing ->
        [one] Cannot be published yet: a group has 6 to 8 people, so one more is needed.
       *[other] Cannot be published yet: a group has 6 to 8 people, so { $missing } more are needed.
    }
group-not-yet-too-many = Cannot be published yet: a group has 6 to 8 people, so { $surplus } have to go.
group-not-yet-lacking = Cannot be published yet: something is missing by now for { $names }, or they take no part any more. Wait for the answer, or pick somebody else.
group-not-yet-one-municipality = Cannot be published yet: two people are from one municipality. Take one of them off.
group-not-yet-no-facilitator = Cannot be published yet: choose a facilitator first.
group-publish = Publish
group-choose = Add somebody
group-drop = Take somebody off
group-choose-facilitator = Choose a facilitator
group-throw-away = Throw the draft away
group-to-card = Back to the card

## Picking

group-candidates-none = There is nobody to pick now.
group-candidates-title = <b>Who joins group { $number }?</b> { $people } are waiting, and { $picked } are on the card.
group-picked = <b>{ $name } is on the card.</b>
group-dropped = <b>{ $name } is off the card.</b>
group-refused-municipality = <b>{ $name } cannot join:</b> { $other } is from { $municipality } too, and two from one municipality does not work. Pick somebody else.
group-refused-full = <b>There are eight on the card already.</b> Take somebody off first.
group-refused-taken = <b>{ $name } has been picked already,</b> for this group or another. Pick somebody else.
group-refused-no-candidate = <b>You cannot pick that person (any more).</b> Pick somebody else.
group-not-on-card = <b>That person was not on the card (any more).</b>
group-drop-question = <b>Who goes off the card of group { $number }?</b>

## What they have in common

group-ground-portfolios =
    { $rest ->
        [0] Same portfolio: { $words }
       *[other] Same portfolio: { $words }; and { $rest } more
    }
group-ground-parties = Same party: { $words }
group-ground-near =
    { $rest ->
        [0] Close together: { $words }
       *[other] Close together: { $words }; and { $rest } more times
    }
group-ground-pair = { $one } and { $other }, about { $minutes } min
group-ground-directions = Direction: { $words }
group-ground-days = Everybody can make { $days }, in the { $parts }.
group-ground-no-days = There is no day and part of the day on which everybody says they can come.
group-ground-journey = Longest journey: about { $minutes } min, for { $first } to { $municipality }.
group-ground-beyond = Further than wished: { $words }.
group-ground-limit = { $first } wants { $minutes } min at most
group-ground-apart = <b>Mind:</b> { $who } would rather not share a group with { $whom } from { $municipality }.
group-ground-apart-more = <b>And { $number } times more.</b>
group-ground-many = { $number } of them
group-ground-anybody = anybody
group-ground-nothing = { $first } has nothing in common with the others: no portfolio, no party, no neighbouring municipality.

## Choosing the facilitator

group-facilitator-question = Who facilitates group { $number }? Behind each name stands how many of these intakes they held.
group-facilitator-choice = { $name } ({ $held })
group-facilitators-none = There is no facilitator yet. You can invite one with /uitnodigen.
group-no-facilitator = That person is no facilitator (any more). Will you choose another?

## Publishing

group-publish-sure =
    <b>Publish group { $number }?</b>
    These { $people } people and facilitator { $facilitator } will then be told, each in private.
group-member = · { $who }
group-publish-sure-end = After that you cannot shuffle any more. Taking somebody out or proposing a newcomer is still possible.
group-publish-yes = Yes, publish
group-publish-no = No, not yet
group-published = <b>Group { $number } is published.</b> All { $people } and the facilitator are told.
# $moment (text): day and time
group-published-later = <b>Group { $number } is published.</b> I disturb nobody now: all { $people } and the facilitator are told on { $moment }.
group-published-before = Group { $number } had been published already. Nothing was sent twice.
group-changed = <b>The card has changed</b> since you read it. Nothing has been sent yet; will you look again?
group-throw-away-sure = Throw away the draft of group { $number }? Whoever is on it can be picked again.
group-throw-away-yes = Yes, throw it away
group-throw-away-no = No, keep it
group-thrown-away = The draft of group { $number } is gone. Whoever was on it can be picked again.

## A published group

group-led-title = <b>Group { $number }</b>
group-led-stand-in = Facilitator: { $facilitator }; { $stand_in } stands in
group-led-by-nobody = <b>No facilitator yet.</b>
group-led-short = The group is with { $people } now. Go on or fill up?
group-led-newcomer = The participants have been asked whether a newcomer fits. The outcome will follow.
group-member-out-of-office = · { $who } (no alderman any more, finishes the cycle)
group-not-yours = This group is not yours (any more), or no longer exists. With /help you see what you can do.
group-member-leaving-office = · { $who } (no alderman any more)
group-member-title = <b>{ $who }</b>, group { $number }
group-member-since = No alderman any more since { $day }.
group-read-goals = Learning goals
group-give-back = End the standing in
group-choose-stand-in = Choose a stand-in
group-other-facilitator = Another facilitator
group-other-facilitator-question = Who facilitates group { $number } from now on? All participants will be told.
group-stand-in-question = Who stands in for group { $number } for a time? The stand-in can do whatever the facilitator can, until it is given back.
group-no-other-facilitator = There is no other facilitator.
group-lead-changed = <b>Done.</b> Whoever has to know is told.
group-show-led = Who is in it

## Newcomers

group-newcomer-find = Find a newcomer
group-newcomer-take-back = Take back the question about a newcomer
group-newcomer-none = There is nobody now who would fit.
group-newcomer-title = <b>Who would fit in group { $number }?</b> Those from a municipality that is in it already are left out.
group-newcomer-sure = I will ask the { $people } participants of group { $number } each in private. Only when all agree will this person join; nobody hears who answered what.
group-newcomer-ask = Ask the group
group-newcomer-proposed = <b>Asked.</b> You will hear the outcome once everybody has answered, and otherwise in five days.
group-newcomer-busy = This group is being asked about somebody else. Wait for that, or take it back.
group-newcomer-municipality = That cannot be: somebody from that municipality is in it. Choose somebody else.
group-newcomer-full = That cannot be: with eight the group is full.
group-newcomer-taken-back = The question was taken back. Nothing changes in the group.
group-newcomer-over = This question has been settled. Thank you.
group-told-newcomer = <b>{ $who }</b> might join your group. Nobody hears what you answer, and no reason is needed. Does that fit for you?
group-told-newcomer-again = I would like to hear whether <b>{ $who }</b> fits in your group. No reason is needed, and nobody hears what you answer.
group-fits = Fits
group-fits-not = Does not fit
group-newcomer-fits = Your answer about { $who }: <b>fits</b>. You can change it until everybody has answered.
group-newcomer-not = Your answer about { $who }: <b>does not fit</b>. You can change it until everybody has answered.
group-told-newcomer-joined = <b>{ $who }</b> joins group { $number }, and is told.
group-told-newcomer-refused = <b>{ $who }</b> does not join group { $number }. Why not I neither ask nor tell.
group-told-newcomer-withdrawn = The question whether <b>{ $who }</b> fits in group { $number } has lapsed.
group-told-newcomer-comes = <b>{ $who }</b> joins your group.

## What participants and facilitator hear

group-told-published = <b>Your group is there: group { $number }.</b> These are the { $people } others:
group-told-next =
    Your facilitator is <b>{ $leader }</b>.
    What comes next: { $first } proposes a few dates for the first session. I will put them to you here, and you answer with one tap a date.
group-told-next-planned =
    Your facilitator is <b>{ $leader }</b>.
    With /groep you see what is settled already.
group-told-assigned = <b>You facilitate group { $number }, with { $people } participants:</b>
group-told-stand-in = <b>You stand in for { $facilitator } in group { $number }.</b> You can do whatever the facilitator can. These are the participants:
group-told-assigned-next = The participants hear that it is you. First we find a date for the first session.
group-told-assigned-planned = The participants hear that it is you. With /agenda you see what is settled already.
group-first-dates = Find the first date
group-told-led-by-other = Group { $number } is facilitated by <b>{ $leader }</b> now. There is nothing left for you to do.
group-told-led-again = You lead group { $number } yourself again. With /agenda you see what waits for you.
group-told-stood-in-for = <b>{ $stand_in }</b> stands in for you in group { $number } for a while.
group-told-led-no-longer = You no longer facilitate group { $number }.
group-told-leader = Your group is facilitated by <b>{ $leader }</b> from now on.
group-told-leader-stand-in = <b>{ $leader }</b> stands in for { $facilitator } in your group for a time.
group-told-without-leader = <b>Group { $number } has no facilitator.</b> Its { $people } participants cannot go on until you choose one.
# $name, $municipality (texts): within a sentence
group-who-from = { $name } from { $municipality }
group-told-member-left =
    { $people ->
        [0] <b>{ $who }</b> no longer takes part in group { $number }. Nobody is left, so the group has ended.
        [one] <b>{ $who }</b> no longer takes part in group { $number }. One participant remains.
       *[other] <b>{ $who }</b> no longer takes part in group { $number }. You are with { $people } participants now.
    }
group-told-member-gone = <b>{ $who }</b> no longer takes part in your group.
group-told-costs = <b>{ $who }</b> no longer takes part in group { $number }. The group had been published: do you charge the costs?
group-told-costs-again = You have yet to decide about the costs for <b>{ $who }</b>, who left group { $number }.
group-costs-due = Charge the costs
group-costs-waived = No costs
group-costs-are-due = { $who }: the costs will be charged. That is recorded.
group-costs-are-waived = { $who }: no costs will be charged. That is recorded.

## With fewer than six

group-told-short =
    { $people ->
        [one] <b>One participant remains in group { $number }.</b> Does the group go on like this, or do we fill up? It goes on when facilitator and coordinator both want that.
       *[other] <b>Group { $number } is with { $people } now.</b> Does the group go on like this, or do we fill up? It goes on when facilitator and coordinator both want that.
    }
group-told-short-again = Group { $number } is with { $people }: go on or fill up? If I hear nothing, the group goes on like this in three days.
group-short-go-on = Go on like this
group-short-fill-up = Fill up
group-short-noted-leader = Noted: go on like this. Now the office has to say.
group-short-noted-office = Noted: go on like this. Now the facilitator has to say.
group-told-short-goes-on = Group { $number } goes on, with { $people }.
group-told-short-fills-up = Group { $number } is filled up. The office looks for a newcomer, and the participants are asked about them first.
group-told-short-find = Group { $number } has { $people } and is to be filled up. Will you look for a newcomer?
group-short-after-all = Go on like this after all

## No alderman any more

group-own = You are in <b>group { $number }</b>.
group-own-finishing = You are in <b>group { $number }</b> and finish the cycle; there is no next cycle for you.
group-own-asked = You are in <b>group { $number }</b>. Your facilitator has yet to say whether you finish this cycle; until then you simply take part.
group-leave-office = I am no alderman any more
group-office-question = <b>Are you no alderman any more?</b> You can finish this cycle, if your facilitator agrees, or stop now. You no longer have to host in your municipality, and there is no next cycle for you.
group-office-finish = Finish this cycle
group-office-stop = Stop now
group-office-no = I am an alderman still
group-office-asked = Thank you for telling me. I will ask your facilitator; until they answer you simply take part.
group-office-stopped = You no longer take part, and whoever has to know is told. The office will tell you whether there are costs. Thank you, and all the best.
group-leave-sure = Do you want to stop? You then leave your group as well. You do not have to say why. The office decides whether there are costs.
group-told-leaver = <b>{ $who }</b> is no alderman any more and would like to finish this cycle. Do you agree?
group-told-leaver-again = I would like to hear whether <b>{ $who }</b>, no alderman any more, finishes this cycle.
group-leaver-finish = Finish
group-leaver-stop = Stop now
group-leaver-finishes = { $name } finishes the cycle, and will hear it.
group-leaver-stops = { $name } no longer takes part, and will hear it.
group-told-leaver-finishes = Your facilitator agrees: you finish this cycle.
group-told-leaver-stops = Your facilitator thinks it better to stop now. You no longer take part; do call if you would like to talk about it.
group-told-leaver-unanswered = <b>{ $who }</b> (group { $number }) is no alderman any more and wants to finish the cycle. The facilitator does not answer. As long as nobody says anything, it goes on.

## Two from one municipality

group-told-clash = <b>{ $who }</b> changed municipality, and is now in group { $number } together with { $others } from the same one. That should not be. What shall we do?
group-clash-out = { $name } goes out
group-clash-stay = Leave it
group-clash-left = It stays as it is.
