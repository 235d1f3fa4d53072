# Moments for the intake: what a facilitator opens, looks at and withdraws.

## New moments, step by step

slot-shape-question = <b>New moments for an intake.</b> What would you like to open?
slot-shape-pattern = A weekly pattern
slot-shape-single = One moment
slot-weekdays-question = On which days? Tick them, then choose <b>Done</b>.
slot-period-question = For which period? Choose one, or type for example <i>18 January to 12 February</i> or <i>3 weeks</i>.
slot-period-weeks = { $number } weeks, until { $day }
slot-day-question = On which day? Choose one or type it, for example <i>20 January</i>.
slot-hours-question = From what time to what time? Choose or type it, for example <i>9:30 to 12</i>.
slot-start-question = At what time does it begin? Choose or type it, for example <i>9:30</i>.
slot-pause-question = Is there a break? Choose, or type it, for example <i>12 to 12:30</i>.
slot-pause-none = No break
slot-medium-question = How will you speak to each other?
slot-medium-phone = By phone
slot-medium-video = By video
slot-medium-phone-short = phone
slot-medium-video-short = video
slot-link-question = Paste the link to the meeting, for example of Teams or Zoom. Only those who book get to see it.
slot-link-question-again =
    By which link? Last time it was { $link }.
    Shall we keep it, or will you paste another? Only those who book get to see it.
slot-link-keep = The same link

## What was chosen already

# $words (text)
slot-so-far = <i>{ $words }</i>
slot-period-done = { $first } to { $last }
slot-pause-done = break { $hours }
slot-lengths = { $length } minutes, { $buffer } in between
slot-minutes = { $minutes } minutes
slot-days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }

## This is how it will be

slot-preview-title = <b>This is how it will be</b>
slot-preview-number =
    { $number ->
        [one] One moment, on { $first }.
       *[other] <b>{ $number } moments</b>, from { $first } to { $last }.
    }
slot-preview-nothing = <b>Not one moment is left.</b> Below you see why; change what should be different.
slot-preview-incomplete = Something is still missing. Choose <b>Change</b> and fill it in.
slot-week-title = <b>Week of { $day }</b>
slot-week-day = { $day }: { $times }
slot-week-empty = Nothing in this week.
slot-week-before = Week of { $day }
slot-week-after = Week of { $day }
slot-left-out-title = Left out:
# $when, $why (texts)
slot-left-out = { $when }: { $why }
slot-left-out-more = … and { $number } more
slot-left-out-public-holiday = a public holiday
slot-left-out-missing-hour = that hour does not exist that night: the clock goes forward
slot-left-out-past = is over already
slot-left-out-clash = you have something then, or it is too close to it
slot-publish = Publish
slot-published =
    Published: { $number ->
        [one] one moment. It
       *[other] { $number } moments. They
    } can be booked now.{ $skipped ->
        [0] { "" }
        [one] { " " }One was left out, as you saw.
       *[other] { " " }{ $skipped } were left out, as you saw.
    } As soon as somebody books, you will hear from me.
slot-stopped = Stopped. Nothing was published; with /slots you begin anew.

## Changing

slot-change-question = What should be different?
slot-change-weekdays = Days
slot-change-period = Period
slot-change-hours = Times
slot-change-pause = Break
slot-change-medium = Phone or video
slot-change-link = Link
slot-change-length = Length
slot-change-buffer = Time in between
slot-length-question = How long are these talks?
slot-buffer-question = How much time is there between two talks?

## A wrong answer

