# Afmelden voor een bijeenkomst, en bijeenkomsten waar te weinig mensen komen.

absence-which = <b>Waar kun je niet bij zijn?</b> Een reden hoef je niet te geven, en terugkomen kan altijd.
absence-none = Er staat nu geen bijeenkomst waarvoor je je kunt afmelden.
absence-coming = { $day }: je komt
absence-absent = { $day }: je bent afgemeld
absence-report = Afmelden voor { $day }
absence-take-back = Toch erbij op { $day }
absence-sure = Je afmelden voor <b>{ $day }</b>?
absence-sure-presenter = Je zou dan een casus inbrengen; ik zoek wie je plaats inneemt. Liever ruilen? Dat kan met /rooster.
absence-sure-reserve = Je zou dan reserve zijn; ik zoek een ander.
absence-sure-hosts = Je zou de groep dan ontvangen; ik zoek een andere plek.
absence-yes = Ja, ik kan niet
absence-no = Nee, ik kom wel
absence-reported = Je bent afgemeld voor <b>{ $day }</b>. Je begeleider weet ervan.
absence-reported-presenter = Ik zorg dat een ander je beurt overneemt.
absence-reported-reserve = Ik zoek een andere reserve.
absence-reported-hosts = Ik zoek een andere plek voor de groep.
absence-taken-back = Fijn dat je er <b>{ $day }</b> toch bij bent.
absence-taken-back-presenter = Je brengt dan een casus in.
absence-taken-back-reserve = Je bent dan reserve.
absence-taken-back-gone = Je beurt is intussen van een ander, dus je hoeft niets voor te bereiden.
absence-already = Zo stond het al.
absence-too-late = Die bijeenkomst is begonnen of gaat niet door. Met /agenda zie je wat er komt.
absence-not-yours = Die bijeenkomst hoort niet bij jouw groep. Met /agenda zie je wat er komt.
absence-own-rota = Naar het rooster

# Aan de begeleider.
absence-told = <b>{ $name }</b> is er <b>{ $day }</b> niet bij. Er komen er { $coming } van de { $members }.
absence-told-back = <b>{ $name }</b> is er <b>{ $day }</b> toch bij. Er komen er { $coming } van de { $members }.
thin-asked =
    Op <b>{ $day }</b> komen er maar { $coming } van de { $members }; vanaf { $quorum } is het een volwaardige bijeenkomst.
    Laat je het doorgaan, of zoeken we een andere datum? Zonder besluit gaat het gewoon door.
thin-goes-on = Het gaat door
thin-moves = Andere datum zoeken
thin-decided-goes-on = Goed, <b>{ $day }</b> gaat door.
thin-decided-moves = Dan zoeken we voor <b>{ $day }</b> een andere datum.
thin-propose = Data voorstellen
thin-settled = Dit is al besloten, of er komen intussen genoeg mensen.
thin-went-on = <b>{ $day }</b> gaat door, met { $coming } van de { $members }. Verzetten kan nog steeds met /verzetten.
