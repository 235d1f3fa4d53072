# Who presents: the rota, swapping, offering a case.

rota-title = <b>Who presents</b>
# $group (number): the number of the group
rota-title-leader = <b>Group { $group }: who presents</b>
# $moment (text): day and time; $presenters (text): names; $reserve (text): name
rota-line =
    <b>{ $moment }</b>
    { $presenters } · reserve: { $reserve }
rota-nobody = nobody yet
rota-not-divided = not divided yet
rota-posted =
    <b>The rota is set.</b>
    Each time two of you bring a case; a third is reserve, and presents the time after.
rota-posted-more = Want to swap, or have a case for another time? Send me /rooster in private.
rota-empty = There are no sessions yet at which you present. Once the dates are set, I divide the turns.
rota-empty-leader = There are no sessions yet at which participants present. Set the dates first.
rota-member-waits = The turns have not been divided yet. You will hear as soon as your facilitator has settled them.
rota-no-group = You are not in a group yet. /mijn shows where you stand.

# For the facilitator.
rota-proposal = This is my proposal; nobody has seen it yet.
rota-changed = Something has changed in the meantime. Have another look before you settle it.
rota-nothing = There is nothing to divide: every turn is set.
rota-told-done = Done. The group sees the rota, and those with a turn hear it separately too.
# $fewest, $most (number): how often somebody presents
rota-why-equal = Over all cycles everybody presents { $most ->
        [one] once
       *[other] { $most } times
    }.
rota-why-fair = Over all cycles everybody presents { $fewest } or { $most } times.
rota-why-uneven = Over all cycles it runs from { $fewest } to { $most } times.
rota-why-kept = Nobody presents twice in a row, and a reserve presents the time after.
rota-why-broken = This could not be otherwise, or was chosen by hand:
# $name (text): who; $day (text): which day
rota-fault-cannot-come = { $name } cannot be there on { $day }
rota-fault-twice-in-a-row = { $name } presents twice in a row ({ $day })
rota-fault-uneven = { $name } gets more turns than others
rota-fault-not-next = { $name } was reserve the time before and does not present on { $day }
rota-fault-hosts = { $name } hosts the group on { $day } as well
rota-divide = Divide the turns
rota-divide-again = Divide again
rota-confirm = Let's do it this way
rota-edit = Change it myself
rota-edit-which = Which session would you like to change?
rota-edit-place = Whom would you like to replace on <b>{ $day }</b>?
rota-edit-presenter = Presenter: { $name }
rota-edit-reserve = Reserve: { $name }
rota-edit-who-presenter = Who presents on <b>{ $day }</b>, instead of { $name }?
rota-edit-who-reserve = Who is reserve on <b>{ $day }</b>, instead of { $name }?
rota-edit-person-cannot = { $name } (cannot come)
rota-edit-person-there = { $name } (changes places)
rota-edit-nobody = Nobody
rota-edit-back = Back
rota-edit-breaks = It can be done, but then:
rota-edit-anyhow = Do it anyhow
rota-edit-done = Changed. Those concerned hear it from me.
rota-edit-done-untold = Changed in the proposal.
rota-edit-already = It was so already.
rota-edit-too-late = That session has begun or does not take place, so there is nothing left to change.
rota-edit-not-a-member = They are not in this group (any more). Choose somebody else.
rota-rules = Settings of this group
# $number (number): which session, or how many people
rota-rules-from = Participants present a case from session <b>{ $number }</b> of the first cycle on.
rota-rules-quorum = With fewer than <b>{ $number }</b> coming (or all but one, if that is less), I ask you whether it goes on.
rota-rules-set-from = From session { $number } on
rota-rules-set-quorum = At least { $number } people
rota-rules-done = Noted.
rota-rules-odd = That is not possible here. Choose one of the buttons.

# Those with a turn.
rota-turns-told = <b>Your turns</b>
rota-turn-presenter = { $day }: you present a case, with { $others }
rota-turn-presenter-alone = { $day }: you present a case
rota-turn-reserve = { $day }: you are reserve
rota-turns-more = Does it not suit you? With /rooster you can swap.
rota-changed-presenter = You present a case on <b>{ $day }</b>, with { $others }.
rota-changed-presenter-alone = You present a case on <b>{ $day }</b>, for now as the only one.
rota-changed-stepped-up = You were reserve for <b>{ $day }</b>, and now it is your turn: you present a case, with { $others }.
rota-changed-stepped-up-alone = You were reserve for <b>{ $day }</b>, and now it is your turn: you present a case.
rota-changed-reserve = You are reserve for <b>{ $day }</b>. Chances are your case keeps, and then you present the time after.
rota-changed-reserve-down = You need not present a case on <b>{ $day }</b>; you are reserve then.
rota-changed-none = You have no turn on <b>{ $day }</b> any more. If you have prepared something, keep it for another time.
# To the facilitator.
rota-changed-leader = The rota for <b>{ $day }</b> has changed.
rota-changed-leader-several = Something has changed in who presents. This is how it stands now:
rota-now-is = Presenting now: { $presenters } · reserve: { $reserve }
rota-gap = There is nobody left who can take this over. You can name somebody yourself.
rota-look = See whether this will do:
rota-reminder = The dates of group { $group } are set, but the turns are not settled yet. Shall we do that now?
rota-waits = Group { $group } has dates, but no presenters yet: { $facilitator } has not settled the rota.
rota-waits-nobody = Group { $group } has dates, but no presenters yet, and nobody who leads the group either.

