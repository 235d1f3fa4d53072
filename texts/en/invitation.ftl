# Personal links: for a facilitator, for a coordinator, and for whom the office has entered.

## Making one

# $day (date), $url
invitation-facilitator =
    <b>A link for a new facilitator</b>
    Pass it on to one facilitator, by mail for instance. Whoever opens it in Telegram is a facilitator; after that it no longer works. It holds until and including { $day }.

    <code>{ $url }</code>
invitation-share = Share
invitation-share-facilitator = Become a facilitator of intervisie groups of the Wethoudersvereniging. The link works once:
invitation-share-registration = With this you finish your registration for intervisie of the Wethoudersvereniging. The link is for you alone:

## Opening one

# $name (text): the first name
invitation-opened-coordinator =
    <b>Welcome{ $name }! You are a coordinator now.</b>
    You open rounds, decide on registrations, invite facilitators and compose groups.

    /ronde – open a round, with a QR code for the flyer
    /aanmeldingen – who waits for admission
    /invoeren – register somebody who phoned or mailed
    /uitnodigen – invite a facilitator
    /groepen – compose groups and publish them

    Begin with /ronde.
invitation-opened-facilitator =
    <b>Welcome{ $name }! You are a facilitator now.</b>
    With /slots you open moments at which participants can book an intake with you. As soon as something is needed from you, I will tell you here. /help shows what I can do for you.
invitation-opened-registration =
    <b>Welcome{ $name }!</b> The office has begun your registration for intervisie. You only have to complete what is missing; at the end you see all of it together and can change it.
invitation-done-before = You have used this link before; it worked, there is nothing left to do. /help shows what you can do.
invitation-used = This link has been used; it works only once. Ask the office for a new one.
invitation-expired = This link has expired. Ask the office for a new one, and you can go on at once.
invitation-unknown = I do not know this link (any more). Check that it is complete, or ask the office for a new one. You can also register for intervisie without it: then press /start.
invitation-has-role = This link is meant for somebody else: you have a role already, and the two do not go together. It stays good, so you can simply pass it on.
invitation-has-registration = This link is for somebody without a registration, and this account has one that is going on. If it is meant for you after all, end your registration first: /mijn lets you withdraw or erase it. Then open the link again.

## To whoever made the link

# $name (text)
invitation-told-coordinator = <b>{ $name }</b> has opened the link and is a coordinator now. Do you not know this person? Then talk to your colleagues at the office at once.
invitation-told-facilitator = <b>{ $name }</b> has opened your invitation and is a facilitator now.
invitation-told-registration = <b>{ $name }</b> has opened the personal link and finishes the registration. You will hear when it is in.
invitation-somebody = Somebody without a name
