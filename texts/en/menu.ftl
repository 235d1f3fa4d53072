# The menu of commands: a short description of each.

menu-start = Register or go on
menu-mijn = Where you are, and whose move it is
menu-intake = Your intake: when, move or cancel
menu-leerpunten = Write, change and share your learning goals
menu-help = What I can do for you
menu-annuleren = Stop what we are doing
menu-privacy = What I keep, why and how long
menu-taal = Dutch or English
menu-ronde = Open, view or close a round
menu-aanmeldingen = Who waits for admission
menu-invoeren = Register somebody who phoned or mailed
menu-uitnodigen = Invite a facilitator
menu-slots = Moments for intakes: open, look at, withdraw
menu-intakes = Whom you speak when, and who has not booked yet
menu-deelnemers = Who was admitted, and how far everybody is
menu-groepen = Compose and publish groups, and see who is in them
menu-begeleiders = The facilitators, and what they still have to do
menu-koppel = Link the group chat, and see how it stands
menu-agenda = What is coming, and what you have to do
menu-groep = Your group: who is in it and what is planned
menu-programma = The order of a session, feedback and the exercise
menu-aanwezig = Say who was there
menu-verzetten = Move or cancel a session
