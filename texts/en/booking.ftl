# A participant's intake: choosing a moment, moving, cancelling, the waiting list.

booking-your-facilitator = your facilitator

## Choosing a moment

booking-choose = Choose a time
booking-facilitator = With whom would you like your intake?
booking-whichever = Doesn’t matter
booking-days = There is room on these days. Which one suits you?
# $facilitator (text): the facilitator's name
booking-days-with = <b>{ $facilitator }</b> has room on these days. Which one suits you?
# $month (text): month and year
booking-month = <b>{ $month }</b>
booking-earlier = Back to { $month }
booking-later = On to { $month }
booking-day-full = That day has just filled up.
# $day (text)
booking-time = <b>{ $day }.</b> What time?
# $time (text): when it starts
booking-time-phone = { $time } phone
booking-time-video = { $time } video
booking-other-day = Another day
# $moment (text): day, start and end; $facilitator (text)
booking-summary-phone = <b>{ $moment }, by phone, with { $facilitator }.</b> Shall I book it?
booking-summary-video = <b>{ $moment }, by video, with { $facilitator }.</b> Shall I book it?
booking-confirm = Book it
booking-other-moment = Another time
booking-stopped = Let’s leave it at that.

## Somebody was faster, or there is nothing

booking-taken = That time has just been taken.
booking-gone = That time is no longer possible.
booking-left-that-day = This is what is left that day:
booking-nothing = Nothing is free right now. On the waiting list you hear from me as soon as something is.
# $moment (text)
booking-nothing-to-move = No other time is free right now. Your intake on <b>{ $moment }</b> simply stands.

## Moving

# $moment (text): what would be given up
booking-moving = Your intake is on <b>{ $moment }</b>. It stands until you book another time.
# $old (text): what would be given up
booking-summary-move-phone = Move from { $old } to <b>{ $moment }, by phone, with { $facilitator }</b>?
booking-summary-move-video = Move from { $old } to <b>{ $moment }, by video, with { $facilitator }</b>?
booking-confirm-move = Yes, move it
booking-leave-it = Leave it

## What is booked

# $moment (text)
booking-fixed = <b>Your intake is booked: { $moment }.</b>
booking-how-phone = { $facilitator } will call you on { $phone }.
booking-how-phone-unknown = { $facilitator } will call you. I don’t have your number yet, though: would you share it?
booking-give-phone = Share my number
# $link (text): address of the video call
booking-how-video = By video, with { $facilitator }: { $link }
booking-how-video-later = By video, with { $facilitator }. You get the link from me once it is there; /intake shows it.
# $day (text): last day
booking-change-until = Can’t make it after all? Until the end of { $day } you can move or cancel it yourself; after that I ask { $facilitator } for you.
booking-change-asks = Can’t make it after all? At such short notice it is up to { $facilitator }; I’ll ask for you.
booking-change-granted = { $facilitator } is fine with moving it: choose another time.
# $until (text): day and time
booking-request-open-move = You asked { $facilitator } whether you can move it. If you hear nothing before { $until }, your intake goes ahead.
booking-request-open-cancel = You asked { $facilitator } whether you can cancel. If you hear nothing before { $until }, your intake goes ahead.
booking-move = Move
booking-cancel = Cancel it
booking-ask-move = Ask to move it
booking-ask-cancel = Ask to cancel it
booking-file-follows = A file for your calendar comes below.
booking-file-follows-move = A new file for your calendar comes below; it replaces the earlier one.
booking-spoken = Your intake with { $facilitator } was on { $moment }. It is your facilitator’s move to say what comes next.
booking-held = You have had your intake. It is the office’s move: it puts the groups together, and you hear as soon as there is a place for you. Meanwhile, put your learning goals on paper.
booking-goals = My learning goals
booking-not-admitted = You plan an intake once you are admitted. /mijn shows where you are.
booking-your-move = It is your move: choose a time for your intake.
booking-your-move-again = It is your move: choose a time for another talk.

## Invited

booking-invite = Next comes your intake: a talk with a facilitator, by phone or video. Choose a time that suits you.
booking-invite-full = Next comes your intake: a talk with a facilitator. Nothing is free yet. On the waiting list you hear from me as soon as something is.

## Cancelling, and asking whether it is still possible

# $moment, $facilitator (texts)
booking-cancel-question = Cancel your intake on <b>{ $moment }</b>? If you want to say why, type it; only { $facilitator } reads it. You don’t have to.
booking-cancel-without = Cancel, no reason
booking-reason-given = I pass on your reason.
booking-cancelled = Cancelled: { $moment }. { $facilitator } is told. Taking part does include an intake, so choose another time when you are ready.
booking-ask-move-question = You want to move your intake on <b>{ $moment }</b>. I’ll ask { $facilitator }. If you want to say why, type it; you don’t have to.
booking-ask-cancel-question = You want to cancel your intake on <b>{ $moment }</b>. I’ll ask { $facilitator }. If you want to say why, type it; you don’t have to.
booking-ask-without = Ask, no reason
# $until (text): day and time
booking-asked = I have asked { $facilitator }. If you hear nothing from me before { $until }, your intake on { $moment } goes ahead.
booking-asked-before = { $facilitator } has that question already. If you hear nothing from me before { $until }, your intake on { $moment } goes ahead.
booking-coming = Good, I have noted it. See you on { $moment }, with { $facilitator }!
booking-not-coming = A pity. This is what you can do:

## The waiting list

