# Het menu met opdrachten: een korte omschrijving van elk.

menu-start = Aanmelden of verdergaan
menu-mijn = Waar je staat, en wie aan zet is
menu-intake = Je intake: wanneer, verzetten of afzeggen
menu-leerpunten = Je leerpunten schrijven, wijzigen en delen
menu-help = Wat ik voor je kan doen
menu-annuleren = Stoppen met waar we mee bezig zijn
menu-privacy = Wat ik bewaar, waarom en hoe lang
menu-taal = Nederlands of Engels
menu-ronde = Een inschrijfronde openen, bekijken of sluiten
menu-aanmeldingen = Wie op toelating wacht
menu-invoeren = Iemand inschrijven die belde of mailde
menu-uitnodigen = Een begeleider uitnodigen
menu-slots = Momenten voor intakes: openzetten, bekijken, intrekken
menu-intakes = Wie je wanneer spreekt, en wie nog niet boekte
menu-deelnemers = Wie is toegelaten, en hoe ver iedereen is
menu-groepen = Groepen samenstellen en publiceren, en zien wie erin zit
menu-begeleiders = De begeleiders, en wat zij nog te doen hebben
menu-koppel = De groepschat koppelen, en hoe die ervoor staat
menu-agenda = Wat er komt, en wat je te doen hebt
menu-groep = Je groep: wie erin zit en wat er gepland is
menu-programma = De volgorde van een bijeenkomst, feedback en de oefening
menu-aanwezig = Zeggen wie er was
menu-verzetten = Een bijeenkomst verzetten of afzeggen
