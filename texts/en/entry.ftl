# Entering somebody who phoned or mailed.

entry-name-question =
    <b>Entering somebody.</b> What is the alderman called?
    You will get a personal link for this alderman, with which they finish the registration themselves.
entry-municipality-question = Of which municipality is <b>{ $name }</b> an alderman?
entry-email-question = What is the e-mail address of <b>{ $name }</b>? If you do not know it, skip it.
entry-summary =
    <b>Is this right?</b>
    { $name }, { $municipality }
    { $email }
    { $round }
entry-no-email = No e-mail address
entry-in-round = For { $round }
entry-free = Without a round: waits for the next one
entry-make-link = Make the link
entry-municipality-done = Municipality: <b>{ $municipality }</b>
entry-email-skipped = No e-mail address
entry-done = <b>{ $name }</b> has been entered.
# $day (date), $url
entry-link =
    <b>The personal link for { $name }</b>
    Pass it on, by mail for instance. It works once, for one person, and holds until and including { $day }. I will tell you when it has been opened.

    <code>{ $url }</code>
entry-stopped = Stopped. What you entered has been erased.
entry-unopened = These people were entered and have not opened their link. If a link is lost or expired, choose the name: I make a new one, and the old one no longer works.
entry-opened-meanwhile = The link has been opened meanwhile: no new one is needed.

## By itself

# $day (text): the day on which it is erased
entry-told-unopened = <b>{ $name }</b> ({ $municipality }) has not opened the personal link yet. A phone call may help. If nothing happens, on { $day } I erase what was entered.
entry-link-again = Make a new link
entry-told-gone = A registration that the office had entered was left for thirty days. I have erased what was there. With /invoeren you begin again.
