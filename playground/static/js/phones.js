import { el } from "./dom.js";
import { recall, remember } from "./memory.js";
import { Phone } from "./phone.js";

/** On a narrow screen there is one phone at a time; the style sheets know this width too. */
const narrow = matchMedia("(max-width: 759px)");

/** The phones that are open, side by side, and the one in front. */
export class Phones {
  constructor(element, around, onChange) {
    this.element = element;
    this.around = around;
    this.onChange = onChange;
    this.phones = new Map();
    this.front = null;
    this.acting = null;
    /** Whom the viewer opened stays; the others make room in a story, who acted longest ago first. */
    this.chosen = new Set();
    this.turns = [];
    this.restored = false;
    this.empty = el("p", { class: "no-phones" }, "Kies links een telefoon om te openen.");
    narrow.addEventListener("change", () => this.restored && this.arrange());
  }

  /** Once, as soon as the cast is known: opens what was open the last time, or else the first alderman, the coordinator and the next alderman. */
  restore(cast) {
    if (this.restored || cast.length === 0) return;
    this.restored = true;
    const known = new Set(cast.map((person) => person.id));
    const open = recall("open", null)?.filter((id) => known.has(id)) ?? firstChoice(cast);
    this.front = known.has(recall("front", null)) ? recall("front", null) : (open[0] ?? cast[0]?.id ?? null);
    for (const id of open) this.add(cast.find((person) => person.id === id));
    const inFront = cast.find((person) => person.id === this.front);
    if (narrow.matches && inFront) this.add(inFront);
    this.arrange();
    this.around.revealInRoster(this.front);
  }

  add(person) {
    if (this.phones.has(person.id)) return this.phones.get(person.id);
    const phone = new Phone(person, this.around);
    this.phones.set(person.id, phone);
    this.element.append(phone.element);
    return phone;
  }

  open(person) {
    const phone = this.add(person);
    this.front = person.id;
    this.arrange();
    phone.element.scrollIntoView({ inline: "nearest", block: "nearest" });
    this.around.revealInRoster(person.id);
    return phone;
  }

  close(id) {
    this.phones.get(id)?.remove();
    this.phones.delete(id);
    this.chosen.delete(id);
    if (this.front === id) this.front = [...this.phones.keys()].at(-1) ?? null;
    this.arrange();
    this.around.focusRoster(id);
  }

  /** A tap in the roster: on a narrow screen it brings a phone to the front, elsewhere it opens or closes it. */
  choose(person) {
    if (!narrow.matches && this.phones.has(person.id)) this.close(person.id);
    else {
      this.chosen.add(person.id);
      this.open(person);
    }
  }

  isShown(id) {
    return narrow.matches ? this.front === id : this.phones.has(id);
  }

  arrange() {
    for (const [id, phone] of this.phones) phone.element.classList.toggle("front", id === this.front);
    this.mark(this.acting);
    if (this.phones.size === 0) this.element.append(this.empty);
    else this.empty.remove();
    remember("open", [...this.phones.keys()]);
    remember("front", this.front);
    this.onChange();
  }

  /** `person` null is everyone; `chat` null is all that they see. News of a group is for whoever may have come in. */
  refresh(person, chat) {
    for (const [id, phone] of this.phones) {
      if (person === null || person === id) phone.refresh(chat);
    }
  }

  /** Brings the phone of who acts in a story forward, at the end of what was said in `chat`; null is the one in sight. */
  follow(person, chat) {
    const inFront = this.front === person.id && this.phones.has(person.id);
    this.turns = [...this.turns.filter((id) => id !== person.id), person.id];
    if (!this.phones.has(person.id)) this.makeRoom();
    (inFront ? this.phones.get(person.id) : this.open(person)).follow(chat);
  }

  /** As many phones as there is room for beside one another, with the one that comes. */
  makeRoom() {
    const [any] = this.phones.values();
    if (narrow.matches || !any) return;
    const least = parseFloat(getComputedStyle(any.element).flexBasis);
    const most = Math.max(2, Math.floor(this.element.clientWidth / least));
    const leaving = [...this.phones.entries()]
      .filter(([id, phone]) => !this.chosen.has(id) && !phone.current.composer.field.value)
      .map(([id]) => id)
      .toSorted((one, other) => this.turns.indexOf(one) - this.turns.indexOf(other));
    for (const id of leaving.slice(0, Math.max(0, this.phones.size + 1 - most))) {
      this.phones.get(id).remove();
      this.phones.delete(id);
    }
  }

  /** Marks the phone of who acts in a story, and no other. */
  mark(acting) {
    this.acting = acting;
    for (const [id, phone] of this.phones) {
      phone.element.classList.toggle("acting", id === acting);
      phone.followed &&= id === acting;
    }
  }
}

function firstChoice(cast) {
  const aldermen = cast.filter((person) => person.part === "alderman").slice(0, 2);
  const coordinator = cast.find((person) => person.part === "coordinator");
  const chosen = [aldermen[0], coordinator, aldermen[1]].filter(Boolean);
  return (chosen.length > 0 ? chosen : cast.slice(0, 3)).map((person) => person.id);
}
