# /planning: putting the dates of a cycle together, proposals after the poll, and what is settled.

## The questions

# $first, $last (numbers): of the sessions
planning-title =
    { $sessions ->
        [one] <b>Group { $number }: a date for session { $first }</b>
       *[other] <b>Group { $number }: dates for sessions { $first } to { $last }</b>
    }
planning-recess-question =
    When is the council in recess? I will propose nothing then.
    Type the periods, for instance <i>19 July to 29 August, 18 to 22 October</i>.
planning-recess-none = No recess
planning-weekdays-question = On which days? Tap them, and then <b>Done</b>.
planning-parts-question = Which parts of the day? Tap them, and then <b>Done</b>.
planning-part-morning = Morning, from 9:30
planning-part-afternoon = Afternoon, from 13:00
planning-part-evening = Evening, from 18:30
planning-part-morning-short = morning
planning-part-afternoon-short = afternoon
planning-part-evening-short = evening
planning-period-question = Up to which day shall we plan? Type a day or a period, for instance <i>1 March to 15 December</i>.
planning-period-whole = As long as may be: a year
planning-spacing-question = How many weeks between two sessions? Choose, or type the least and the most, for instance <i>5 to 9</i>.
planning-spacing-choice = { $least } to { $most } weeks apart
planning-add-question = Which date would you like to add? Type it with the time at which it begins, for instance <i>Tue 9 March 13:00</i>.

## The card with the dates

# $words (words): what the dates follow from
planning-so-far = <i>{ $words }</i>
planning-so-far-period = { $first } to { $last }
planning-so-far-recess = recess { $first } to { $last }
planning-number =
    { $number ->
        [one] <b>One date</b> goes into the poll.
       *[other] <b>{ $number } dates</b> go into the poll.
    } Tap a date to leave it out or to put it back. Behind it stands how many members usually can then.
planning-nothing = <b>This leaves no date at all.</b> Choose other days or another period, or add a date yourself.
planning-impossible = <b>Mind:</b> with these dates there is no series of { $sessions } with { $least } to { $most } weeks in between. Add dates, or choose another spacing.
# $date (words): a date with a time
planning-date = { $date } ({ $liked })
planning-change-add = Add a date
planning-change-recess = Recess
planning-change-weekdays = Days
planning-change-parts = Parts of the day
planning-change-period = Period
planning-change-spacing = Spacing
planning-open =
    { $number ->
        [one] Open the poll about 1 date
       *[other] Open the poll about { $number } dates
    }

## What came of it

planning-opened-chat = The question is in the group; voting is possible until { $moment }. Who has not voted yet I remind in private. When everybody has voted you get a proposal at once.
planning-opened-private = I ask everybody in private. Answering is possible until { $moment }. When everybody has answered you get a proposal at once.
planning-running =
    <b>Group { $number }: the poll about the dates is open.</b>
    { $voted } of { $all } { $voted ->
        [one] has
       *[other] have
    } voted. It closes { $moment }, or as soon as everybody has.
planning-close = Close it now
planning-other-dates = Vote again, with other dates
planning-stopped = Stopped. Nothing was sent; with /planning you begin again.
planning-first-missing = First the first session: that is agreed in private, with /eerste. Then I will plan the rest with you.
planning-all-planned = All sessions of this cycle are planned. You see them with /agenda.
planning-no-cycle = This group has no cycle to plan.

## A wrong answer

planning-too-few =
    Those are too few: { $sessions ->
        [one] 1 session has
       *[other] { $sessions } sessions have
    } to be planned. Add dates.
planning-recess-unreadable = I cannot read periods in that. Type for instance <i>19 July to 29 August, 18 to 22 October</i>.
planning-recess-no-such-day = One of those days is not in the calendar. Would you check?
planning-recess-past = That has passed. Which periods are still to come?
planning-recess-reversed = The last day lies before the first. Type for instance <i>19 July to 29 August</i>.
planning-recess-too-long = No recess is that long, or it lies too far ahead. Would you check the days?
planning-period-unreadable = I cannot read a day in that. Type for instance <i>15 December</i>, or <i>1 March to 15 December</i>.
planning-period-no-such-day = That day is not in the calendar. Would you check?
planning-period-past = That day has passed. Up to which day shall we plan?
planning-period-reversed = The last day lies before the first. Type for instance <i>1 March to 15 December</i>.
planning-period-too-long = That is more than a year ahead. Could you choose a nearer day?
planning-spacing-unreadable = Type two numbers: the least and the most weeks, for instance <i>5 to 9</i>. { $most } is the most.
planning-add-unreadable = I cannot read a date in that. Type for instance <i>Tue 9 March 13:00</i>.
planning-add-no-time = At what time would it begin? Type the day with the time, for instance <i>Tue 9 March 13:00</i>.
planning-add-no-such-day = There is no such day or time. Would you check?
planning-add-past = That moment has passed. Which date do you mean?
planning-add-too-far = That is more than a year ahead. Could you choose a nearer day?
planning-date-past = That moment has passed. Which date do you mean?
planning-date-before-first = That is on or before the session before it. Which later date do you mean?
planning-date-beyond-year = A trajectory takes a year at most; that date lies outside it. Could you choose an earlier one?
planning-date-there-already = That date is there already. Which other one do you mean?
planning-date-clash = You lead another session then. Could you choose another moment?
planning-date-too-many = More than { $most } dates is not possible: leave a few out first.

