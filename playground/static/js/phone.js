import * as api from "./api.js";
import { attachmentChoices } from "./attachments.js";
import { avatar, fullName, partInWords } from "./avatar.js";
import { Composer } from "./composer.js";
import { button, el, iconButton, show } from "./dom.js";
import { icon } from "./icons.js";
import { InOrder } from "./inorder.js";
import { coalesced } from "./live.js";
import { openMenu } from "./menu.js";
import { messageChoices } from "./messagemenu.js";
import { Messages } from "./messages.js";
import { copyText, reportError } from "./notices.js";
import { PendingMessages } from "./pending.js";
import { Taps } from "./taps.js";
import { renderThreshold } from "./threshold.js";
import { showAlert, Toast } from "./toast.js";

/** For how long a "typing" from the bot lasts when nothing follows, as in Telegram. */
const TYPING_MS = 5000;

/**
 * The phone of one person. `around` is what it needs of the page: botUsername(), now(), close(id),
 * startElsewhere(payload, anchor, id) and someoneElse(id).
 */
export class Phone {
  constructor(person, around) {
    this.person = person;
    this.around = around;
    this.chatId = person.id;
    this.chat = null;
    this.unreadFrom = null;
    this.followed = false;
    this.refresh = coalesced(() => this.fetchAndDraw(), (error) => this.report(error, true));
    this.deeds = new InOrder();
    this.pending = new PendingMessages(() => this.draw());
    this.taps = new Taps(() => this.draw());
    this.api = api.chatOf(person.id, this.chatId);
    this.build();
    this.watchVisibility();
    this.refresh();
  }

  build() {
    const name = fullName(this.person);
    this.messages = new Messages(`Gesprek van ${name}`, this.messageActs());
    this.composer = new Composer(name, this.composerActs());
    this.threshold = el("div", { class: "threshold", hidden: true });
    this.toast = new Toast();
    this.title = el("h3", {}, "Intervisie");
    this.state = el("p", { class: "chat-state" }, "bot");
    this.trouble = el("p", { class: "trouble", role: "alert", hidden: true });
    this.more = iconButton(icon("more"), `Meer met het gesprek van ${name}`, () => this.openChatMenu(), { "aria-haspopup": "menu" });
    this.element = el(
      "article",
      { class: "phone", "aria-label": `Telefoon van ${name}`, data: { person: this.person.id } },
      this.ownerLine(name),
      el("header", { class: "chat-head" }, el("span", { class: "avatar bot" }, icon("bot")), el("div", {}, this.title, this.state), this.more),
      this.trouble,
      el("div", { class: "chat" }, this.messages.element, this.toast.element),
      this.threshold,
      this.composer.element,
    );
  }

  ownerLine(name) {
    return el(
      "header",
      { class: "owner" },
      avatar(this.person),
      el("div", {}, el("h2", {}, name), el("p", {}, partInWords(this.person))),
      iconButton(icon("close"), `Telefoon van ${name} sluiten`, () => this.around.close(this.person.id), { class: "close-phone" }),
    );
  }

  watchVisibility() {
    this.visible = false;
    this.seen = new IntersectionObserver(
      (entries) => {
        this.visible = entries.at(-1).isIntersecting;
        if (this.visible) this.comeIntoSight();
      },
      { threshold: 0.5 },
    );
    this.seen.observe(this.element);
  }

  /** What came while this phone was out of sight is marked as new before it counts as read. */
  comeIntoSight() {
    if (!this.chat?.unread) return;
    if (this.followed) {
      this.messages.toEnd();
      this.markRead();
      return;
    }
    this.unreadFrom = firstUnread(this.chat);
    this.draw();
    this.messages.showFrom(this.unreadFrom);
    this.markRead();
  }

  /** From now on what happens is at the end: nobody has to scroll to what is new. */
  follow() {
    this.followed = true;
    this.unreadFrom = null;
    this.draw();
    this.messages.toEnd();
  }

  remove() {
    this.seen.disconnect();
    clearTimeout(this.typingTimer);
    this.element.remove();
  }

  async fetchAndDraw() {
    const first = this.chat === null;
    this.chat = await this.api.read();
    this.pending.settle(this.chat.messages);
    if (first && !this.followed) this.unreadFrom = firstUnread(this.chat);
    this.hearAnswers(first);
    if (this.troubleIsReading) show(this.trouble, false);
    this.draw();
    if (first && this.unreadFrom !== null) this.messages.showFrom(this.unreadFrom);
    this.markRead();
  }

  draw() {
    if (!this.chat) return;
    const { chat, bot, messages, started, blocked, typing } = this.chat;
    this.title.textContent = chat.type === "private" ? bot.first_name : chat.title;
    this.messages.draw({
      messages,
      pending: this.pending.shown,
      busy: this.taps.busy,
      unreadFrom: this.unreadFrom,
      inGroup: chat.type !== "private",
      now: this.around.now(),
    });
    this.drawTyping(typing);
    const open = started && !blocked;
    show(this.composer.element, open);
    this.drawThreshold(started, blocked);
    if (open) this.composer.update(this.chat, messages.findLast((message) => !message.outgoing));
  }

