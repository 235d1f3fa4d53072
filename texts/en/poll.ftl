# Polls: the question in the group, the count under it, and answers in private.

## The question

poll-question-first-date = When can you make the first session?
poll-question-dates = Which dates can you make? Choose them all.
poll-question-place = Where shall we meet this year?
poll-question-town-hall = Which town hall will it be? The journeys are estimates, one way.
# $was (words): day and time as they are now
poll-question-move = Another moment for session { $number } (now { $was }): when can you make it?
poll-question-part = { $question } Dates { $number } of { $total }
poll-option-none = None of these
poll-option-central = One central town hall
poll-option-in-turn = At everybody's in turn
poll-option-town-hall = { $name }: longest journey { $journey }

## The count

poll-tally =
    <b>{ $voted } of { $all } { $voted ->
        [one] has
       *[other] have
    } voted</b>{ $private ->
        [0] { "" }
       *[other] , { $private } of them through me
    }.
poll-tally-until = You can vote and change your vote until { $moment }. This is the count that holds: who would rather answer in private counts here too.
poll-tally-again = Voted before? That vote stands until you vote again.
poll-tally-closed = The poll is closed.
poll-too-late = Your vote came just too late: the poll has closed. <i>{ $question }</i>
poll-lost =
    <b>Group { $number }: I can no longer find my message under the poll.</b>
    Perhaps the polls were taken out of the group as well. Every vote still counts. Shall I send them again?
    <i>{ $question }</i>
poll-unsent =
    <b>Group { $number }: I am not certain that the whole poll is in the group.</b>
    The connection faltered. Will you have a look? If the question is not there, or a part is missing, I will send all of it again; votes simply count on.
    <i>{ $question }</i>
poll-send-again = Send again in the group
poll-sent-again = Done: the question has been sent again. Who had voted need not do anything.
poll-close-sure =
    { $voted } of { $all } { $voted ->
        [one] has
       *[other] have
    } voted. Shall I close the poll now?
poll-close-yes = Yes, close it
poll-closed = The poll is closed.
poll-closed-before = This poll was closed before.

## Answering in private

vote-title =
    <b>Group { $number }</b>
    { $question }
vote-how = You can change your answer for as long as the poll is open. Count on three and a half hours.
# $option (words): a date with a time
vote-question = Can you make <b>{ $option }</b>?
vote-answer-yes = I can
vote-answer-rather-not = Rather not
vote-answer-no = I cannot
vote-said-yes = can
vote-said-rather-not = rather not
vote-said-no = cannot
vote-line = { $option }: <b>{ $answer }</b>
vote-none = None of these
vote-none-left = None of the others
vote-complete = Thank you, that is all. You can change it until { $moment }: tap a date.
vote-before = This is what you answered before, and it still counts. Is it still right? You can change it until { $moment }: tap a date.
vote-keep = Still right, keep it
vote-choose = Choose what you would like best.
vote-chosen = You chose <b>{ $option }</b>. You can change it until { $moment }.
vote-closed = The poll is closed. I will tell you what it becomes.
vote-nudge =
    May I have your answer? The poll closes { $moment }.{ $venue ->
        [chat] { " " }Vote here, or in the group if you see the question there: what you choose last counts.
       *[private] { "" }
    }
vote-not-yours = This question is not (or no longer) for you.
