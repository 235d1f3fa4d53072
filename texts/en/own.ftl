# /mijn: what I know about you, where you stand and whose move it is.

own-nobody = You are not registered for intervisie yet, and I know nothing else about you.
own-register = Register
# $day (text): the day on which it is erased
own-draft =
    <b>Your registration is not finished yet.</b>
    It is your move. On { $day } I erase what is there, if you do not go on.
own-draft-undated =
    <b>Your registration is not finished yet.</b>
    It is your move.
own-title = <b>Your registration</b>
# $round (text): what the round is called
own-round = Round: { $round }
own-round-none = For a next round
own-where = <b>Where you stand</b>
# $day (text): the last day
own-submitted = It has come in. It is the office's move: you will hear from me by { $day } at the latest.
own-submitted-late = It has come in. It is the office's move, and it is later than promised; I remind it every working day.
own-price = Admitted, but at another price. It is your move: could you say before { $day } whether you agree?
own-price-late = Admitted, but at another price. It is your move: could you say whether you agree?
own-admitted = Admitted.
own-withdrawn = You have withdrawn your registration. You can always register again.
# $missing (text): a list of what is still open
own-open = Still to complete: { $missing }.
own-price-show = See the price
own-supplement = Complete
own-withdraw = Withdraw
own-withdraw-sure = Do you want to withdraw your registration? I will tell the office, and you need not say why.
own-withdraw-yes = Yes, withdraw it
own-withdraw-no = No, leave it
own-withdraw-done = Your registration has been withdrawn. The office sees it. If you change your mind, you can register again with /start.
own-coordinator = You are a <b>coordinator</b>. /aanmeldingen shows who is waiting for you, /ronde who has registered, /groepen the groups.
own-facilitator = You are a <b>facilitator</b>. With /intakes you see whom you speak and what waits for you, with /slots you open moments, and with /groep you see your groups.
# $name, $municipality (texts): who withdrew
own-withdrawn-told = <b>{ $name }</b> ({ $municipality }) has withdrawn the registration.
