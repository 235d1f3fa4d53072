# Recognising a typed municipality.

# $name (text): as a municipality is shown
municipality-suggestion = Do you mean <b>{ $name }</b>?
# $number (number): how many municipalities resemble it
municipality-several =
    { $number ->
        [2] There are two of them: which one is it?
       *[other] Several are called that or look like it: which one is it?
    }
# $former (text): its old name; $year (number): when it ended; $into (text): what it is part of now
municipality-merged-one = { $former } became part of <b>{ $into }</b> in { $year }. Do you mean that one?
municipality-merged-several = { $former } became part of { $into } in { $year }. Which one is it now?
# $via (text): the municipality that followed it and has ended as well
municipality-merged-one-via = { $former } became part of { $via } in { $year }, which now belongs to <b>{ $into }</b>. Do you mean that one?
municipality-merged-several-via = { $former } became part of { $via } in { $year }, which now belongs to { $into }. Which one is it now?
municipality-nearest = I do not know that municipality. Is it one of these? If not, type its name once more.
municipality-unknown = I do not know that municipality. Could you type its name again, as it is written on the town hall? For example <i>Amersfoort</i>.
municipality-no-other = No, another one
municipality-other = Another one
