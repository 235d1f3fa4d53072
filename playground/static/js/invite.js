import { openDialog } from "./dialog.js";
import { button, el } from "./dom.js";

/**
 * The sheet behind a link into a group. `guest` is who opens it: {name, look(), join(), withdraw(), open(chatId)}; look
 * and join answer how it stands, as the playground says.
 */
export function openInvite(link, guest) {
  new InviteSheet(guest).open(link);
}

class InviteSheet {
  constructor(guest) {
    this.guest = guest;
    this.words = el("p", { class: "dialog-words", role: "status" }, "Even kijken waar deze link heen leidt…");
    this.problem = el("p", { class: "form-problem", role: "alert" });
    this.buttons = el("p", { class: "dialog-buttons" }, this.closing("Sluiten"));
  }

  open(link) {
    const address = el("p", { class: "sheet-link" }, link.replace("https://", ""));
    this.dialog = openDialog("Toegang tot een groep", [this.words, address, this.problem, this.buttons], { class: "dialog sheet" });
    this.attempt(async () => {
      this.group = await this.guest.look();
      this.draw(this.group.status);
    });
  }

  draw(status) {
    const { name, join, open } = this.guest;
    const { title, chat_id: id } = this.group;
    const enter = () => this.choice("Naar de groep", () => (this.dialog.close(), open(id)), "primary");
    const ask = () => this.attempt(async () => this.draw((await join()).status));
    const stages = {
      asks: () => this.say(`Je vraagt om toegang tot “${title}”, als ${name}.`, this.closing("Annuleren"), this.choice("Toegang vragen", ask, "primary")),
      joins: () => this.say(`Met deze link kom je in “${title}”, als ${name}.`, this.closing("Annuleren"), this.choice("Meedoen", ask, "primary")),
      requested: () =>
        this.say(
          `Je vroeg om toegang tot “${title}”. Zodra je wordt toegelaten, staat de groep tussen je gesprekken.`,
          this.choice("Verzoek intrekken", () => this.attempt(() => this.withdraw())),
          this.closing("Sluiten"),
        ),
      joined: () => this.say(`Je zit nu in “${title}”.`, this.closing("Sluiten"), enter()),
      already: () => this.say(`Je zit al in “${title}”.`, this.closing("Sluiten"), enter()),
      invalid: () => this.say("Deze link werkt niet of niet meer. Vraag om een nieuwe aan wie hem stuurde.", this.closing("Sluiten")),
    };
    stages[status]();
  }

  async withdraw() {
    await this.guest.withdraw();
    this.say("Je verzoek is ingetrokken.", this.closing("Sluiten"));
  }

  say(words, ...choices) {
    this.words.textContent = words;
    this.buttons.replaceChildren(...choices);
    choices.at(-1).focus();
  }

  choice(label, act, kind = null) {
    return button(label, act, { class: kind });
  }

  closing(label) {
    return this.choice(label, () => this.dialog.close());
  }

  async attempt(act) {
    this.problem.textContent = "";
    for (const one of this.buttons.children) one.disabled = true;
    try {
      await act();
    } catch (error) {
      this.problem.textContent = error.message;
    } finally {
      for (const one of this.buttons.children) one.disabled = false;
    }
  }
}
