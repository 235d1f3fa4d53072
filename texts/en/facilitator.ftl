# Facilitators, as the office sees them.

facilitator-none = There are no facilitators yet. With /uitnodigen you make a link for the first.
facilitator-title = <b>The facilitators</b>
facilitator-overview = Facilitators
# $name, $number (number): intakes to hold or to round off
facilitator-line =
    { $number ->
        [0] { $name }: no intakes
        [one] { $name }: one intake
       *[other] { $name }: { $number } intakes
    }
# $free (number): moments that nobody has
facilitator-card =
    <b>{ $name }</b>
    { $number ->
        [0] No intakes
        [one] One intake
       *[other] { $number } intakes
    } to hold or to round off, and { $free ->
        [one] 1 free moment
       *[other] { $free } free moments
    }.
facilitator-booking = { $moment }: { $name }
facilitator-stops = Stops as facilitator
facilitator-stays = Never mind
# $groups (text): a list of groups
facilitator-leads = { $name } facilitates { $groups }.
facilitator-successor-question =
    { $number ->
        [0] { $name } has no intakes left.
        [one] { $name } has one intake left.
       *[other] { $name } has { $number } intakes left.
    } Who takes over?
facilitator-takes-over = { $name } takes over
facilitator-nobody = Nobody: cancel everything
facilitator-sure-take-over =
    <b>{ $successor } takes over from { $name }.</b>
    { $number ->
        [0] There are no intakes to take over.
        [one] The intake stays if { $successor } is free then; otherwise it is off.
       *[other] The { $number } intakes stay as far as { $successor } is free then; the others are off.
    }{ $free ->
        [0] { "" }
        [one] { " " }1 free moment goes.
       *[other] { " " }{ $free } free moments go.
    } Everybody is told. { $name } is no facilitator after that.
facilitator-sure-cancel =
    <b>Nobody takes over from { $name }.</b>
    { $number ->
        [0] There are no intakes.
        [one] The one intake is off, and that person chooses again.
       *[other] All { $number } intakes are off, and everybody chooses again.
    }{ $free ->
        [0] { "" }
        [one] { " " }1 free moment goes.
       *[other] { " " }{ $free } free moments go.
    } Whoever has to know is told. { $name } is no facilitator after that.
facilitator-sure-groups = { $successor } will then facilitate { $groups } as well.
facilitator-sure-groups-left = Left without a facilitator: { $groups }. You choose another for them.
facilitator-sure-yes = Yes, let us do so
facilitator-departed = <b>{ $name } is no facilitator any more.</b>
facilitator-departed-numbers = Taken over: { $over }. Off: { $cancelled }. Everybody is told.
facilitator-gone = They are no facilitator (any more).
