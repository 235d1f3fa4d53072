import { botInfo } from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";

/** How often the page asks whether the bot is there; there is no event for that. */
const ASK_MS = 4000;

/** Says in words whether the bot is there and whether what is shown is live. */
export class Connection {
  constructor(element, onBot) {
    this.onBot = onBot;
    this.bot = null;
    this.reached = false;
    this.live = false;
    this.element = el("p", { class: "states", role: "status" });
    element.append(this.element);
    this.draw();
  }

  watch() {
    const ask = async () => {
      await this.refresh();
      setTimeout(ask, ASK_MS);
    };
    return ask();
  }

  async refresh() {
    try {
      this.bot = await botInfo();
      this.reached = true;
      this.onBot(this.bot);
    } catch {
      // Not reaching the playground is a state, and is shown as one.
      this.reached = false;
    }
    this.draw();
  }

  setLive(live) {
    this.live = live;
    this.draw();
  }

  draw() {
    const states = [this.botState(), this.liveState()];
    const signature = JSON.stringify(states);
    if (signature === this.signature) return;
    this.signature = signature;
    this.element.replaceChildren(...states.map(({ good, picture, words, more }) =>
      el("span", { class: good ? "state good" : "state bad", title: more }, icon(picture), words)));
  }

  botState() {
    if (!this.reached) return { good: false, picture: "warning", words: "Speeltuin weg", more: "De speeltuin is niet te bereiken." };
    if (this.bot.polling) return { good: true, picture: "bot", words: "Bot aan", more: "De bot haalt berichten op." };
    const waiting = this.bot.pending_updates;
    const more = waiting > 0 ? `De bot haalt niets op; er wachten er ${waiting} op hem.` : "De bot haalt niets op.";
    return { good: false, picture: "warning", words: waiting > 0 ? `Bot uit, ${waiting} wachten` : "Bot uit", more };
  }

  liveState() {
    return this.live
      ? { good: true, picture: "live", words: "Live", more: "Wat er gebeurt, zie je meteen." }
      : { good: false, picture: "wait", words: "Verbinden…", more: "De live verbinding wordt hersteld." };
  }
}
