# Wie meedoet, zoals het bureau het ziet; en iemand eruit halen.

participant-none = Er is nog niemand toegelaten.
participant-overview =
    { $number ->
        [one] <b>Eén persoon is toegelaten.</b>
       *[other] <b>{ $number } mensen zijn toegelaten.</b>
    } Tik iemand aan.
participant-price = Is toegelaten, en moet nog akkoord gaan met een andere prijs.
participant-booked = Intake: { $moment }, met { $facilitator }.
participant-waits-for-group = Intake gehad; wacht sinds { $day } op een groep.
# $number (getal): nummer van de groep
participant-in-group = Zit in groep { $number }.
participant-in-line = Staat op de wachtlijst voor een intake.
participant-unbooked = Heeft nog geen intake gekozen.
participant-second-talk = Heeft een intake gehad en kiest een tweede gesprek.
participant-gone = Diegene doet niet (meer) mee, of is geen deelnemer van jou.
participant-out-sure =
    <b>{ $name } doet niet meer mee.</b> Weet je het zeker?
    Wat er gepland staat vervalt meteen, en { $name } krijgt bericht. Opnieuw aanmelden kan altijd.
participant-out-yes = Ja, haal { $name } eruit
participant-out-no = Nee, laat zo
participant-out-done = { $name } doet niet meer mee. Wat er stond is vervallen, en wie het moet weten krijgt bericht.
participant-out-left = Er is niets veranderd.
