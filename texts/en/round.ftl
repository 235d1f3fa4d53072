# The round: opening, looking, closing.

## Opening, step by step

round-name-question =
    <b>A new round.</b> What is it called?
    The name is shown on the invitation, for example <i>Intervisie voorjaar 2027</i>.
round-closes-on-question = Until and including which day can aldermen register? Choose a day or type one, such as <i>15 January</i> or <i>in 3 weeks</i>.
round-places-question = How many places are there? Groups have six to eight members. Choose a number or type it.
round-name-done = Name: <b>{ $name }</b>
round-closes-on-done = Open until and including <b>{ $day }</b>
round-places-done = Places: <b>{ $places }</b>

round-date-unreadable = I see no day in that. Type, for example, <i>15-1-2027</i>, <i>15 January</i> or <i>in 3 weeks</i>.
round-date-no-such-day = That day is not in the calendar. Could you check it?
round-date-past = That day has passed. Which day to come do you mean?
round-date-too-far = That is more than a year ahead. Could you choose a day within a year?
# $most (number)
round-places-wrong = I am looking for one number from 1 to { $most }, for example <i>24</i>.

round-summary =
    <b>Is this right?</b>
    { $name }
    People can register until and including { $day }
    { $places ->
        [one] 1 place
       *[other] { $places } places
    }
round-summary-indivisible = Mind: exactly { $places } people cannot be divided into groups of six to eight.
round-summary-waiting =
    { $number ->
        [one] One free registration is waiting; it joins this round.
       *[other] { $number } free registrations are waiting; they join this round as long as there are places.
    }
round-open = Open it
round-change-question = What would you like to change?
round-change-name = Name
round-change-closes-on = Closing day
round-change-places = Number of places
round-stopped = Stopped. No round was opened; /ronde begins again.

## Open

round-opened = <b>{ $name }</b> is open. The link and the QR code are below.
round-link =
    <b>{ $name }</b>
    People can register until and including { $day }.

    The link for mail and website:
    <code>{ $url }</code>

    The QR code is sharp enough for the flyer, up to some ten centimetres wide.
round-share = Share
round-share-words = { $name }: register for intervisie of the Wethoudersvereniging
round-picture-name = qr-intervisie.png

## Overview

round-overview-open = Open until and including { $day }
round-overview-over = The last day was { $day }: nobody can register any more
round-overview-places = { $taken } of { $places } places taken, { $free } free
round-overview-unlimited = { $taken } places taken
round-overview-drafts =
    { $number ->
        [one] 1 registration is half-finished
       *[other] { $number } registrations are half-finished
    }
round-overview-empty = No registrations yet.
round-overview-line = { $number }. { $name }, { $municipality } – { $status }
round-overview-more = … and { $number } more. /aanmeldingen shows who is waiting for you.
round-waiting-title = <b>Free registrations</b>, for the next round
round-status-draft = half-finished
round-status-submitted = waits for admission
round-status-price = admitted, has yet to agree to the price
round-status-admitted = admitted
round-status-declined = declined
round-status-withdrawn = withdrawn

round-new = New round
round-show-code = Link and QR code
round-close = Close the round
round-close-sure =
    <b>Close { $name }?</b>
    Nobody can register for it after that. Whoever is registered stays so. It cannot be opened again.
round-close-yes = Yes, close it
round-close-no = No, leave it open
round-closed-now = <b>{ $name }</b> is closed. /aanmeldingen shows who still waits for admission.
round-closed-before = <b>{ $name }</b> was closed already.
round-kept-open = <b>{ $name }</b> stays open.

## By itself

round-closed-told =
    <b>{ $name }</b> is closed.
    { $admitted } admitted; { $waiting ->
        [0] nobody waits for admission
        [one] 1 registration waits for admission
       *[other] { $waiting } registrations wait for admission
    }. /aanmeldingen shows who is waiting, /ronde opens a next one.
