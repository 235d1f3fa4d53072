# The group chat: linking it, who comes in, and what goes wrong there.

## The card of the chat, for who leads the group (/koppel)

# $number (number): of the group
chat-title = <b>The chat of group { $number }</b>
chat-card-none =
    There is no group chat yet. It is where you will vote on dates and place, and where the rota stands.
    If not everybody can or wants to, I do everything in private messages.
chat-card-declined = You do without a group chat: everything goes in private messages. A chat is always possible later.
chat-card-linked = The group chat is linked.
# $number (number): how many are not in it yet
chat-card-missing =
    { $number ->
        [0] Everybody is in it.
        [one] One of you is not in it yet.
       *[other] { $number } of you are not in it yet.
    }
chat-card-lost = The link is gone. With a new code you link the same chat again, or another.
chat-card-which = For which group?
# $number (number)
chat-card-group = Group { $number }
chat-card-no-groups = You lead no group at the moment. As soon as the office publishes a group of yours, you link its chat here.
chat-card-not-yours = This group is not yours (any more). With /koppel you see your own groups.

chat-button-code = Make a code
chat-button-code-again = Link again
chat-button-without = Do without a group chat
chat-button-unlink = Unlink this chat
chat-button-looked = I have looked, it is right
chat-button-look-again = Look again
chat-button-remove = Remove
chat-button-show = How does the chat stand?
chat-button-invite-again = Send the link again
chat-button-remove-name = Remove { $name }
chat-invited-again = Done: whoever is not in it yet gets a new link from me.
chat-button-join = To the group chat

# $code (text), $username (text): the bot itself
chat-code =
    <b>How to link the group chat</b>
    1. Make a group in Telegram, with only yourself and me (@{ $username }) in it. I invite your participants myself.
    2. Open the group, tap its name, then Edit, and make me an administrator. Leave these on: <i>add users</i> and <i>ban users</i>.
    3. Send this message in that group (tap it to copy):

    <code>/koppel { $code }</code>

    The code works once, for a day, and for you only.

chat-without-sure =
    <b>Go on without a group chat?</b>
    Then everybody gets everything from me in private messages, and you vote there. Linking a chat is always possible later.
chat-without-yes = Yes, without a group chat
chat-without-done = All right, without a group chat. Everybody gets everything from me in private messages. If you change your mind, type /koppel.
chat-unlink-sure =
    <b>Unlink this chat?</b>
    The chat itself goes on; I say nothing there any more and let nobody in. Until there is another chat, everything goes in private messages.
chat-unlink-yes = Yes, unlink
chat-unlink-done = The chat is unlinked. With /koppel you link another.

## /koppel in the chat itself

chat-link-no-code = Put your code behind it: <code>/koppel CODE</code>. You get it in our private chat, with /koppel.
chat-link-unknown-code = I do not know that code. In our private chat /koppel gives you a new one.
chat-link-used = That code has been used. In our private chat /koppel gives you a new one.
chat-link-expired = That code has expired. In our private chat /koppel gives you a new one.
chat-link-has-chat = Your group has a chat already. If you would rather have this one, unlink the other first: with /koppel in our private chat.
chat-link-taken = This chat belongs to another group. Make a new one for this group.
chat-link-done-before = This chat is linked already.
chat-link-history =
    Not yet: whoever joins could read old messages here. In the settings of the group, set <i>Chat history for new members</i> to <i>Hidden</i>, and send your message again. The code stays valid.
chat-link-rights = Not yet: there is something I lack here. { $rights } Then send your message again; the code stays valid.
chat-right-both = Make me an administrator, and leave <i>add users</i> and <i>ban users</i> on.
chat-right-invite = Turn on <i>add users</i> for me as an administrator: that is how I let your participants in.
chat-right-restrict = Turn on <i>ban users</i> for me as an administrator: that is how I keep others out.
chat-link-not-allowed = This command is for the facilitator.
chat-anonymous = I cannot see who you are here, since you manage anonymously. Turn <i>Remain anonymous</i> off in your rights as an administrator, or send me this in our private chat.
chat-hint = Hello! This group is not linked yet. The facilitator gets a code in our private chat with /koppel, and sends it here.
chat-not-here = I would rather do that in private. Send it to me in our private chat.
chat-look-private = I have answered you in our private chat.
chat-start-first = For that we have to be able to talk in private. Open me (@{ $username }) and tap Start.
chat-button-not-yours = This button is for the participants of this group.

