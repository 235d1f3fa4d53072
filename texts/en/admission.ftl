# Admission: the coordinator's card, and what the person hears.

## The card

admission-asked = <b>A new registration</b>
admission-waits = <b>Waits for admission</b>
admission-round = Round: { $round }
admission-free = Free registration: waits for the next round
admission-since = In since { $day }
admission-still-open = Still to complete: { $missing }.
admission-phone = Phone: { $phone }
admission-email = E-mail: { $email }
admission-unreachable = Mind: I cannot reach { $name } by Telegram now. Please phone or mail them yourself.
admission-admit-member = Admit as a member
admission-admit-non-member = Admit as a non-member
admission-decline = Decline
admission-gone = This registration is no longer there. /aanmeldingen shows what does wait for you.

## Settled

# $name, $municipality, $by (text), $price
admission-who = <b>{ $name }</b>, { $municipality }
admission-settled-admitted-member = Admitted as a member, by { $by }.
admission-settled-admitted-non-member = Admitted as a non-member, by { $by }.
admission-settled-price-member = Admitted as a member, by { $by }. Has yet to agree to { $price }.
admission-settled-price-non-member = Admitted as a non-member, by { $by }. Has yet to agree to { $price }.
admission-settled-declined = Declined, by { $by }.
admission-settled-price-refused = Did not agree to { $price }; the registration is withdrawn.
admission-settled-withdrawn = The registration is withdrawn.
admission-settled-draft = The registration has not been sent yet.
admission-somebody = a colleague
admission-settled-before = This had been decided already:
admission-told-admitted = { $name } gets a message and hears what comes next.
admission-told-price = { $name } is asked to agree to { $price }. After a yes the admission is complete.
admission-told-declined = { $name } gets a message with your reason.

## Overview

admission-none = Nobody waits for admission.
admission-list =
    { $number ->
        [one] <b>One registration waits for admission.</b>
       *[other] <b>{ $number } registrations wait for admission</b>, the oldest first.
    }
    Choose one to look at it.
admission-list-more = And { $number } more; they appear once you have dealt with these.
admission-list-item = { $name }, { $municipality }
admission-reminder = A reminder: whoever registered hopes for an answer within five working days.

## Declining

admission-reason-question =
    <b>Declining { $name }.</b> What is the reason? Choose one or type it in your own words; I pass it on kindly.
admission-reason-label-no-alderman = Not an alderman (any more)
admission-reason-label-round-full = The round is full
admission-reason-label-other-need = Looks for something else
admission-confirm = This is what { $name } will read:
admission-confirm-send = Send it
admission-confirm-other = Another reason
admission-not-declined = Not declined; the registration of { $name } is as it was.

# The coordinator's own words
admission-reason-own = The office writes to you: <i>{ $reason }</i>
admission-reason-no-alderman = This intervisie is for those who are aldermen now, and we could not establish that for you. Is that wrong? Then please contact the office.
admission-reason-round-full = This round is full. That says nothing about you: with /start you can register for the next one.
admission-reason-other-need = What you are looking for suits something else better than intervisie. The office will gladly think along.
admission-declined =
    Thank you for registering{ $name }. <b>Unfortunately you cannot take part in the intervisie this time.</b>
    { $reason }

    Any questions? The office of the Wethoudersvereniging will help you: www.wethoudersvereniging.nl. You can always register again later, with /start.

## Admitted

admission-admitted =
    <b>Good news{ $name }: you are taking part in the intervisie!</b>
    It costs { $price } for six sessions, excluding VAT, as agreed.
admission-supplement = Please do complete this, so that we find the group that suits you: { $missing }.
admission-supplement-button = Complete it now

## Another price

# $asked, $agreed, $total (amounts)
admission-price-asked =
    <b>Good news{ $name }: you can take part. Only the price is another one.</b>
    { $reason } It therefore costs <b>{ $asked }</b> for six sessions instead of { $agreed } (excluding VAT; { $total } including it). Your municipality can reimburse this.

    Do you agree?
admission-price-non-member = You said that you are a member of the Wethoudersvereniging; according to the list of members you are not.
admission-price-member = According to the list of members you are a member of the Wethoudersvereniging.
admission-price-reminder = You have not answered this yet; I keep your place for you until then.
admission-price-agree = I agree
admission-price-refuse = I do not agree
admission-price-refuse-sure = Without your agreement you cannot take part: your registration then lapses. Do you think the price is wrong? Then speak to the office first: www.wethoudersvereniging.nl.
admission-price-refuse-yes = Withdraw my registration
admission-price-refuse-no = Back
admission-price-refused = Your registration is withdrawn. A pity, and thank you for your honest answer. With /start you can register again later.
admission-price-settled = This has been answered. /mijn shows where you are now.
admission-price-refused-told = <b>{ $name }</b>, { $municipality }, does not agree to { $price }. The registration is withdrawn.
admission-price-unanswered = <b>{ $name }</b>, { $municipality }, does not answer the question whether { $price } is all right. { $agreed } was agreed. Phoning may help. What do you want to do?
admission-price-admit-agreed = Admit for { $agreed }
