# Groups: composing, publishing, leading, and coming and going.

group-leads-none = You are not facilitating a group at the moment. You will hear from me as soon as the office publishes one for you.
group-which = Which group is it about?
group-which-one = Group { $number } ({ $places }…)
