# The intakes of a facilitator: who, when, what came of it.

## The week

# $day (text)
intake-agenda-title = <b>Your intakes</b>, week of { $day }
intake-agenda-empty = You have no intakes in this week.
intake-agenda-today = <b>Today, { $day }</b>
intake-agenda-day = <b>{ $day }</b>
# $time, $who (name, municipality), $how, $state (texts)
intake-agenda-line = { $time } { $who } – { $how }{ $state }
intake-agenda-overdue =
    { $number ->
        [one] Of one talk I would still like to know what came of it.
       *[other] Of { $number } talks I would still like to know what came of them.
    }
intake-agenda-button = My intakes
intake-how-video = by video
intake-how-phone = { $phone }
intake-how-phone-unknown = by phone, number unknown
intake-state-goes-on = , goes on
intake-state-stops = , does not go on
intake-state-second-talk = , second talk
intake-state-request = , has a question
intake-state-coming = , will be there
intake-unbooked-button = Not booked yet ({ $number })
intake-line-button = Waiting list ({ $number })

## One intake

intake-talk-who = <b>{ $who }</b>
intake-talk-phone = { $moment }, by phone
intake-talk-video = { $moment }, by video
intake-link = Link: { $link }
intake-no-link = There is no link yet. Pass it on to me, and the person you speak gets it too.
intake-no-phone = I have no telephone number; send a mail, please.
intake-unreachable = { $name } gets no messages from me now, since the bot is switched off there. Please call or mail.
intake-is-coming = { $name } has said to be there.
intake-is-cancelled = This intake was cancelled.
intake-outcome-question = What came of it? { $name } then hears how it goes on.
intake-outcome-is-goes-on = Recorded: goes on.
intake-outcome-is-stops = Recorded: does not go on.
intake-outcome-is-second-talk = Recorded: there will be a second talk.
intake-goals = Learning goals
intake-move = Move
intake-cancel = Cancel the intake
intake-give-link = Give the link
intake-change-link = Another link
intake-take-out = No longer takes part
intake-gone = This intake is no longer there, or is not yours (any more).
intake-changed = Something has changed here meanwhile. This is how it stands:

## A question after the cut-off

intake-request-move = <b>{ $name } asks whether it can be moved.</b>
intake-request-cancel = <b>{ $name } asks whether it can be cancelled.</b>
intake-reason = Reason: <i>{ $reason }</i>
intake-grant = That is fine
intake-refuse = No, leave it
intake-granted-move = { $name } may choose another moment and hears so. Until then the intake stands.
intake-granted-cancel = The intake with { $name } is cancelled. { $name } hears so.
intake-refused-move = The intake with { $name } stands. { $name } hears so.
intake-refused-cancel = The intake with { $name } stands. { $name } hears so.
intake-request-settled = This question was answered already, or there is nothing left to change.

## Moving and cancelling

intake-move-nowhere = You have no free moment to which { $name } could be moved. With /slots you open one.
intake-move-day = Moving <b>{ $who }</b>, now { $moment }. To which day?
intake-move-time = <b>{ $day }.</b> At what time?
intake-move-sure =
    Move from { $old }
    to <b>{ $new }</b>.
    Shall I tell { $name }?
intake-cancel-sure = Cancel the intake with { $name } of <b>{ $moment }</b>? Shall I tell { $name }?
intake-tell-yes = Yes, tell { $name }
intake-tell-no = No, I will do so myself
intake-leave-it = Leave it
intake-moved-told = Moved. { $name } hears so, with a new file for the calendar.
intake-moved-untold = Moved. Will you tell { $name }? I send nothing.
intake-moved-unreachable = Moved, but { $name } gets no message: the bot is switched off there. Will you call or mail?
intake-cancelled-told = Cancelled. { $name } hears so and can choose another moment.
intake-cancelled-untold = Cancelled. Will you tell { $name }? I send nothing; another moment can be chosen already.
intake-cancelled-unreachable = Cancelled, but { $name } gets no message: the bot is switched off there. Will you call or mail?
intake-slot-taken = That moment has just been taken. Nothing was changed.
intake-here-noted = Noted: you will be there.

## What came of it

intake-record-goes-on = Goes on
intake-record-stops = Does not go on
intake-record-second-talk = Second talk
intake-too-early = This talk has yet to begin. After that you record what came of it.
intake-recorded-goes-on = Recorded: { $name } goes on. { $name } hears so, and the office looks for a group.
intake-recorded-stops = Recorded: { $name } does not go on. { $name } hears so with your reason, and the office knows as well.
intake-recorded-second-talk = Recorded: there will be a second talk. { $name } hears so and chooses a moment.
intake-take-back = Not right, change it
intake-back-taken-back = The outcome is taken back. Choose below what it should be; then the other hears it from me.
intake-back-too-late = You can change it until the end of the day on which you recorded it. Call the office, and sort it out together.
intake-back-acted = It can’t be changed any more: the other has taken a next step meanwhile. Give them a call, or talk to the office.
intake-stop-question = Why does { $name } not go on? Write it kindly: { $name } reads it as it is.
intake-stop-confirm = <b>This is what { $name } will read.</b> The registration ends with it.
# $reason (text)
intake-stop-preview = <blockquote>{ $reason }</blockquote>
intake-stop-yes = Right, send it
intake-stop-other = Another reason
intake-left = Nothing was recorded.
intake-link-question = What is the link for { $moment }, with { $name }? Paste it here.
intake-link-given = Kept. The person you speak gets the link too.

