import * as api from "./api.js";
import { dayAndTime, dayInShort, dayWithYear, timeOfDay } from "./dates.js";
import { button, el, iconButton, show } from "./dom.js";
import { icon } from "./icons.js";

const HOUR = 3600;
const MOVES = [
  { label: "+ 1 uur", target: { seconds: HOUR } },
  { label: "+ 1 dag", target: { seconds: 24 * HOUR } },
  { label: "+ 1 week", target: { seconds: 7 * 24 * HOUR } },
  { label: "Naar het volgende", target: { next: true }, needsNext: true },
];

/** While the clock moves, how often its hands are looked at again. */
const MOVING_MS = 400;

/** The bot's clock: shows its time and what it waits for, and puts it forward. */
export class Clock {
  constructor(element, { onMoved }) {
    this.onMoved = onMoved;
    this.reading = null;
    this.moving = false;
    this.day = el("span", { class: "clock-day" });
    this.time = el("strong", { class: "clock-time" });
    this.next = el("span", { class: "clock-next" });
    this.outcome = el("p", { class: "clock-outcome", role: "status" });
    this.buttons = MOVES.map((move) => ({ move, element: button(move.label, () => this.put(move.target)) }));
    const moves = el("div", { class: "clock-moves", id: "clock-moves", role: "group", "aria-label": "Klok vooruitzetten" }, this.buttons.map(({ element: one }) => one));
    this.unfold = iconButton(icon("down"), "Klok vooruitzetten", () => this.toggle(element), {
      class: "unfold-clock",
      "aria-expanded": "false",
      "aria-controls": "clock-moves",
    });
    element.append(icon("clock"), el("p", { class: "clock-face" }, el("time", {}, this.time, " ", this.day), this.next), this.unfold, moves, this.outcome);
    this.say("");
    setInterval(() => this.draw(), 1000);
  }

  toggle(element) {
    this.unfold.setAttribute("aria-expanded", String(element.classList.toggle("unfolded")));
  }

  /** The bot's time: what the playground said, plus what has passed here since. */
  now() {
    if (!this.reading) return new Date();
    return new Date(this.reading.now.getTime() + performance.now() - this.reading.at);
  }

  async refresh() {
    const { now, next_due: nextDue, moving } = await api.clock();
    this.reading = { now: new Date(now), nextDue: nextDue ? new Date(nextDue) : null, moving, at: performance.now() };
    this.draw();
  }

  draw() {
    if (!this.reading) return;
    const now = this.now();
    const { nextDue } = this.reading;
    const moving = this.moving || this.reading.moving;
    this.time.textContent = timeOfDay(now);
    this.day.replaceChildren(
      el("span", { class: "wide-only" }, dayWithYear(now)),
      el("span", { class: "narrow-only" }, dayInShort(now, now)),
    );
    this.next.textContent = moving ? "de klok loopt vooruit…" : nextDue ? `hierna: ${dayAndTime(nextDue, now)}` : "hierna: niets gepland";
    for (const { move, element } of this.buttons) element.disabled = moving || Boolean(move.needsNext && !nextDue);
  }

  async put(target) {
    const pressed = document.activeElement;
    this.moving = true;
    this.say("");
    this.draw();
    const watching = setInterval(() => this.refresh().catch(() => {}), MOVING_MS);
    try {
      const { visited, bot } = await api.forward(target);
      this.say(bot === false ? "Verzet; er is geen bot die meeloopt." : visitedInWords(visited.length));
    } catch (error) {
      this.say(failureInWords(error, this.now()), true);
    } finally {
      clearInterval(watching);
      this.moving = false;
      await this.onMoved();
      if (document.activeElement === document.body) pressed?.focus();
    }
  }

  say(words, failed = false) {
    this.outcome.replaceChildren(...(words ? [icon(failed ? "warning" : "check"), el("span", {}, words)] : []));
    this.outcome.classList.toggle("failed", failed);
    show(this.outcome, words !== "");
  }
}

const visitedInWords = (count) =>
  count === 0 ? "Verzet; er gebeurde onderweg niets." : count === 1 ? "Verzet, via één moment." : `Verzet, via ${count} momenten.`;

/** The playground speaks English; which moment it got stuck at is taken from its sentence. */
function failureInWords({ status, message }, now) {
  if (status === 409) return "De klok is al onderweg. Wacht tot hij er is.";
  if (status !== 504) return message;
  const [moment] = /\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/.exec(message) ?? [];
  return moment ? `De bot kwam niet tot rust op ${dayAndTime(new Date(moment), now)}.` : "De bot kwam niet op tijd tot rust.";
}
