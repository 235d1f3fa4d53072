# The sessions of a group: planned, changed, cancelled.

## Planned

# $group (number): of the group; $number (number): how many sessions
session-planned =
    { $number ->
        [one] <b>Group { $group }: a session is fixed.</b>
       *[other] <b>Group { $group }: { $number } sessions are fixed.</b>
    }
# $moment (text): day, start and end; $place (text): municipality, or that it is still to come
session-line = { $moment } · { $place }
session-file =
    { $number ->
        [one] Put it in your calendar with this file. You can forward this message to your secretary as it is: it names nobody.
       *[other] Put them in your calendar with this one file. You can forward this message to your secretary as it is: it names nobody.
    }
session-planned-absent = You said that you cannot come on { $days }, so I noted that you are absent. Can you come after all? Put it right with /afmelden.
session-online = online
session-place-open = place to follow
# As it will stand in a calendar.
session-location-online = Online
session-agenda = My diary

## Changed

# $old, $new (texts): day, start and end
session-moved = <b>Your session was moved.</b> Not { $old }, but <b>{ $new }</b>.
# $moment (text)
session-about = <b>Your session of { $moment }.</b>
# $place (text): municipality or "online"
session-place = The place is known: <b>{ $place }</b>.
session-place-stays = The place is still { $place }.
# $old, $new (texts)
session-place-changed = The place changes: not { $old }, but <b>{ $new }</b>.
# $number (number): how many sessions
session-places = <b>The place of { $number } sessions:</b>
# $moment (text): day, start and end; $place, $old (texts)
session-line-elsewhere = { $moment } · { $place } (was: { $old })
session-moved-host = You are the host: will you check that there is a room then too? If there is none, tap <i>I cannot after all</i> in our talk about hosting. Can't you be there yourself: /afmelden.
session-moved-member = Can't you make it then? Let me know with /afmelden.
session-moved-absent = You said that you cannot come then, so I noted that you are absent. Can you come after all? Put it right with /afmelden.
# $number (number): how many sessions
session-file-replaces =
    { $number ->
        [one] This file puts it right in your calendar; it takes the place of the one before.
       *[other] This one file puts them right in your calendar; it takes the place of the one before.
    }

## Cancelled

session-cancelled = <b>The session of { $moment } will not take place.</b>
# $number (number): how many sessions
session-file-removes =
    { $number ->
        [one] This file takes it out of your calendar.
       *[other] This file takes them out of your calendar.
    }
session-dropped =
    { $number ->
        [one] You are no longer in this group. The session that was still to come does not concern you any more.
       *[other] You are no longer in this group. The { $number } sessions still to come do not concern you any more.
    }
session-dropped-leader =
    { $number ->
        [one] You no longer lead this group. The session that was still to come does not concern you any more.
       *[other] You no longer lead this group. The { $number } sessions still to come do not concern you any more.
    }
