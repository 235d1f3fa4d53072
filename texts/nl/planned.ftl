# Wat er voor een groep nog te regelen is, en wat de volgende stap is.

planned-title = <b>Groep { $group }: de planning</b>
planned-done = Geregeld: { $steps }.
planned-running = Loopt nog: { $steps }.
planned-next-first-date = Volgende stap: een eerste datum. Stel er een paar voor, dan vraag ik iedereen wat kan.
planned-next-first-place = Volgende stap: een plek voor de eerste bijeenkomst.
planned-next-chat = Volgende stap: een groepschat in Telegram. Zonder kan ook, dan gaat alles privé.
planned-next-dates = Volgende stap: de data van de andere bijeenkomsten.
planned-next-place = Volgende stap: waar jullie bij elkaar komen. Eén centraal gemeentehuis, of bij elkaar om de beurt.
planned-next-presenters = Volgende stap: wie er wanneer inbrengt. Ik doe een voorstel, jij beslist.
planned-waits = Nu zijn anderen aan zet. Je hoort het van me zodra er iets te kiezen valt.
planned-complete = Alles staat: data, plek en inbrengers.
planned-step-first-date = eerste datum
planned-step-first-place = eerste plek
planned-step-chat = groepschat
planned-step-dates = data
planned-step-place = plek van het jaar
planned-step-presenters = inbrengers
planned-take-first-date = Eerste datum kiezen
planned-take-first-place = Plek kiezen
planned-take-chat = Groepschat koppelen
planned-take-dates = Data plannen
planned-take-place = Plek van het jaar
planned-take-presenters = Beurten verdelen
