# Registering: the questions up to "received", and what is said around them.

## What answers are called, on the card and on the buttons to change them

registration-label-name = Name
registration-label-municipality = Municipality
registration-label-party = Party
registration-label-portfolios = Portfolios
registration-label-in-office-since = Alderman since
registration-label-member = Member of the association
registration-label-email = E-mail
registration-label-summary = Summary
registration-label-change = Changes
registration-label-consent = Price and privacy
registration-label-motivation-get = What you come to get
registration-label-motivation-bring = What you bring
registration-label-travel = Travel time
registration-label-days = Days
registration-label-phone = Phone
registration-label-secretariat = Secretariat
registration-label-billing = Invoice reference
registration-label-not-with = Rather not together with

# $label (text): what the answer is called; $words (text): the answer
registration-answered = { $label }: <b>{ $words }</b>
registration-skipped = { $label }: later
# $answer (text): what was answered before
registration-now = Now it says: <b>{ $answer }</b>
# $label (text): which answer is being changed
registration-changing = You are changing: <b>{ $label }</b>
registration-keep = Leave it so
# $words (text): what the button says
registration-ticked = ✓ { $words }
registration-item = • { $words }

## The questions

registration-name = What is your name? First and last name, please.
# $name (text): your name in Telegram
registration-name-offered = What is your name? In Telegram you are called <i>{ $name }</i>.
registration-name-right = Yes, that is my name
registration-name-other = Something else
registration-name-typed = What may I call you, then? Type your first and last name.
registration-municipality = Of which municipality are you an alderman?
registration-party =
    For which party are you on the municipal executive? If it is not listed, type its name.

    <i>Under privacy law your party is sensitive information. I use it only to mix groups politically. You may also keep it to yourself.</i>
registration-party-local = Local party
registration-party-not-said = rather not said
registration-party-unsaid = I would rather not say
# $page, $pages (numbers): which page, of how many
registration-portfolios =
    Which portfolios do you have? Tick all that fit, and then <b>Done</b>.

    <i>Page { $page } of { $pages }</i>
registration-portfolios-own = Other…
registration-portfolios-own-typed = Is your portfolio not listed? Type it in a few words and I will add it.
registration-portfolios-none = Tick at least one. If yours is not listed, type it.
# $earlier (number): a year
registration-in-office-since = Since which year have you been an alderman? If it was { $earlier } or earlier, type the year.
registration-in-office-since-no-number = I see no year in that. Type it in four digits, for example <i>2018</i>.
registration-in-office-since-several = There are several years in that. In which year did you start as an alderman? For example <i>2018</i>.
# $lowest, $highest (numbers): the earliest and the latest year
registration-in-office-since-too-low = That long ago? I can go back to { $lowest }. Could you check the year?
registration-in-office-since-too-high = That year is still to come. Type a year up to { $highest }.
registration-member = Are you a member of the Wethoudersvereniging? Members pay less.
registration-member-yes = Yes
registration-member-no = No
registration-member-unknown = I do not know
registration-member-looked-up = No problem: the office will look it up for you. For now I count with the price for non-members; if you are a member, it will be less.
registration-email = At which e-mail address can you be reached? For example <i>name@gemeente.nl</i>.
# $price (text): amount excluding VAT
registration-consent-member =
    Almost done. Taking part costs <b>{ $price }</b> for six sessions, excluding VAT. That is the price for members; your municipality can reimburse it.

    I use what you fill in only to handle your registration and to find a good group for you. Only the office and your facilitator see what they need for that. Do you agree to the price and to how I handle your data?
registration-consent-not-member =
    Almost done. Taking part costs <b>{ $price }</b> for six sessions, excluding VAT. That is the price for non-members; your municipality can reimburse it.

    I use what you fill in only to handle your registration and to find a good group for you. Only the office and your facilitator see what they need for that. Do you agree to the price and to how I handle your data?
