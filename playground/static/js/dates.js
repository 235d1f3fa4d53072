/** Everything is shown in Dutch, in the time zone of the Netherlands, wherever the browser is. */
const ZONE = "Europe/Amsterdam";

const format = (options) => new Intl.DateTimeFormat("nl-NL", { timeZone: ZONE, ...options });

const hourAndMinute = format({ hour: "numeric", minute: "2-digit" });
const hourMinuteSecond = format({ hour: "numeric", minute: "2-digit", second: "2-digit" });
const shortDay = format({ weekday: "short", day: "numeric", month: "short" });
const weekday = format({ weekday: "long" });
const longDay = format({ weekday: "long", day: "numeric", month: "long" });
const longDayAndYear = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const dateWithoutWeekday = format({ day: "numeric", month: "long", year: "numeric" });
const numericDate = format({ day: "2-digit", month: "2-digit", year: "numeric" });
const yearOnly = format({ year: "numeric" });
const dayKey = format({ year: "numeric", month: "2-digit", day: "2-digit" });

const dotted = (time) => time.replaceAll(":", ".");

export const timeOfDay = (moment) => dotted(hourAndMinute.format(moment));

/** "di 24 nov", with the year when it is another than that of `now`. */
export function dayInShort(moment, now) {
  const day = shortDay.format(moment).replaceAll(".", "");
  return sameYear(moment, now) ? day : `${day} ${yearOnly.format(moment)}`;
}

/** "di 24 nov 10.00" */
export const dayAndTime = (moment, now) => `${dayInShort(moment, now)} ${timeOfDay(moment)}`;

export const dayInFull = (moment, now) => (sameYear(moment, now) ? longDay : longDayAndYear).format(moment);

export const dayWithYear = (moment) => longDayAndYear.format(moment);

export const momentInFull = (moment) => `${longDayAndYear.format(moment)} om ${timeOfDay(moment)} uur`;

export const sameDay = (one, other) => dayKey.format(one) === dayKey.format(other);

const sameYear = (one, other) => yearOnly.format(one) === yearOnly.format(other);

/**
 * The words for a date_time entity: `r`, or any of w, d or D, t or T, as the Bot API names them.
 * Null when the format is empty, and the text of the message stands as it is.
 */
export function formattedMoment(moment, pattern, now) {
  if (!pattern || !/^(r|w?[dD]?[tT]?)$/.test(pattern)) return null;
  if (pattern === "r") return relative(moment, now);
  const words = [];
  if (pattern.includes("w")) words.push(weekday.format(moment));
  if (pattern.includes("d")) words.push(numericDate.format(moment));
  if (pattern.includes("D")) words.push(dateWithoutWeekday.format(moment));
  if (pattern.includes("t")) words.push(timeOfDay(moment));
  if (pattern.includes("T")) words.push(dotted(hourMinuteSecond.format(moment)));
  return words.join(" ");
}

function relative(moment, now) {
  const seconds = (moment - now) / 1000;
  const steps = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? steps.at(-1);
  return new Intl.RelativeTimeFormat("nl-NL", { numeric: "auto" }).format(Math.round(seconds / size), unit);
}
