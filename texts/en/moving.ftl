# /verzetten: another moment for a session, or cancelling it. For the facilitator, in private.

# $group (number): of the group
moving-which = <b>Group { $group }.</b> Which session do you want to move or cancel?
moving-none = Nothing is fixed for group { $group } that you can move.
# $moment (text): day, start and end; $place (text): municipality, online, or that the place will follow
moving-title = <b>Moving: { $moment }</b> · { $place }
moving-type = When would it suit? Type a day and a time, such as <i>Tue 16 March 13:00</i>. More is fine too, each on a line of its own.
moving-more = Another moment besides? Just type it.
# $moment (text)
moving-candidate = ·  { $moment }
moving-ask = Ask the group
moving-at-once = Move at once, without asking
# $moment (text): short, as in "Tue 9 Mar 13:00"
moving-drop = Take { $moment } away
moving-leave = Leave it
moving-cancel = Cancel
moving-close = Close the poll
# $answered, $members (numbers); $moment (text): when the poll closes
moving-asking = The group is voting, until { $moment }. { $answered } of the { $members } have answered.
moving-asked = The poll is closed; { $answered } of the { $members } have answered. Which moment will it be?
# $moment (text); $able, $members (numbers)
moving-standing = <b>{ $moment }</b>: { $able } of the { $members } can.
# $names (text): first names
moving-rather-not = ·  rather not: { $names }
moving-unable = ·  cannot: { $names }
# $number (number): how many people
moving-silent = ·  said nothing yet: { $number }
moving-confirm = Move to { $moment }

## What came of it

moving-moved = <b>Moved to { $moment }.</b> Everybody hears of it from me, with a new file for the calendar. Place, host and cases move along.
moving-already = The session is at { $moment } already.
moving-left = The session stays at { $moment }.
moving-asked-group = I am asking the group. As soon as everybody has answered, or the poll closes, you will hear what came of it.
moving-stopped = All right, we leave it at that. I keep what you typed; go on with /verzetten.
moving-asked-before = I am asking the group already.
moving-no-candidates = There is no moment to ask about yet. Type one first.
moving-not-possible = That moment will not do any more: it is past, or you have something else then. Choose or type another.
moving-changed = Something has changed meanwhile. This is how it stands:
moving-cancel-sure = Cancel the session of <b>{ $moment }</b>? Everybody is told, with a file that takes it out of the calendar.
moving-cancel-yes = Yes, cancel it
moving-cancel-no = No, leave it
moving-cancelled = Cancelled: { $moment }. Everybody hears of it from me.
moving-gone = That session has begun, is over or was cancelled, or the group is not yours (any more). /verzetten shows what can still be moved.

## What was typed and cannot be

# $typed (text): what it said
moving-error-unreadable = I cannot read “{ $typed }”. Type a day and a time, such as <i>Tue 16 March 13:00</i>.
moving-error-no-time = I miss the time with “{ $typed }”. Type it behind the day, such as <i>13:00</i>.
moving-error-no-such-day = “{ $typed }” does not exist. Type another day or time.
moving-error-past = “{ $typed }” is past. Type a moment that is still to come.
moving-error-too-far = “{ $typed }” is more than a year ahead. Type a moment that is nearer.
# $moment (text)
moving-problem-public-holiday = { $moment }: that is a public holiday.
moving-problem-same = { $moment }: it is there already.
moving-problem-clash = { $moment }: you have something else then, a session or an intake.
moving-problem-too-many = { $moment }: no more than six fit in one poll.
