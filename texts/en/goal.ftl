# Learning goals: what somebody wants to learn, in their own words.

goal-none =
    <b>What do you want to learn?</b>
    Write down one to five learning goals, in your own words. They are yours: only you and your facilitator read them, and for each you choose whether your group may see it too. The office never sees them.
goal-title = <b>Your learning goals</b>
# $number (number): which one; $words (text): in their own words
goal-item =
    <b>{ $number }.</b> { $words }
    <i>For you and your facilitator</i>
goal-item-shared =
    <b>{ $number }.</b> { $words }
    <i>Shared with your group</i>
goal-what-next = Choose one to change or share it, or write another.
goal-full = These are five, and that is the most. Choose one to change, share or remove it.
goal-pick = Goal { $number }
goal-add = Add a goal
goal-one =
    <b>Goal { $number }</b>
    { $words }
goal-is-private = Only you and your facilitator read this.
goal-is-shared = Your group may see this too. You can always undo that.
# $proposal (text): the facilitator's words
goal-proposal = Your facilitator suggests: <i>{ $proposal }</i>
goal-share = Share with my group
goal-unshare = Stop sharing
goal-reword = Put it differently
goal-remove = Remove
goal-back = Back to all goals
goal-question = What do you want to learn? Type it in a sentence or two. For instance: <i>I want to stay calm when the council puts pressure on me</i>.
goal-reword-question =
    How would you put it? Type it in a sentence or two. Goal { $number } now reads:
    <i>{ $words }</i>
goal-saved = Goal noted.
goal-removed = Removed.
goal-shared-done = Shared: your group may see it.
goal-unshared-done = Your group no longer sees it.
goal-remove-sure =
    Remove goal { $number }? It cannot be brought back.
    <i>{ $words }</i>
goal-remove-yes = Yes, remove it
goal-remove-no = No, keep it
goal-gone = This goal is no longer there.
goal-stopped = Fine, nothing has changed.
goal-later = Fine. With /leerpunten you write them down whenever it suits you.
goal-not-admitted = You write learning goals once you are admitted. /mijn shows where you are.

## A suggestion of the facilitator

# $facilitator, $words, $proposal (texts)
goal-proposed =
    <b>{ $facilitator } suggests putting a goal differently.</b>
    You wrote: <i>{ $words }</i>

    Suggestion: <i>{ $proposal }</i>

    It remains your goal: choose what fits best.
goal-accept = Take it over
goal-decline = Keep my words
goal-accepted = Taken over; { $facilitator } is told.
goal-declined = Your own words stand; { $facilitator } is told.
goal-proposal-settled = This suggestion no longer counts. This is how it reads now:

## Another facilitator

# $facilitator (text)
goal-read-question = Your facilitator is now <b>{ $facilitator }</b>. May { $facilitator } read your learning goals? Without your yes they stay closed.
goal-read-yes = Yes, that’s fine
goal-read-no = No, rather not
goal-read-granted = { $facilitator } can read your learning goals.
goal-read-refused = Your learning goals stay closed to { $facilitator }.
goal-read-no-after-all = Rather not after all
goal-read-yes-after-all = Allow it after all
