# Who takes part, as the office sees it; and taking somebody out.

participant-none = Nobody has been admitted yet.
participant-overview =
    { $number ->
        [one] <b>One person has been admitted.</b>
       *[other] <b>{ $number } people have been admitted.</b>
    } Tap one of them.
participant-price = Was admitted, and has yet to agree to another price.
participant-booked = Intake: { $moment }, with { $facilitator }.
participant-waits-for-group = Had the intake; has waited for a group since { $day }.
participant-in-group = Is in group { $number }.
participant-in-line = Is on the waiting list for an intake.
participant-unbooked = Has not chosen an intake yet.
participant-second-talk = Had an intake and chooses a second talk.
participant-gone = They take no part (any more), or are no participant of yours.
participant-out-sure =
    <b>{ $name } takes part no longer.</b> Are you sure?
    What is planned is off at once, and { $name } is told. Registering anew is always possible.
participant-out-yes = Yes, take { $name } out
participant-out-no = No, leave it
participant-out-done = { $name } no longer takes part. What was planned is off, and whoever must know is told.
participant-out-left = Nothing was changed.