## Not booked yet, and the waiting list

intake-unbooked-title =
    { $number ->
        [one] <b>One person has no intake yet</b>
       *[other] <b>{ $number } people have no intake yet</b>
    }
intake-unbooked-line = { $who }
intake-unbooked-waiting = { $who } – on the waiting list
# $day: since when
intake-unbooked-since = { $who } – since { $day }
intake-unbooked-none = Everybody who was admitted has an intake.
intake-nudge = Remind { $name }
intake-nudged = I have sent a reminder.
intake-nudged-before = They were reminded today already; tomorrow it can be done again.
intake-not-needed = There is no need any more: they booked meanwhile, or are on the waiting list.
intake-line-title = <b>The waiting list</b>, the first in line on top
intake-line-line = { $number }. { $who }, since { $day }
intake-line-none = Nobody is on the waiting list.

## What comes by itself

intake-show = Show
intake-line = Waiting list
# $name (name), $moment (day, begin and end)
intake-told-booked = <b>An intake with { $name }: { $moment }.</b> The file is for your calendar; you may forward it, there is no name in it.
intake-told-moved = <b>The intake with { $name } was moved: { $moment }.</b> With this file the appointment in your calendar moves along.
intake-told-cancelled = <b>Your intake with { $name } is off: { $moment }.</b> With this file you take it out of your calendar.
intake-told-link = The link for your intake of <b>{ $moment }</b>, with { $facilitator }: { $link }
intake-told-tomorrow = <b>Tomorrow you have an intake.</b>
intake-told-ahead = <b>You have an intake before long.</b>
intake-told-soon = <b>You have an intake soon.</b>
intake-told-outcome = You had an intake with <b>{ $name }</b>: { $moment }.
intake-told-outcome-again = A reminder: you had an intake with <b>{ $name }</b>, { $moment }.
intake-told-outcome-missing = <b>{ $facilitator }</b> has not yet recorded what came of the intake with { $name } ({ $moment }). Will you give them a call?
intake-told-request-again = This question is still there:
intake-told-unbooked = <b>{ $who }</b> has been able to book an intake for two weeks and hasn’t yet. One tap reminds them.
intake-told-unbooked-office = <b>{ $who }</b> still has no intake, while there is room. A call may help.
intake-told-stopped = <b>{ $who }</b> does not go on after the intake, says { $facilitator }. The registration has ended; they have been told.
intake-told-stop-taken-back = <b>{ $who }</b> takes part after all: the outcome of the intake was not recorded right. The registration goes on as before.
intake-told-left = <b>{ $who }</b> no longer takes part. What was planned is off; you need not do anything.
intake-told-no-group = <b>{ $who }</b> still waits for a group { $days } days after the intake, and has been told so.
intake-told-slots-wanted =
    { $number ->
        [one] Somebody waits for an intake, and there is no free moment. Will you open one?
       *[other] { $number } people wait for an intake, and there is no free moment. Will you open some?
    }
intake-told-slots-wanted-office =
    { $number ->
        [one] Somebody has waited for an intake for a week, and no facilitator has a free moment. Will you ask one of them?
       *[other] { $number } people wait for an intake, and no facilitator has a free moment. Will you ask one of them?
    }
intake-told-facilitator-left = <b>{ $name }</b> is no facilitator any more. Everybody with an intake has been told.
intake-told-proposal-accepted = <b>{ $name }</b> took over your wording of a learning goal.
intake-told-proposal-declined = <b>{ $name }</b> would rather keep the own words.

## Learning goals of participants

# $name (name)
intake-goals-title = <b>The learning goals of { $name }</b>
intake-goals-none = { $name } has not written down any learning goals yet.
intake-goals-asked = { $name } wrote the learning goals for another facilitator. I have asked whether you may read them.
intake-goals-refused = { $name } would rather keep the learning goals private.
intake-goals-not-yours = I cannot show you these learning goals: { $name } is no participant of yours (any more).
# $number (number), $words (text)
intake-goal = { $number }. { $words }
intake-goal-proposal = Your proposal: <i>{ $words }</i>
intake-goal-propose = Other words for no. { $number }
intake-goal-question =
    How would you word this learning goal? { $name } chooses whether it becomes so.
    <blockquote>{ $words }</blockquote>
intake-goal-proposed = Proposed. { $name } hears so; you will hear what becomes of it.
intake-goal-same = It reads so already. Nothing was proposed.
intake-goal-gone = This learning goal is no longer there, or you may not read it (any more).
intake-goal-left = Nothing was proposed.