## The proposal

picture-open = no answer yet
picture-proposal = proposal
proposal-picture-name = who-can-when
proposal-title =
    <b>Group { $number }: the poll is closed.</b> { $voted } of { $all } { $voted ->
        [one] has
       *[other] have
    } voted.
proposal-set = <b>Proposal { $number }</b>
proposal-rank = { $attendances } of { $most } times present; who misses most can make { $least } of the { $dates }.
proposal-none = <b>It cannot be done with these votes:</b> there is no series of { $sessions } to each of which at least { $quorum } can come. This would help:
proposal-nothing = <b>It cannot be done with these votes:</b> there is no good series left in them. Put other dates to the vote, or choose yourself what can be done.
proposal-no-longer =
    { $number ->
        [one] One date is no longer possible: it has passed, or you are taken then.
       *[other] { $number } dates are no longer possible: they have passed, or you are taken then.
    }
proposal-gives = Then { $attendances } of { $most } times present.
proposal-if-most-weeks = <b>Allowing up to { $value } weeks in between</b>
proposal-if-least-weeks = <b>Allowing { $value } weeks in between and more</b>
proposal-if-quorum = <b>Being content with { $value } members on a date</b>
proposal-if-number =
    { $value ->
        [one] <b>Settling one date now, and the rest later</b>
       *[other] <b>Settling { $value } dates now, and the rest later</b>
    }
proposal-waits-for-plea = I asked one member whether a date could be done after all. If that helps, you get a new proposal.
proposal-settle = Settle proposal { $number }
proposal-loosen-most-weeks = Settle so: up to { $value } weeks
proposal-loosen-least-weeks = Settle so: from { $value } weeks
proposal-loosen-quorum = Settle so: with { $value } members
proposal-loosen-number = Settle so: { $value } of the dates
proposal-own = Choose myself
proposal-own-question =
    { $sessions ->
        [one] Choose one date.
       *[other] Choose { $sessions } dates.
    } { $chosen } chosen.
proposal-own-date = { $date }: { $able } of { $all }
proposal-own-settle = Settle these
proposal-sure = <b>Settle these dates?</b>
proposal-dated = { $date }: { $able } of { $all } can
proposal-sure-then = Everybody hears of it at once, with a calendar file.
proposal-yes = Yes, settle them
proposal-settled = <b>The dates are settled.</b> Everybody hears of it, with a calendar file.
proposal-settled-before = This poll was settled before. With /agenda you see what is planned.
proposal-still-open = The poll is open again. As soon as it closes you get a new proposal.
proposal-not-these = These dates cannot (or no longer) be settled together. With /planning you see what is possible now.
proposal-told = <b>The dates are settled</b>
proposal-told-line = Session { $number }: { $date }
proposal-told-files = Each of you gets them from me in private, with a calendar file.
# $leader (words): the facilitator's name
proposal-waits =
    <b>Group { $number } waits for a choice of { $leader }.</b>
    The poll closed some days ago, and nothing is settled yet. Would you phone or mail? <i>{ $question }</i>
proposal-nobody = a facilitator, and there is none now

## One vote more

plea-everybody = With you, everybody can make <b>{ $date }</b>. Could you if you must?
plea-needed = With you it will work on <b>{ $date }</b>, and without you it will not. Could you if you must?
plea-yes = Yes, if I must
plea-no = No, I really cannot
plea-thanks-yes = Lovely, thank you. I take it along; I will tell you what it becomes.
plea-thanks-no = Clear, thank you. Then we go on without that date.
plea-over = Thank you, but the dates have been chosen meanwhile.