booking-join-line = Put me on the waiting list
booking-leave-line = Take me off the list
# $before (number): how many people come first
booking-in-line =
    { $before ->
        [0] You are on the waiting list for an intake, and you are next.
        [one] You are on the waiting list for an intake. One person is before you.
       *[other] You are on the waiting list for an intake. { $before } people are before you.
    } It is the facilitators’ move; when something becomes free, you hear at once.
booking-in-line-room = There is room now: you can choose a time yourself.
booking-room-by-now = There is room by now; no need to wait.
booking-line-left = You are no longer on the waiting list.
# $moment, $facilitator, $until (texts)
booking-offer-phone =
    <b>A time is free for you: { $moment }</b>, by phone, with { $facilitator }.
    I’m holding it for you until { $until }. Does it suit you?
booking-offer-video =
    <b>A time is free for you: { $moment }</b>, by video, with { $facilitator }.
    I’m holding it for you until { $until }. Does it suit you?
booking-offer-yes = Yes, this one
booking-offer-no = No, rather not
booking-offer-gone = That time has gone meanwhile. A pity; you still have your place on the waiting list.
booking-offer-declined = That’s fine. You keep your place on the waiting list.

## In the calendar

booking-location-phone = By phone
booking-location-video = By video

## What comes by itself

# $moment (text)
booking-file = Put your intake on <b>{ $moment }</b> in your calendar with this file. You may forward it, to your secretariat for instance: all it says is “Intervisie”.
booking-told-moved = <b>{ $facilitator } has moved your intake: { $moment }.</b> This file moves it in your calendar; you may forward it.
booking-told-taken-over = <b>Your intake is with { $facilitator } from now on: { $moment }.</b> This file puts it right in your calendar; you may forward it.
booking-told-cancelled-own = This file takes the intake on { $moment } out of your calendar. You may forward it.
booking-told-granted-cancel = <b>You may: { $facilitator } is fine with your cancelling.</b> Your intake on { $moment } is off; this file takes it out of your calendar. Choose another time when you are ready.
booking-told-cancelled = <b>Your intake on { $moment } is off.</b> This file takes it out of your calendar; you may forward it.
# $reason (text): why, in the facilitator's own words
booking-told-cancelled-reason = { $facilitator } writes: <i>{ $reason }</i>
booking-told-tomorrow = <b>Your intake is tomorrow: { $moment }.</b>
booking-told-ahead = <b>Your intake is approaching: { $moment }.</b>
booking-told-later = <b>Your intake is coming up: { $moment }.</b>
booking-here = I’ll be there
booking-away = I can’t
booking-nudge = You haven’t chosen a time for your intake yet. There is room; choosing takes half a minute.
booking-told-waitlisted = There is no time for your intake right now, so I have put you on the waiting list. You hear as soon as something is free.
booking-told-waitlisted-room = You haven’t chosen a time for your intake. I have put you on the waiting list, but there is room too: choose a time when it suits you.
booking-told-published = There are new times for an intake. First come, first served.
booking-told-offer-expired = I hadn’t heard from you, so I no longer hold { $moment } for you. You are still on the waiting list, at the back.
booking-told-offer-expired-room = I hadn’t heard from you, so I no longer hold { $moment } for you. You are still on the waiting list; there is room now as well, so you can choose a time yourself.
booking-told-granted = <b>You may: { $facilitator } is fine with moving it.</b> Choose another time. Your intake on { $moment } stands until you book one.
booking-told-refused-move = { $facilitator } can’t move your intake. It stands: <b>{ $moment }</b>.
booking-told-refused-cancel = { $facilitator } is counting on you: your intake stands, <b>{ $moment }</b>.
booking-told-lapsed = { $facilitator } hasn’t answered your question. Your intake stands: <b>{ $moment }</b>. If you really can’t, please call the office.

## After the intake

booking-told-goes-on =
    <b>Thank you for your intake with { $facilitator }: you go on.</b>
    The office now puts the groups together; you hear as soon as there is a place for you. Meanwhile you can put your learning goals on paper: what do you want to learn? Only you and your facilitator read them, until you share them yourself.
booking-write-goals = Write learning goals
booking-told-corrected = <b>Your facilitator has put something right.</b> What you heard from me before no longer holds; this does:
booking-told-second-talk = { $facilitator } would like to speak with you once more before you join a group.
booking-told-second-talk-other = Your facilitator left before it was settled what comes next. So there is one more talk to have, with another facilitator.
booking-told-choose = Choose a time that suits you.
booking-told-choose-full = Nothing is free right now; on the waiting list you hear from me.
booking-told-stops =
    Thank you for your intake. <b>Unfortunately you won’t be taking part in peer consultation this time.</b>
    { $facilitator } writes: <i>{ $reason }</i>

    Questions? The office of the Wethoudersvereniging is glad to help: www.wethoudersvereniging.nl. You can always register again later, with /start.
booking-told-stops-no-reason =
    Thank you for your intake. <b>Unfortunately you won’t be taking part in peer consultation this time.</b>
    Questions? The office of the Wethoudersvereniging is glad to help: www.wethoudersvereniging.nl. You can always register again later, with /start.
booking-told-taken-out =
    <b>You no longer take part in peer consultation.</b> What was planned for you is off.
    Is this wrong? Please contact the office: www.wethoudersvereniging.nl.
# $reason (text)
booking-told-taken-out-reason = The reason given: <i>{ $reason }</i>
booking-told-no-group = Where you are: you have had your intake, and you are waiting for a group. It is the office’s move, and it knows that you are waiting. You hear from me again in a month, or sooner if there is news.