  drawTyping(typing) {
    clearTimeout(this.typingTimer);
    this.messages.setTyping(typing);
    this.state.textContent = this.chat.blocked ? "bot, geblokkeerd" : typing ? "typt…" : "bot";
    if (typing) this.typingTimer = setTimeout(() => this.drawTyping(false), TYPING_MS);
  }

  drawThreshold(started, blocked) {
    const kind = blocked ? "blocked" : started ? null : "new";
    show(this.threshold, kind !== null);
    if (kind === this.thresholdKind) return;
    this.thresholdKind = kind;
    this.threshold.replaceChildren(
      ...renderThreshold(kind, {
        start: (payload) => this.start(payload),
        unblock: () => this.unblock(),
        botUsername: this.around.botUsername,
      }),
    );
  }

  /** Toasts and alerts come once each; what was answered before this phone was opened stays silent. */
  hearAnswers(first) {
    for (const answer of this.taps.heard(this.chat.callback_answers ?? [])) {
      if (first || !answer.text) continue;
      if (answer.show_alert) showAlert(this.element, answer.text);
      else this.toast.say(answer.text);
    }
  }

  async markRead() {
    if (!this.chat?.unread || !this.visible || !this.messages.atEnd || document.hidden) return;
    this.chat.unread = 0;
    try {
      await this.api.markRead();
    } catch (error) {
      this.report(error, true);
    }
  }

  /** Does one thing, after what was done before it, and shows what came of it; a failure stays in sight in this phone. */
  async attempt(act) {
    try {
      const answer = await this.deeds.add(act);
      show(this.trouble, false);
      this.refresh();
      return answer;
    } catch (error) {
      this.report(error);
      return null;
    }
  }

  /** Trouble with reading the chat passes when reading succeeds; trouble with an act when the next act does. */
  report(error, reading = false) {
    if (error.name !== "ApiError") {
      reportError(error);
      return;
    }
    this.troubleIsReading = reading;
    this.trouble.replaceChildren(icon("warning"), el("span", {}, error.message));
    show(this.trouble, true);
  }

  send(text, replyTo, forwarded = false) {
    this.unreadFrom = null;
    const message = { text, ...(replyTo ? { reply_to_message_id: replyTo } : {}), ...(forwarded ? { forwarded } : {}) };
    this.messages.toEnd();
    return this.pending.send(text, this.chat?.messages.at(-1)?.message_id ?? 0, async () => {
      const sent = await this.deeds.add(() => this.api.send(message));
      this.refresh();
      return sent;
    });
  }

  start(payload) {
    this.messages.toEnd();
    return this.attempt(() => this.api.start(payload));
  }

  unblock() {
    return this.attempt(() => this.api.unblock());
  }

  tap(message, row, column) {
    return this.taps.press(message.message_id, row, column, () => this.attempt(() => this.api.tap(message.message_id, row, column)));
  }

  openChatMenu() {
    const blocked = this.chat?.blocked;
    openMenu(this.more, "Gesprek", [
      { label: "Opnieuw /start sturen", icon: "start", act: () => this.start("") },
      blocked
        ? { label: "Deblokkeren", icon: "check", act: () => this.unblock() }
        : { label: "Bot blokkeren", icon: "block", act: () => this.attempt(() => this.api.block()) },
      { label: "Telefoon sluiten", icon: "close", act: () => this.around.close(this.person.id) },
    ]);
  }

  messageActs() {
    const { around } = this;
    return {
      get botUsername() {
        return around.botUsername();
      },
      now: around.now,
      command: (text) => this.send(text, null),
      start: (payload) => this.start(payload),
      startElsewhere: (payload, anchor) => around.startElsewhere(payload, anchor, this.person.id),
      copy: copyText,
      tap: (message, row, column) => this.tap(message, row, column),
      menu: (message, anchor) => openMenu(anchor, "Bericht", messageChoices(message, this)),
      retry: (waiting) => this.pending.retry(waiting),
      discard: (waiting) => this.pending.discard(waiting),
      reachedEnd: () => this.markRead(),
      focusComposer: () => this.composer.focus(),
    };
  }

  composerActs() {
    return {
      botUsername: this.around.botUsername,
      send: (text, replyTo) => this.send(text, replyTo),
      saveEdit: (messageId, text) => this.attempt(() => this.api.edit(messageId, text)),
      tapReplyKey: (key) => this.attempt(() => this.api.tapReplyKey(key.text)),
      attachMenu: (anchor) => openMenu(anchor, "Bijlage", attachmentChoices(this)),
      start: (payload) => this.start(payload),
      lastOwnText: () => this.chat?.messages.findLast((message) => message.outgoing && message.kind === "text"),
    };
  }
}

/** The first message that was not read when the phone was opened, or null. */
function firstUnread({ unread, messages }) {
  const incoming = messages.filter((message) => !message.outgoing && message.kind !== "service");
  return unread > 0 ? (incoming.at(-unread)?.message_id ?? null) : null;
}
