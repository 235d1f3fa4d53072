# Iemand invoeren die belde of mailde.

entry-name-question =
    <b>Iemand invoeren.</b> Hoe heet de wethouder?
    Straks krijg je een persoonlijke link voor deze wethouder, om de aanmelding zelf mee af te maken.
entry-municipality-question = Van welke gemeente is <b>{ $name }</b> wethouder?
entry-email-question = Wat is het e-mailadres van <b>{ $name }</b>? Weet je het niet, sla het dan over.
entry-summary =
    <b>Klopt dit?</b>
    { $name }, { $municipality }
    { $email }
    { $round }
entry-no-email = Geen e-mailadres
entry-in-round = Voor { $round }
entry-free = Zonder ronde: wacht op de volgende
entry-make-link = Maak de link
entry-municipality-done = Gemeente: <b>{ $municipality }</b>
entry-email-skipped = Geen e-mailadres
entry-done = <b>{ $name }</b> is ingevoerd.
# $day (datum), $url
entry-link =
    <b>De persoonlijke link voor { $name }</b>
    Stuur hem door, bijvoorbeeld per mail. Hij werkt één keer, voor één persoon, en geldt tot en met { $day }. Ik laat het je weten als hij is geopend.

    <code>{ $url }</code>
entry-stopped = Gestopt. Wat je invoerde, is gewist.
entry-unopened = Deze mensen zijn ingevoerd, maar openden hun link nog niet. Is een link kwijt of verlopen, kies dan de naam: ik maak een nieuwe, en de oude werkt niet meer.
entry-opened-meanwhile = De link is inmiddels geopend: een nieuwe is niet nodig.

## Vanzelf

# $day (tekst): dag waarop het gewist wordt
entry-told-unopened = <b>{ $name }</b> ({ $municipality }) heeft de persoonlijke link nog niet geopend. Even bellen helpt misschien. Gebeurt er niets, dan wis ik op { $day } wat er is ingevoerd.
entry-link-again = Nieuwe link maken
entry-told-gone = Een aanmelding die het bureau had ingevoerd, bleef dertig dagen liggen. Wat er stond, heb ik gewist. Met /invoeren begin je opnieuw.
