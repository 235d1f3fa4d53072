# Words that come back everywhere: buttons, errors and portfolios.

common-back = Back
common-cancel = Cancel
common-skip = Skip
common-yes = Yes
common-no = No
common-next = Next
common-previous = Previous
common-done = Done
common-change = Change
common-later = Later

## A button that no longer holds

error-old-button = This button belongs to a question that has been answered. /mijn shows where you are now.
error-unknown-button = I do not know this button (any more). /mijn shows where you are now.
error-not-allowed = I cannot do that for you: it belongs to another role. /help shows what you can do.
error-unknown-command = I do not know that command. /help shows what I can do.
error-nothing-asked = I am not waiting for a typed answer now. If there is a question with buttons above, choose one of them. /mijn shows where you are, /help what I can do.

## Something goes wrong

# $code (text): by which the office finds the error
error-broken =
    Something went wrong on my side; you did nothing wrong. What you entered is kept. Please try again in a moment.
    If it keeps happening, mention code <b>{ $code }</b> to the office.
# $code (text)
error-broken-for-coordinator = Something went wrong with a message. The code is <b>{ $code }</b>; the log says more about it.

## A wrong answer: its kind

error-sticker = Nice, but here I am looking for an answer in words or by a button.
error-photo = I cannot read a photo here. Could you answer in words or by a button?
error-voice = I cannot listen. Could you answer in words or by a button?
error-document = I cannot read a file here. Could you answer in words or by a button?
error-other-kind = I cannot read this. Could you answer in words or by a button?
error-contact-unasked = Thank you, but I was not asking for a contact. Could you answer in words or by a button?
error-not-own-contact = This is somebody else’s number. Share your own, or type it.
error-use-buttons = Choose one of the buttons, so that I know for certain what you mean.
error-edited = I do not read a changed message as an answer. Send your answer again; what is done already you change in the summary or with /mijn.

## A wrong answer: the words

error-words-empty = I do not see an answer yet. Could you type it again?
# $limit, $length (numbers): characters
error-words-too-long = That is too long: { $length } characters, and { $limit } fit. Can it be shorter?
error-words-no-letters = There are no letters in that. Could you put it in words?

## A wrong answer: the e-mail address

error-email-kind = I am looking for an e-mail address, such as <i>name@gemeente.nl</i>.
error-email-empty = I am looking for an e-mail address, such as <i>name@gemeente.nl</i>.
error-email-spaces = An e-mail address has no spaces. Could you send the address alone?
error-email-no-at = There is no @ in it. An e-mail address looks like <i>name@gemeente.nl</i>.
error-email-several-at = There is more than one @ in it. Could you send one address, such as <i>name@gemeente.nl</i>?
error-email-no-name = A part is missing: a name belongs before the @. Could you try again?
error-email-no-domain = A part is missing: after the @ belongs something like <i>gemeente.nl</i>. Could you try again?
error-email-too-long = That is too long for an e-mail address. Could you send the address alone?
error-email-malformed = This address is not quite right. Could you check it? For example <i>name@gemeente.nl</i>.

## A wrong answer: the phone number

error-phone-kind = I am looking for a phone number, such as <i>06 12 34 56 78</i>.
error-phone-empty = I am looking for a phone number, such as <i>06 12 34 56 78</i>.
error-phone-letters = A phone number has digits only. Could you send the number alone?
error-phone-too-short = There are digits missing. A number looks like <i>06 12 34 56 78</i>.
error-phone-too-long = There are too many digits. Could you check it?
error-phone-unknown-country = I do not know that country code. A Dutch number may simply start with 0.
error-phone-malformed = This number is not right. Could you check it? A foreign number starts with + and its country code.

## Portfolios

portfolio-finance = Finance
portfolio-spatial-planning = Spatial planning
portfolio-housing = Housing
portfolio-environment-act = Environment and Planning Act
portfolio-economy = Economy
portfolio-labour-market = Labour market
portfolio-work-and-income = Work and income
portfolio-poverty-and-debt = Poverty and debt
portfolio-social-support = Care and social support
portfolio-youth = Youth
portfolio-health = Health
portfolio-elderly = Older people
portfolio-education = Education
portfolio-integration = Civic integration
portfolio-asylum = Asylum and shelter
portfolio-culture = Culture
portfolio-heritage = Heritage
portfolio-sport = Sport
portfolio-recreation = Recreation and tourism
portfolio-traffic = Traffic and transport
portfolio-public-space = Public space
portfolio-climate-and-energy = Climate and energy
portfolio-environment = Environment and waste
portfolio-water = Water
portfolio-nature = Nature and animal welfare
portfolio-agriculture = Agriculture and countryside
portfolio-participation = Participation and neighbourhoods
portfolio-services = Services and digitalisation
portfolio-personnel = Personnel and organisation
portfolio-real-estate = Real estate and land