slot-fault-no-weekdays = Choose at least one day.
slot-fault-period-reversed = The last day is before the first. Will you change the period?
slot-fault-period-too-long = That is too far ahead: { $weeks } weeks is the longest. Will you choose a shorter period?
slot-fault-no-room = Not one talk fits between those times. Will you make the times wider, or the talks shorter?
slot-fault-too-many = Those are too many moments at once: { $most } is the most. Will you choose a shorter period, or fewer days?
slot-time-unreadable = I do not recognise a time in that. Type for example <i>9:30</i>, or <i>9 to 12:30</i>.
slot-time-one = I see one time there. Until when? Type for example <i>9 to 12:30</i>.
slot-time-two = I see two times there. At what time does it begin? Type for example <i>9:30</i>.
slot-time-reversed = The end is not after the beginning. Type for example <i>9 to 12:30</i>.
slot-period-unreadable = I do not recognise a period in that. Type for example <i>18 January to 12 February</i>, or <i>3 weeks</i>.
slot-period-no-such-day = That day is not in the calendar. Will you check it?
slot-period-past = That begins in the past. Which days from today on do you mean?
slot-period-reversed = The last day is before the first. Type for example <i>18 January to 12 February</i>.
slot-period-too-long = That is too far ahead: half a year is the longest. Will you choose a shorter period?
slot-day-unreadable = I do not recognise a day in that. Type for example <i>20 January</i> or <i>tomorrow</i>.
slot-day-no-such-day = That day is not in the calendar. Will you check it?
slot-day-past = That day is over. Which day from today on do you mean?
slot-day-too-far = That is more than a year ahead. Will you choose a day that is nearer?
slot-link-none = I see no link in that. Paste the address that begins with <i>https://</i>.
slot-link-several = I see more than one link there. Will you send just one?
slot-link-too-long = That link is too long: { $most } characters is the most. Does your meeting have a shorter one?

## Overview

slot-overview-title = <b>Your moments</b>
slot-overview-empty = Nothing is open in this week.
slot-overview-day = <b>{ $day }</b>
# $what: "9:00 phone"; $who: a name, or "free"
slot-overview-line = { $what }: { $who }
slot-overview-more = … and { $number } more
slot-free = free
slot-offered = on offer to the waiting list
slot-overview = My moments
slot-new = New moments
slot-withdraw = Withdraw
slot-rules = My rules

## Withdrawing

slot-withdraw-question = What would you like to withdraw? Nothing happens yet.
slot-withdraw-day-button =
    { $number ->
        [one] { $day } (1 moment)
       *[other] { $day } ({ $number } moments)
    }
slot-withdraw-week = This whole week
slot-withdraw-period = Withdraw a period
slot-withdraw-of-day = Which moment of <b>{ $day }</b> will you withdraw?
slot-withdraw-whole-day = The whole day
slot-withdraw-from = From which day on would you like to withdraw?
slot-withdraw-until = Withdraw from <b>{ $day }</b>, until which day?
slot-withdraw-later = Later days
slot-withdraw-nothing = There is nothing (left) to withdraw here.
slot-withdraw-changed = Something has just changed. Will you look once more?
slot-withdraw-one = <b>Withdraw { $moment }?</b>
slot-withdraw-day = <b>Withdraw { $number } moments on { $day }?</b>
slot-withdraw-days = <b>Withdraw { $number } moments, from { $first } to { $last }?</b>
slot-withdraw-free = Nobody has booked any of it.
slot-withdraw-booked =
    { $number ->
        [one] One talk is then off. That person hears it and chooses another moment:
       *[other] { $number } talks are then off. Those people hear it and choose another moment:
    }
slot-withdraw-booking = { $day }, { $time }: { $name }
slot-withdraw-yes = Yes, withdraw
slot-withdraw-no = No, leave it
slot-withdrawn =
    Withdrawn: { $number ->
        [one] one moment
       *[other] { $number } moments
    }.{ $told ->
        [0] { "" }
        [one] { " " }Whoever had booked hears it.
       *[other] { " " }{ $told } people hear it.
    }

## Rules

slot-rules-title =
    <b>Your rules</b>
    Tap what you would like to change. It holds for what is open already as well; what is booked stays as it is.
slot-rules-changed = Changed.
slot-rule-button = { $rule }: { $value }
slot-rule-length-minutes = Length of a talk
slot-rule-buffer-minutes = Time in between
slot-rule-notice-days = Book in advance
slot-rule-horizon-days = Bookable ahead
slot-rule-most-a-day = Most on a day
slot-rule-cut-off-days = Move oneself until
slot-rule-length-minutes-question = How long is a talk, unless you choose otherwise?
slot-rule-buffer-minutes-question = How much time is there at least between two talks?
slot-rule-notice-days-question = How many days in advance must one book? With 1 day it can be done until the evening before.
slot-rule-horizon-days-question = How many days ahead can one book?
slot-rule-most-a-day-question = How many talks would you like at most on one day?
slot-rule-cut-off-days-question = Until how many days before can one move or cancel oneself? After that I ask you.
