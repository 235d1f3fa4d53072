# Groepen: samenstellen, publiceren, begeleiden, en komen en gaan.

## Welke groep

group-leads-none = Je begeleidt nu geen groep. Zodra het bureau er een voor je publiceert, hoor je het van me.
group-which = Om welke groep gaat het?
# $number (getal): nummer van de groep; $places (tekst): een paar gemeenten
group-which-one = Groep { $number } ({ $places }…)
