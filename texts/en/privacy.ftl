# The short privacy text, as /privacy and the question for consent show it.

# $version (text): of the privacy text; $day (text): since when it holds
privacy-text =
    <b>What I do with your data</b>
    <i>Version { $version }, since { $day }</i>

    <b>What, and what for.</b> The Wethoudersvereniging uses what you fill in to handle your registration, compose groups, arrange sessions and settle the costs. For nothing else.

    <b>Who sees what.</b> The office sees your registration. Your facilitator sees what is needed for the intake and the group. Whom you would rather not share a group with, only the coordinator sees. The office never sees cases, learning goals or reflections. Your group sees your name and municipality, when you present or host, and how you vote in the group chat; beyond that only what you share yourself.

    <b>Your party</b> is sensitive information. You need not name it; if you do, it only serves to mix groups politically.

    <b>How long.</b> An unfinished registration thirty days, a declined one ninety days, without a group a year. What the bill needs, seven years. The rest until your trajectory is over.

    <b>How.</b> Everything you type is encrypted, with a key for each person. Our messages go through Telegram, a company outside the EU; so write nothing about others that should not become public.

    <b>Your rights.</b> You can see and change it with /mijn, and withdraw too. For anything else, erasure or a complaint included: the office of the Wethoudersvereniging, www.wethoudersvereniging.nl, or the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).
