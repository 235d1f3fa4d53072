# /aanwezig: who was there. For the facilitator only, in private.

# $group (number); $moment (text): day, start and end
attendance-who = <b>Group { $group }, { $moment }: who was there?</b>
attendance-asked = <b>The session of group { $group } is over ({ $moment }).</b> Who was there?
attendance-how = Tap a name to change it. When it is all right, tap the last button.
# $names (text): first names
attendance-reported = Reported absent beforehand: { $names }.
# $name (text): first name
attendance-was = { $name } was there
attendance-was-not = { $name } was not there
attendance-settle = That's right
# $day (text): until when
attendance-reminder = I don't know yet who was there. If I hear nothing before { $day }, I will note that everybody was who had not reported absence.
# $group, $present, $members (numbers); $moment (text)
attendance-settled = Noted for group { $group }, { $moment }: { $present } of the { $members } were there.
attendance-settled-itself = Group { $group }, { $moment }: I heard nothing, so whoever had not reported absence is down as present. That makes { $present } of the { $members }.
attendance-away = Absent: { $names }.
attendance-change = Change it
attendance-too-early = The session of { $moment } has not begun yet. Afterwards I will ask you who was there.
# $group (number)
attendance-none = Group { $group } has had no session yet, and none is fixed.
attendance-not-yet = Group { $group } has had no session yet. After the first I will ask you who was there.
attendance-gone = That session is not there any more, or the group is not yours (any more). /agenda shows what is.
