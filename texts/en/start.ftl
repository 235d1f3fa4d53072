# Coming in, help, language and stopping.

start-press = Hi! Press /start and I'll help you on your way.
start-interrupted = That worked, although I was interrupted for a moment. /mijn shows where you are now.

## Help

help-nobody =
    <b>What I can do for you</b>
    Register you for intervisie (peer consultation) with the Wethoudersvereniging, and tell you where you stand.

    /start – register or carry on
    /mijn – what I know about you, where you stand, and whose move it is
    /annuleren – stop what we are doing; I keep what you filled in
    /privacy – what I keep, why, and for how long
    /taal – Dutch or English

    Stuck? The office of the Wethoudersvereniging will help you: www.wethoudersvereniging.nl.
help-participant =
    <b>What I can do for you</b>
    /agenda – what is coming, and what you have to do
    /groep – who is in your group, and what is planned
    /intake – your intake: when, move or cancel
    /leerpunten – write, change and share your learning goals
    /rooster – who presents when; swap, or offer a case
    /afmelden – say that you cannot be there once
    /mijn – what I know about you, where you stand, and whose move it is
    /annuleren – stop what we are doing; I keep what you filled in
    /privacy – what I keep, why, and for how long
    /taal – Dutch or English

    Stuck? The office of the Wethoudersvereniging will help you: www.wethoudersvereniging.nl.
help-facilitator =
    <b>You are a facilitator</b>
    /agenda – what is coming, and what waits for you
    /groep – your groups, with the plan and the next step
    /eerste – find the first date of a group
    /plaats – choose where your group meets, and who hosts
    /planning – the dates of the other sessions: candidates, poll, proposal
    /programma – the order of a session, the rules of feedback and the exercise
    /aanwezig – say who was there
    /verzetten – move or cancel a session
    /intakes – whom you speak when, who has not booked yet, and what came of it
    /slots – open, look at and withdraw moments for intakes
    /koppel – link the group chat, and see how it stands
    /rooster – divide, confirm and change the turns
    /mijn – where you stand, and whose move it is
    /annuleren – stop what we are doing
    /privacy – what I keep, why, and for how long
    /taal – Dutch or English

    As soon as something is needed from you, I'll let you know here.
help-coordinator =
    <b>You are a coordinator</b>
    /ronde – open, view or close a round, with the QR code for the flyer
    /aanmeldingen – who is waiting for admission
    /deelnemers – who was admitted, and how far everybody is
    /groepen – compose and publish groups, and see who is in them
    /begeleiders – the facilitators, and what they still have to do
    /invoeren – enter somebody who called or mailed
    /uitnodigen – invite a facilitator
    /annuleren – stop what we are doing
    /privacy – what I keep, why, and for how long
    /taal – Dutch or English

## Language

language-question = Which language shall I use?
language-dutch = Nederlands
language-english = English
language-chosen = From now on I'll speak English with you.

## Stopping

cancel-nothing = We were not in the middle of anything, so there is nothing to cancel. /mijn shows where you stand.
cancel-done = Stopped. /help shows what I can do for you.

## Coming in

start-welcome =
    <b>Welcome!</b> This is where you register for intervisie with the Wethoudersvereniging: six meetings with six to eight fellow aldermen and a facilitator.
    It takes a few minutes. You can stop at any time; I keep what you filled in, so you can carry on later.
start-register = Register
start-more = Tell me more first
# $member, $other (texts): amounts excluding VAT
start-about =
    <b>What is intervisie?</b>
    With six to eight fellow aldermen from other municipalities you put questions about your work to each other: how you act, not what your policy is. A professional facilitator leads the conversation, and what is said stays among you.

    You meet six times for part of a day, within a year, with a light lunch. Beforehand you have a talk with your facilitator about what you want to learn.

    It costs { $member } for members and { $other } for others, excluding VAT. Your municipality can reimburse this.
