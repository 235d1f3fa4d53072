# /programma: the order of a session, the rules of feedback, and who practises with whom.

# $moment (text): day, start and end; $place (text): municipality, online, or that it will follow
programme-title = <b>Programme, { $moment }</b> · { $place }
# $time (text): start; $what (text): what happens then
programme-item = <b>{ $time }</b> { $what }
# $item (text): time and part; $name (text): first name
programme-case-of = { $item }, by { $name }
# $minutes (number)
programme-case-step = ·  { $what } ({ $minutes } min)
programme-lunch = Lunch
programme-meeting = Meeting each other: who are you, what do you come to get and to bring
programme-agreements = Agreements: what is said here stays here
programme-feedback = Giving and receiving feedback: how it works
programme-exercise = Practising feedback, in pairs
programme-goals = Learning goals: what to share, what to keep to yourself
programme-planning = Dates and place of the next sessions
programme-opening = Opening, and looking back
programme-first-case = First case
programme-second-case = Second case
programme-break = Break
programme-closing = Closing: what do you take along
programme-case-tells = the presenter tells, and asks the question
programme-case-asks = first listen and ask, no advice yet
programme-case-advises = only then alternatives and own experiences
programme-case-takes-along = the presenter sums up: this is what I take along
programme-lunch-before = Lunch before
programme-lunch-after = Lunch after
programme-lunch-before-chosen = Lunch before: chosen
programme-lunch-after-chosen = Lunch after: chosen
programme-send = Send to the group
programme-send-private = Send to each in private
programme-show-rules = Rules of feedback
programme-show-pairs = Who practises with whom
programme-back = Back to the programme

## The rules of feedback

feedback-title = <b>Giving and receiving feedback</b>
# $number (number): in the list
feedback-permission = { $number }. Ask first whether you may.
feedback-seen = { $number }. Say what you saw or heard, not what you think of it: “I saw that you…”
feedback-effect = { $number }. Tell what it did to you: “To me it came across as…”
feedback-one = { $number }. Choose one thing, and one that the other can do something with.
feedback-ask = { $number }. Ask whether the other recognises it.
feedback-receive = { $number }. Receiving feedback? Listen, ask on, and don't defend yourself.
feedback-thank = { $number }. Say thank you, and choose for yourself what to do with it.

## The exercise

programme-pairs-title = <b>Practising feedback: who gives to whom</b>
# $giver, $receiver (texts): first names
programme-pair = { $giver } gives to { $receiver }
programme-pairs-how = Take ten minutes each. Everybody gives to one, and receives from another.
# $receiver, $giver (texts): first names
programme-pair-own = <b>Practising feedback.</b> You give to <b>{ $receiver }</b>, and receive from <b>{ $giver }</b>.
programme-draw-again = Draw again
programme-pairs-outdated = Mind you: who comes has changed since. Draw them again.

## What came of a tap

programme-told-sent = Sent to the group.
programme-told-sent-in-private = Sent: everybody gets it in private, for the group has no chat that I can reach now.
programme-told-sent-before = I sent that a moment ago.
programme-told-too-few = Fewer than two are coming; then there is nothing to practise.
programme-told-no-pairs = Nobody has been paired yet.
programme-told-outdated = Not sent yet: who is coming has changed.
# $group (number)
programme-none = No session is fixed for group { $group }, so there is no programme yet. /agenda shows what comes next.
programme-gone = That session is over or cancelled, or the group is not yours (any more). /programma shows the programme of the next.
