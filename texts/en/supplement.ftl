# What can wait until after registering.

## What is still open, in a list

registration-open-motivation-get = what you come to get
registration-open-motivation-bring = what you bring
registration-open-travel = your travel time
registration-open-days = the days that suit you
registration-open-phone = your phone number
registration-open-secretariat = the address of your secretariat
registration-open-billing = the reference for the invoice
registration-open-not-with = whom you would rather not share a group with

## The questions

registration-motivation-get = What do you come to get? A few sentences will do. <i>For example: a situation in which you are stuck, or something you want to be better at.</i>
registration-motivation-bring = And what do you bring? <i>For example: experience that helps colleagues.</i>
registration-travel-question = How long do you want to travel at most, one way? Choose, or type the number of minutes.
# $minutes (number)
registration-travel =
    { $minutes ->
        [60] 1 hour
        [90] 1.5 hours
        [120] 2 hours
       *[other] { $minutes } minutes
    }
registration-travel-no-number = I find no travel time in that. Type the number of minutes, for example <i>45</i>.
registration-travel-several = There are several times in that. Type the number of minutes, for example <i>45</i>.
# $lowest, $highest (numbers): minutes
registration-travel-too-low = That is very close by. Type a time from { $lowest } minutes.
registration-travel-too-high = In the Netherlands you need not travel longer than { $highest } minutes. Type a shorter time.
registration-days-question = When do sessions suit you best? Tick the days and the parts of the day, and then <b>Done</b>.
registration-days-none = Tick at least one day and one part of the day.
# $days, $parts (texts): lists
registration-days = { $days }; { $parts }
registration-day-MO = Monday
registration-day-TU = Tuesday
registration-day-WE = Wednesday
registration-day-TH = Thursday
registration-day-FR = Friday
registration-part-morning = morning
registration-part-afternoon = afternoon
registration-part-evening = evening
registration-phone = On which number can you be called? Share it with the button below, or type it.
registration-phone-share = Share my number
registration-secretariat = Who keeps your diary? Type the e-mail address of your secretariat, and I will send appointments there as well.
registration-billing = What does your municipality want to see on the invoice? <i>For example a cost centre or a purchase number.</i>
registration-not-with =
    Would you rather not share a group with somebody? First type the municipality; then I ask who.

    <i>Only the coordinator sees this, and only to compose the groups.</i>
# $people (text): a list, one a line
registration-not-with-more =
    Rather not together with:
    { $people }

    Anybody else? Type the municipality. If not: <b>Done</b>.
# $most (number): how many fit
registration-not-with-full = There are { $most } already; with even more I find no group for you. If you still want to add somebody, please call the office.
registration-not-with-nobody = Nobody
# $municipality, $name (texts)
registration-not-with-everybody = everybody from { $municipality }
registration-not-with-somebody = { $name } ({ $municipality })
registration-not-with-name = Who from <b>{ $municipality }</b>? Type the name.
registration-not-with-all = Everybody there

## Done

registration-supplemented = Thank you, that is all. The office can now look for a good group for you.
# $missing (text): a list of what is still open
registration-supplemented-partly = Thank you. Still open: { $missing }. That can wait; use /mijn.
