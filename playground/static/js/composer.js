import { summary } from "./bubble.js";
import { button, el, hiddenWords, iconButton, show } from "./dom.js";
import { icon } from "./icons.js";
import { renderReplyKeyboard } from "./keyboard.js";
import { inviteLink, startPayload } from "./links.js";

/**
 * Where a person writes. `acts`: send(text, replyTo), saveEdit(messageId, text), tapReplyKey(key), attachMenu(anchor),
 * start(payload), openInvite(link), command(text), lastOwnText(); and `botUsername`.
 */
export class Composer {
  constructor(owner, acts) {
    this.acts = acts;
    this.editing = null;
    this.replyingTo = null;
    this.commands = [];
    this.keyboard = null;
    this.keyboardOpen = true;
    this.build(owner);
  }

  build(owner) {
    this.field = el("textarea", {
      rows: 1,
      placeholder: "Bericht",
      "aria-label": `Bericht van ${owner}`,
      enterkeyhint: "send",
      autocomplete: "off",
      on: { input: () => this.onInput(), keydown: (event) => this.onKey(event) },
    });
    this.commandButton = iconButton(icon("slash"), "Opdrachten", () => this.toggleCommands(), { "aria-expanded": "false" });
    this.attachButton = iconButton(icon("attach"), "Bijlage", () => this.acts.attachMenu(this.attachButton), {
      "aria-haspopup": "menu",
    });
    this.keyboardButton = iconButton(icon("keyboard"), "Toetsen van de bot", () => this.toggleKeyboard());
    this.sendButton = iconButton(icon("send"), "Versturen", () => this.submit(), { class: "send" });
    this.commandList = el("div", { class: "commands", role: "group", "aria-label": "Opdrachten", hidden: true });
    this.banner = el("div", { class: "banner", hidden: true });
    this.keys = el("div", { class: "reply-keyboard", role: "group", "aria-label": "Toetsen van de bot", hidden: true });
    this.element = el(
      "div",
      { class: "composer" },
      this.commandList,
      this.banner,
      el(
        "div",
        { class: "composer-row" },
        this.commandButton,
        this.attachButton,
        el("div", { class: "field" }, this.field, this.keyboardButton),
        this.sendButton,
      ),
      this.keys,
    );
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.onEscape());
  }

  /** What the chat says about writing: its commands, the bot's keyboard, and whether the bot asks for a reply. */
  update({ commands, reply_keyboard: keyboard, force_reply: forceReply }, lastFromBot) {
    this.commands = commands ?? [];
    show(this.commandButton, this.commands.length > 0);
    this.drawKeyboard(keyboard ?? null);
    const asked = forceReply ? (lastFromBot ?? null) : null;
    if (asked && asked.message_id !== this.askedReply) this.replyTo(asked);
    this.askedReply = asked?.message_id ?? null;
    if (!this.commandList.hidden) this.drawCommands(this.commandFilter());
  }

  drawKeyboard(keyboard) {
    const changed = JSON.stringify(keyboard) !== JSON.stringify(this.keyboard);
    if (changed) {
      this.keyboard = keyboard;
      this.keyboardOpen = true;
      this.keys.replaceChildren(...(keyboard ? renderReplyKeyboard(keyboard.rows, (key) => this.tapReplyKey(key)) : []));
      this.field.placeholder = keyboard?.placeholder || "Bericht";
    }
    this.showKeyboard();
  }

  showKeyboard() {
    show(this.keyboardButton, this.keyboard !== null);
    show(this.keys, this.keyboard !== null && this.keyboardOpen);
    this.keyboardButton.setAttribute("aria-expanded", String(this.keyboardOpen));
  }

  tapReplyKey(key) {
    if (this.keyboard?.one_time) this.keyboardOpen = false;
    this.showKeyboard();
    this.acts.tapReplyKey(key);
  }

  toggleKeyboard() {
    this.keyboardOpen = !this.keyboardOpen;
    this.showKeyboard();
  }

  onInput() {
    this.grow();
    const filter = this.commandFilter();
    if (filter !== null && this.commands.length > 0) this.drawCommands(filter);
    else this.closeCommands();
    this.drawBanner();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && this.field.value === "") {
      const own = this.acts.lastOwnText();
      if (own) {
        event.preventDefault();
        this.edit(own);
      }
    } else if (event.key === "ArrowUp" && !this.commandList.hidden) {
      event.preventDefault();
      this.commandList.lastElementChild?.focus();
    }
  }

  onEscape() {
    this.closeCommands();
    if (this.editing || this.replyingTo) this.clearContext();
    this.field.focus();
  }

  submit() {
    const text = this.field.value;
    if (text.trim() === "") {
      this.field.focus();
      return;
    }
    if (this.editing) this.acts.saveEdit(this.editing.message_id, text);
    else this.acts.send(text, this.replyingTo?.message_id ?? null);
    this.setText("");
    this.clearContext();
    this.field.focus();
  }

  setText(text) {
    this.field.value = text;
    this.onInput();
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  edit(message) {
    this.editing = message;
    this.replyingTo = null;
    this.setText(message.text);
    this.field.focus();
  }

  replyTo(message) {
    this.replyingTo = message;
    this.editing = null;
    this.drawBanner();
  }

  clearContext() {
    if (this.editing) this.setText("");
    this.editing = null;
    this.replyingTo = null;
    this.drawBanner();
  }

  drawBanner() {
    const payload = this.editing ? null : startPayload(this.field.value, this.acts.botUsername());
    const invite = this.editing ? null : inviteLink(this.field.value);
    show(this.banner, Boolean(this.editing || this.replyingTo || payload !== null || invite !== null));
    if (payload !== null) {
      this.drawLinkBanner("Dit is een startlink.", () => this.acts.start(payload));
    } else if (invite !== null) {
      this.drawLinkBanner("Deze link leidt naar een groep.", () => this.acts.openInvite(invite));
    } else if (this.editing || this.replyingTo) {
      const label = this.editing ? "Bewerken" : "Antwoord op";
      this.banner.replaceChildren(
        icon(this.editing ? "edit" : "reply"),
        el("span", { class: "banner-words" }, el("strong", {}, label), " ", summary(this.editing ?? this.replyingTo)),
        iconButton(icon("close"), `${label} stoppen`, () => this.clearContext()),
      );
    }
  }

  drawLinkBanner(words, open) {
    const instead = () => {
      this.setText("");
      this.field.focus();
      open();
    };
    this.banner.replaceChildren(icon("link"), el("span", { class: "banner-words" }, words), button("Openen", instead, { class: "primary" }));
  }

  /** What follows the slash when only a command is being typed; null otherwise. */
  commandFilter() {
    return /^\/(\w*)$/.exec(this.field.value)?.[1].toLowerCase() ?? null;
  }

  toggleCommands() {
    if (this.commandList.hidden) {
      this.drawCommands("");
      this.commandList.firstElementChild?.focus();
    } else {
      this.closeCommands();
    }
  }

  drawCommands(filter) {
    const fitting = this.commands.filter(({ command }) => command.startsWith(filter ?? ""));
    this.commandList.replaceChildren(
      ...fitting.map(({ command, description }) =>
        button([el("strong", {}, `/${command}`), hiddenWords(": "), el("span", {}, description)], () => this.choose(command)),
      ),
    );
    show(this.commandList, fitting.length > 0);
    this.commandButton.setAttribute("aria-expanded", String(fitting.length > 0));
    this.commandList.onkeydown = (event) => moveFocus(event, this.commandList);
  }

  closeCommands() {
    show(this.commandList, false);
    this.commandButton.setAttribute("aria-expanded", "false");
  }

  choose(command) {
    this.setText("");
    this.closeCommands();
    this.field.focus();
    this.acts.command(`/${command}`);
  }
}

function moveFocus(event, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...list.children];
  all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
}
