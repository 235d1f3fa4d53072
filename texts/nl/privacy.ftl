# De korte privacytekst, zoals /privacy en de vraag om akkoord hem laten zien.

# $version (tekst): van de privacytekst; $day (tekst): sinds wanneer die geldt
privacy-text =
    <b>Wat ik met je gegevens doe</b>
    <i>Versie { $version }, sinds { $day }</i>

    <b>Wat en waarvoor.</b> Wat je invult gebruikt de Wethoudersvereniging om je aanmelding te behandelen, groepen samen te stellen, bijeenkomsten te regelen en de kosten te verrekenen. Verder nergens voor.

    <b>Wie wat ziet.</b> Het bureau ziet je aanmelding. Je begeleider ziet wat nodig is voor de intake en de groep. Met wie je liever niet samen zit, ziet alleen de coördinator. Casussen, leerpunten en reflecties ziet het bureau nooit. Je groep ziet je naam en gemeente, wanneer je inbrengt of ontvangt, en hoe je in de groepschat stemt; verder alleen wat je zelf deelt.

    <b>Je partij</b> is een bijzonder gegeven. Je hoeft haar niet te noemen; doe je dat wel, dan dient ze alleen om groepen politiek gemengd te maken.

    <b>Hoe lang.</b> Een aanmelding die niet af is dertig dagen, een afgewezen aanmelding negentig dagen, zonder groep een jaar. Wat voor de rekening nodig is zeven jaar. De rest tot je traject voorbij is.

    <b>Hoe.</b> Alles wat je typt staat versleuteld, met een sleutel per persoon. Onze berichten lopen via Telegram, een bedrijf buiten de EU; schrijf daarom niets over anderen wat niet op straat mag liggen.

    <b>Jouw rechten.</b> Inzien en wijzigen kan met /mijn, intrekken ook. Voor alles verder, ook wissen of een klacht: het bureau van de Wethoudersvereniging, www.wethoudersvereniging.nl, of de Autoriteit Persoonsgegevens.
