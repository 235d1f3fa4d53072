import * as api from "./api.js";
import { button, el, iconButton, show } from "./dom.js";
import { icon } from "./icons.js";
import { recall, remember } from "./memory.js";
import { reportError } from "./notices.js";

/** What a story that plays by itself tells, with the means to hold it and to follow who acts. */
export class Story {
  /** `bringForward` gets the ids of who acts and of the chat, or null for whichever it is; `mark` who acts, or null. */
  constructor(element, { bringForward, mark }) {
    this.element = element;
    this.bringForward = bringForward;
    this.mark = mark;
    this.told = { state: "none", caption: null, person: null, chat: null };
    this.closed = null;
    this.caption = el("p", { class: "story-caption", role: "status" });
    this.hold = button("", () => this.toggleHold(), { class: "story-hold" });
    this.follow = el("input", { type: "checkbox", on: { change: () => this.toggleFollow() } });
    this.follow.checked = recall("follow", true);
    this.following = el("label", { class: "story-follow" }, this.follow, el("span", {}, "Volg het verhaal"));
    this.away = iconButton(icon("close"), "Het verhaal sluiten", () => this.close());
    element.append(icon("play"), this.caption, this.hold, this.following, this.away);
  }

  async refresh() {
    const before = this.told;
    this.told = await api.story();
    this.draw();
    const another = ["person", "chat", "caption"].some((one) => this.told[one] !== before[one]);
    if (another && this.told.state !== "over") this.comeForward();
  }

  draw() {
    const { state, caption, person } = this.told;
    const underway = state === "playing" || state === "paused";
    show(this.element, state !== "none" && caption !== this.closed);
    const words = !underway || caption.startsWith("Het verhaal") ? caption : `Het verhaal: ${caption}`;
    if (this.caption.textContent !== words) this.caption.textContent = words ?? "";
    this.hold.textContent = state === "paused" ? "Verder" : "Pauze";
    show(this.hold, underway);
    show(this.following, underway);
    show(this.away, !underway);
    this.element.classList.toggle("held", state === "paused");
    this.mark(underway ? person : null);
  }

  async toggleHold() {
    try {
      this.told = await (this.told.state === "paused" ? api.resumeStory() : api.pauseStory());
      this.draw();
    } catch (error) {
      reportError(error);
    }
  }

  toggleFollow() {
    remember("follow", this.follow.checked);
    this.comeForward();
  }

  /** Whoever is typing keeps the phone that they type on. */
  comeForward() {
    if (this.follow.checked && this.told.person !== null && !isTyping()) this.bringForward(this.told.person, this.told.chat);
  }

  close() {
    this.closed = this.told.caption;
    this.draw();
  }
}

function isTyping() {
  const field = document.activeElement;
  return Boolean(field?.matches("textarea, input:not([type=checkbox])") && field.value);
}
