# Een getypte gemeente herkennen.

# $name (tekst): zoals een gemeente getoond wordt
municipality-suggestion = Bedoel je <b>{ $name }</b>?
# $number (getal): hoeveel gemeenten erop lijken
municipality-several =
    { $number ->
        [2] Er zijn er twee: welke is het?
       *[other] Er zijn er meer die zo heten of erop lijken: welke is het?
    }
# $former (tekst): hoe hij heette; $year (getal): wanneer hij ophield te bestaan; $into (tekst): waar hij nu bij hoort
municipality-merged-one = { $former } is in { $year } opgegaan in <b>{ $into }</b>. Bedoel je die gemeente?
municipality-merged-several = { $former } is in { $year } opgegaan in { $into }. Welke is het nu?
# $via (tekst): de gemeente die erop volgde en zelf ook niet meer bestaat
municipality-merged-one-via = { $former } ging in { $year } op in { $via }, en dat hoort nu bij <b>{ $into }</b>. Bedoel je die gemeente?
municipality-merged-several-via = { $former } ging in { $year } op in { $via }, en dat hoort nu bij { $into }. Welke is het nu?
municipality-nearest = Die gemeente ken ik niet. Is het een van deze? Anders typ je de naam nog eens.
municipality-unknown = Die gemeente ken ik niet. Typ je de naam nog eens, zoals die op het gemeentehuis staat? Bijvoorbeeld <i>Amersfoort</i>.
municipality-no-other = Nee, een andere
municipality-other = Een andere
