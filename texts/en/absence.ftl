# Reporting absence from a session, and sessions to which too few people come.

absence-which = <b>Where can you not be?</b> You need not give a reason, and you can always come back on it.
absence-none = There is no session now for which you can report absence.
absence-coming = { $day }: you are coming
absence-absent = { $day }: you have reported absence
absence-report = Absent on { $day }
absence-take-back = There after all on { $day }
absence-sure = Report absence for <b>{ $day }</b>?
absence-sure-presenter = You would present a case then; I look for somebody to take your place. Rather swap? You can with /rooster.
absence-sure-reserve = You would be reserve then; I will look for another.
absence-sure-hosts = You would host the group then; I will look for another place.
absence-yes = Yes, I cannot come
absence-no = No, I am coming
absence-reported = You have reported absence for <b>{ $day }</b>. Your facilitator knows.
absence-reported-presenter = I make sure that somebody else takes your turn.
absence-reported-reserve = I look for another reserve.
absence-reported-hosts = I am looking for another place for the group.
absence-taken-back = Good that you will be there on <b>{ $day }</b> after all.
absence-taken-back-presenter = You present a case then.
absence-taken-back-reserve = You are reserve then.
absence-taken-back-gone = Somebody else has your turn by now, so there is nothing for you to prepare.
absence-already = It was so already.
absence-too-late = That session has begun or does not take place. /agenda shows what is coming.
absence-not-yours = That session is not of your group. /agenda shows what is coming.
absence-own-rota = To the rota

# To the facilitator.
absence-told = <b>{ $name }</b> will not be there on <b>{ $day }</b>. { $coming } of the { $members } are coming.
absence-told-back = <b>{ $name }</b> will be there on <b>{ $day }</b> after all. { $coming } of the { $members } are coming.
thin-asked =
    On <b>{ $day }</b> only { $coming } of the { $members } are coming; it takes { $quorum } for a full session.
    Do you let it go on, or shall we look for another date? Without a decision it simply goes on.
thin-goes-on = It goes on
thin-moves = Look for another date
thin-decided-goes-on = Fine, <b>{ $day }</b> goes on.
thin-decided-moves = Then we look for another date for <b>{ $day }</b>.
thin-propose = Propose dates
thin-settled = This has been decided, or enough people are coming by now.
thin-went-on = <b>{ $day }</b> goes on, with { $coming } of the { $members }. You can still move it with /verzetten.