registration-consent-read = Read the privacy text
registration-consent-agree = I agree
registration-consent-disagree = I do not agree
registration-consent-given = agreed
registration-dissent =
    That is fine. Only, I cannot pass your registration on then: nothing goes to the office now.

    Is something on your mind? The office of the Wethoudersvereniging is happy to talk about it: www.wethoudersvereniging.nl.
registration-dissent-agree = I agree after all
registration-dissent-stop = Stop

## The summary

registration-summary = <b>Is this right?</b>
# $name, $municipality (texts)
registration-card-who = { $name }, { $municipality }
# $party (text); $year (number)
registration-card-office = { $party } · alderman since { $year }
# $year (number)
registration-card-office-no-party = Party rather not said · alderman since { $year }
registration-card-portfolios = { $portfolios }
registration-card-member = Member of the Wethoudersvereniging
registration-card-not-member = Not a member of the Wethoudersvereniging
registration-card-member-unknown = Membership: the office looks it up
registration-card-email = { $email }
# $price (text): amount excluding VAT
registration-card-price = Costs: { $price } for six sessions (excluding VAT).
registration-card-reimbursed = Your municipality can reimburse this.
registration-summary-later = <i>I will ask your motivation, your travel time and the days that suit you afterwards; that can wait as well.</i>
registration-summary-right = Right, register me
registration-change = What would you like to change?

## Received

registration-sent = <b>This is what you sent</b>
# $name (text): first name; $day (text): the last day
registration-received = <b>Thank you, { $name }, your registration has come in.</b> The office will look at it and you will hear from me by { $day } at the latest.
registration-received-all-open = What is left, now or later: your motivation, your travel time, the days that suit you and a few more short questions.
# $missing (text): a list of what is still open
registration-received-open = What is left, now or later: { $missing }.
registration-supplement-now = Complete it now
registration-supplement-later = Fine. With /mijn you complete it whenever it suits you.
registration-sent-before = Your registration has come in already; once is enough.
registration-see-own = Where do I stand?
registration-terms-changed = The price or the privacy text has changed since you agreed. Could you have another look?

## Stopping, going on and erasing

registration-paused = We stop here. I keep what you filled in for thirty days; you can go on where you were.
registration-stopped = Good, we leave it at that. /mijn shows where you stand.
registration-resume = You had already begun to register. Shall we go on where you were?
# $name (text): first name
registration-resume-known = Welcome back, { $name }. You had already begun to register. Shall we go on where you were?
registration-go-on = Go on
registration-again = Start again
registration-erase-all = Erase everything
registration-erase = Shall I erase everything you filled in? It cannot be brought back.
registration-erase-again = Shall I erase what you filled in and start again? It cannot be brought back.
registration-erase-yes = Yes, erase everything
registration-erase-again-yes = Yes, start again
registration-erase-no = No, I will go on
registration-erased = What you filled in has been erased. If you change your mind, start again with /start.
registration-nudge = Your registration for intervisie is still open. I have kept what you filled in: finishing takes a few minutes.
registration-gone = Your registration was left for thirty days, so I have erased everything you filled in. You can always register again.
registration-begin-anew = Register again

## No place in a round

registration-no-place-closed = This round is closed. You can register all the same: your registration then waits for the next round, and the office sees that you want to take part.
registration-no-place-full = This round is full. You can register all the same: your registration then waits for the next round, and the office sees that you want to take part.
registration-no-place-none = No round is open at the moment. You can register all the same: your registration then waits for the next round, and the office sees that you want to take part.
registration-free = Register for a next round
# $round (text): a round that has a place
registration-no-place-closed-instead = This round is closed. You can register for <b>{ $round }</b> instead.
registration-no-place-full-instead = This round is full. You can register for <b>{ $round }</b> instead.
registration-no-place-none-instead = I do not know the round of this link. You can register for <b>{ $round }</b> instead.
registration-instead = Register for that round