## In the chat

# $number (number)
chat-opened =
    <b>Welcome to the chat of group { $number }.</b>
    Here we arrange the peer consultation: dates, place and who presents when.
    <b>No cases here, and nothing of what was said in a session.</b> Those stay in the room. What concerns only you, you send me in private.
# $name (text): the first name, $municipality (text)
chat-welcome = Welcome { $name }, from { $municipality }! Good to have you here.

## Invited, and at the door

chat-invited =
    <b>Your group has a chat.</b>
    Tap the button and ask to be let in; I let you in at once. Only the participants and the facilitator come in.
    Would you rather not? Then you get everything from me in this chat a week from now.
chat-invited-leader = Group { $number } has a chat, and you are not in it yet. Tap the button; I let you in at once.
chat-turned-away = Thank you for asking. This chat is only for the participants of one group, so I cannot let you in. Do you think this is not right? Then call or mail the office.

## To who leads the group

chat-linked-told = <b>The chat of group { $number } is linked.</b>
# $number (number): how many get a link
chat-linked-invites =
    { $number ->
        [0] Everybody is in it already.
        [one] One of you gets a link from me to come in. Whoever does not belong there I do not let in; you will hear of it.
       *[other] { $number } of you get a link from me to come in. Whoever does not belong there I do not let in; you will hear of it.
    }
# $name (text), $number (number): the group
chat-not-joined = { $name } is not in the chat of group { $number } after a week. No problem: from now on everything goes to { $name } in private as well.
# $name (text): as somebody is called in Telegram
chat-stranger-turned-away = <b>{ $name }</b> asked to be let into the chat of group { $number }, but is not in the group. I declined kindly. You need not do anything.
chat-stranger-inside = <b>{ $name }</b> is in the chat of group { $number }, but is not in the group. I say nothing there until you have looked.
chat-stranger-nameless = Somebody
chat-not-removed = <b>{ $name }</b> I cannot take out of the chat of group { $number }: administrators are beyond me. Would you? Open the group, tap the name, and take { $name } out.
chat-removing = I am taking <b>{ $name }</b> out of the chat.
chat-removed-before = <b>{ $name }</b> is not in the chat (any more).
chat-belongs-now = <b>{ $name }</b> is in the group by now, and so stays in the chat.
chat-seat-gone = There is nothing left to do here: I do not know that person or that group any more.

# $number (number): the group, $unknown (number): how many are unknown
chat-trouble-difference =
    <b>There { $unknown ->
        [one] is somebody
       *[other] are { $unknown } people
    } in the chat of group { $number } whom I do not know.</b>
    I cannot see who. Open the group, tap its name and look at the members. Take out whoever does not belong. Until you have looked I say nothing there, and what cannot wait goes in private.
chat-trouble-stranger = <b>Somebody is in the chat of group { $number } who does not belong there.</b> Until you have looked I say nothing there, and what cannot wait goes in private.
chat-trouble-history = <b>New members can read old messages in the chat of group { $number }.</b> In the settings of the group, set <i>Chat history for new members</i> to <i>Hidden</i>. Until then I say nothing there.
chat-trouble-rights = <b>I lack a right in the chat of group { $number }.</b> Make me an administrator again, with <i>add users</i> and <i>ban users</i> on. I then go on by myself; until then what cannot wait goes in private.
chat-trouble-removed = <b>I was taken out of the chat of group { $number }.</b> Add me again as an administrator, and I go on by myself. Or link another chat. Until then what cannot wait goes in private; the rest I keep.
chat-trouble-gone = <b>The chat of group { $number } is no more.</b> Make a new one and link it, or go on without. What cannot wait goes in private; the rest I keep.
chat-trouble-unlinked = The chat of group { $number } is unlinked.
chat-restored = All is well again with the chat of group { $number }. I go on there.
chat-leader-outside = <b>You are not in the chat of group { $number } any more.</b> A mistake? Have yourself added again, or link another chat with /koppel. The office knows too.
# $name (text): the facilitator
chat-leader-outside-office = { $name } is not in the chat of group { $number } any more. Perhaps a mistake; give them a call.

chat-looked-settled = Thank you. I go on in the chat of group { $number }.
chat-looked-changed = Something has changed meanwhile. Would you look again?
chat-looked-asked-again = I am looking now. If all is well again, you will hear at once.
chat-looked-nothing = Nothing is the matter any more: I simply go on in the chat.