# Offering a case.
volunteer-have = I have a case
volunteer-which = Great! For which session do you have a case?
volunteer-none = There is no session now for which you can offer your case: you present there already, or cannot be there.
volunteer-presents = Lovely, there was a place left: you present a case on <b>{ $day }</b>.
volunteer-noted = Noted. I take it into account when the turns are divided, as long as it stays fair.
volunteer-asked = I will ask your facilitator whether it fits on <b>{ $day }</b>. You will hear from me.
volunteer-asked-before = You said so already; you will hear from me.
volunteer-already = You already present a case on <b>{ $day }</b>.
volunteer-cannot-come = For <b>{ $day }</b> you said that you cannot. Coming after all? Let me know first with /afmelden.
volunteer-not-possible = That is not possible any more for that session.
volunteer-card = <b>{ $name }</b> has a case for <b>{ $day }</b> and would like to present. It now says: { $presenters } · reserve: { $reserve }.
volunteer-way-presenter = Instead of { $name }
volunteer-way-reserve = As reserve, instead of { $name }
volunteer-way-empty = In the empty place
volunteer-way-reserve-empty = As reserve
volunteer-way-breaks = Instead of { $name } means: { $faults }.
volunteer-stays = The rota stays as it is
volunteer-granted = Done. I will tell { $name } and whoever else should know.
volunteer-declined = Fine, it stays as it is. I will let { $name } know.
volunteer-gone = This has been settled, or is not possible any more.
volunteer-reminder = There is still a question for you.
volunteer-told-presenter = Your case for <b>{ $day }</b> fits: you present then.
volunteer-told-reserve = For <b>{ $day }</b> you are reserve now with your case. Chances are that you present the time after.
volunteer-told-no = On <b>{ $day }</b> it does not work out with your case; the rota stays as it is. Keep it, your turn will come.

# Swapping.
swap-offer = Swap a turn
swap-which = Which turn would you like to swap?
swap-none = You have no turn now that you can swap.
swap-with-whom = With whom would you like to swap <b>{ $day }</b>? I ask in private; whoever says yes first has it.
swap-with-anyone = Everybody whom it suits
swap-with = { $name }, { $day }
swap-nobody = There is nobody with whom you can swap <b>{ $day }</b>. If you really cannot be there, report absence with /afmelden.
swap-asked = { $people ->
        [one] Asked. You will hear as soon as there is an answer.
       *[other] Asked { $people } people. Whoever says yes first has it; you will hear at once.
    } Until then <b>{ $day }</b> stays yours.
swap-asked-before = Somebody has been asked about <b>{ $day }</b> already.
swap-not-yours = You do not have that turn (any more).
swap-take-back = Do not swap after all
swap-taken-back = Fine, your turn stays yours.
swap-question-presenter = <b>{ $name }</b> would like to swap: the turn of <b>{ $day }</b> for one of yours. Would you like to?
swap-question-reserve = <b>{ $name }</b> would like to swap as reserve: <b>{ $day }</b> for one of yours. Would you like to?
swap-accept = Yes, for { $day }
swap-decline = No, rather not
swap-declined = Fine, then your turn stays as it is.
swap-reminder = Somebody is still waiting for your answer.
swap-gone = This swap has been settled, or is not needed any more. With /rooster you see how things stand.
swap-done-presenter = Swapped with { $name }: you now present on <b>{ $day }</b>, no longer on { $old }.
swap-done-reserve = Swapped with { $name }: you are now reserve on <b>{ $day }</b>, no longer on { $old }.
swap-to-decide = This swap touches on an agreement about the rota. I put it to your facilitator first, and you will hear from me.
swap-decide-card = <b>{ $one }</b> and <b>{ $other }</b> would like to swap: { $day } for { $other_day }. Then:
swap-allow = Fine, swap
swap-refuse = Rather not
swap-allowed = Done: they have swapped and hear it from me.
swap-refused = Fine, everything stays as it was. I will let them know.
swap-failed-refused = The swap of your turn on <b>{ $day }</b> does not go through. The turn stays yours; with /rooster you can try again.
swap-failed-lapsed = The swap for <b>{ $day }</b> has lapsed. Everybody keeps their own turn.
