# What a group has yet to arrange, and what the next step is.

planned-title = <b>Group { $group }: the planning</b>
planned-done = Arranged: { $steps }.
planned-running = Under way: { $steps }.
planned-next-first-date = Next step: a first date. Propose a few, and I will ask everybody what suits them.
planned-next-first-place = Next step: a place for the first session.
planned-next-chat = Next step: a group chat in Telegram. It can be done without, and then everything goes in private.
planned-next-dates = Next step: the dates of the other sessions.
planned-next-place = Next step: where you meet. One central town hall, or each other's in turn.
planned-next-presenters = Next step: who presents when. I make a proposal, you decide.
planned-waits = Now others are to move. You will hear from me as soon as there is something to choose.
planned-complete = Everything is set: dates, place and presenters.
planned-step-first-date = first date
planned-step-first-place = first place
planned-step-chat = group chat
planned-step-dates = dates
planned-step-place = place of the year
planned-step-presenters = presenters
planned-take-first-date = Choose a first date
planned-take-first-place = Choose a place
planned-take-chat = Link a group chat
planned-take-dates = Plan the dates
planned-take-place = Place of the year
planned-take-presenters = Divide the turns
