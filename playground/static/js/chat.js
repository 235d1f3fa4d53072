import * as api from "./api.js";
import { attachmentChoices } from "./attachments.js";
import { fullName } from "./avatar.js";
import { Ballots } from "./ballots.js";
import { Composer } from "./composer.js";
import { el, iconButton, show } from "./dom.js";
import { isEarlier, joined, movedDown, ownNumber } from "./history.js";
import { icon } from "./icons.js";
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

const NOT_FOUND = 404;

/** One chat on a phone: with the bot, or a group that the phone's owner is in. */
export class Chat {
  /** `line` is how the playground lists the chat: {id, type, title}. */
  constructor(line, phone) {
    this.id = line.id;
    this.isGroup = line.type !== "private";
    this.line = line;
    this.phone = phone;
    this.person = phone.person;
    this.seen = null;
    this.unreadFrom = null;
    this.refresh = coalesced(() => this.fetchAndDraw(), (error) => this.onUnread(error));
    this.pending = new PendingMessages(() => this.draw());
    this.taps = new Taps(() => this.draw());
    this.ballots = new Ballots(() => this.draw());
    this.api = api.chatOf(phone.person.id, line.id);
    this.build();
    this.refresh();
  }

  build() {
    const name = fullName(this.person);
    const where = this.isGroup ? `${name} in ${this.line.title}` : name;
    this.messages = new Messages(`Gesprek van ${where}`, this.messageActs());
    this.composer = new Composer(where, this.composerActs());
    this.threshold = el("div", { class: "threshold", hidden: true });
    this.toast = new Toast();
    this.title = el("h3", {}, this.isGroup ? this.line.title : "Intervisie");
    this.state = el("p", { class: "chat-state" }, this.isGroup ? "groep" : "bot");
    this.trouble = el("p", { class: "trouble", role: "alert", hidden: true });
    this.more = iconButton(icon("more"), `Meer met het gesprek van ${where}`, () => this.openMenu(), { "aria-haspopup": "menu" });
    const picture = el("span", { class: this.isGroup ? "avatar group" : "avatar bot" }, icon(this.isGroup ? "group" : "bot"));
    this.element = el(
      "div",
      { class: "chat-screen" },
      el("header", { class: "chat-head" }, picture, el("div", {}, this.title, this.state), this.more),
      this.trouble,
      el("div", { class: "chat" }, this.messages.element, this.toast.element),
      this.threshold,
      this.composer.element,
    );
  }

  get onTop() {
    return this.phone.current === this;
  }

  /** What came while this chat was out of sight is marked as new before it counts as read. */
  comeIntoSight() {
    if (!this.seen?.unread) return;
    if (this.phone.followed) {
      this.messages.toEnd();
      this.markRead();
      return;
    }
    this.unreadFrom = firstUnread(this.seen);
    this.draw();
    this.messages.showFrom(this.unreadFrom);
    this.markRead();
  }

  /** From now on what happens is at the end: nobody has to scroll to what is new. */
  follow() {
    this.unreadFrom = null;
    this.draw();
    this.messages.toEnd();
  }

  remove() {
    clearTimeout(this.typingTimer);
    this.element.remove();
  }

  async fetchAndDraw() {
    const first = this.seen === null;
    const seen = await this.api.read();
    if (seen.chat.upgraded_to) {
      this.phone.refreshChats();
      return;
    }
    if (seen.chat.upgraded_from) seen.messages = joined(await this.readEarlier(seen.chat.upgraded_from), seen.messages);
    this.seen = seen;
    this.pending.settle(seen.messages);
    if (first && !this.phone.followed) this.unreadFrom = firstUnread(seen);
    this.hearAnswers(first);
    if (this.troubleIsReading) show(this.trouble, false);
    this.draw();
    if (first && this.unreadFrom !== null) this.messages.showFrom(this.unreadFrom);
    this.markRead();
  }

  /** What was said before the group became this supergroup; nothing to who came later. */
  async readEarlier(id) {
    this.earlier ??= { id, api: api.chatOf(this.person.id, id) };
    try {
      return movedDown((await this.earlier.api.read()).messages);
    } catch (error) {
      if (error.status === NOT_FOUND) return [];
      throw error;
    }
  }

  /** Does something to a message where it is: here, or in the group that this supergroup was. */
  onMessage(message, act) {
    const id = message.message_id;
    return this.attempt(() => (isEarlier(message) ? act(this.earlier.api, ownNumber(id)) : act(this.api, id)));
  }

  shows(id) {
    return id === this.id || id === this.earlier?.id;
  }

  /** Who is out of a group sees it no more: the phone notices that from its list of chats. */
  onUnread(error) {
    if (this.isGroup && error.status === NOT_FOUND) this.phone.refreshChats();
    else this.report(error, true);
  }

  /** The supergroup that this group has become, or null. */
  async successor() {
    try {
      return (await this.api.read()).chat.upgraded_to ?? null;
    } catch (error) {
      if (error.status === NOT_FOUND) return null;
      throw error;
    }
  }

  draw() {
    if (!this.seen) return;
    const { chat, bot, messages, started, blocked, typing } = this.seen;
    this.title.textContent = this.isGroup ? chat.title : bot.first_name;
    this.messages.draw({
      messages,
      pending: this.pending.shown,
      busy: this.taps.busy,
      ballots: this.ballots,
      unreadFrom: this.unreadFrom,
      inGroup: this.isGroup,
      now: this.phone.around.now(),
    });
    this.drawTyping(typing);
    const open = started && !blocked;
    show(this.composer.element, open);
    this.drawThreshold(started, blocked);
    if (open) this.composer.update(this.seen, messages.findLast((message) => !message.outgoing));
  }

  drawTyping(typing) {
    clearTimeout(this.typingTimer);
    this.messages.setTyping(typing);
    this.state.textContent = typing ? (this.isGroup ? "Intervisie typt…" : "typt…") : this.stateInWords();
    if (typing) this.typingTimer = setTimeout(() => this.drawTyping(false), TYPING_MS);
  }

  stateInWords() {
    if (!this.isGroup) return this.seen.blocked ? "bot, geblokkeerd" : "bot";
    const { members, bot, my_anonymity: anonymous } = this.seen;
    const count = members.filter((member) => !member.is_bot).length;
    const people = count === 1 ? "1 lid" : `${count} leden`;
    const place = { administrator: "de bot is beheerder", member: "met de bot" }[bot.status] ?? "zonder de bot";
    return [people, place, anonymous && "jij anoniem"].filter(Boolean).join(", ");
  }

  drawThreshold(started, blocked) {
    const kind = blocked ? "blocked" : started ? null : "new";
    show(this.threshold, kind !== null);
    if (kind === this.thresholdKind) return;
    this.thresholdKind = kind;
    this.threshold.replaceChildren(
      ...renderThreshold(kind, {
        start: (payload) => this.start(payload),
        unblock: () => this.attempt(() => this.api.unblock()),
        botUsername: this.phone.around.botUsername,
      }),
    );
  }

  /** Toasts and alerts come once each; what was answered before this chat was opened stays silent. */
  hearAnswers(first) {
    for (const answer of this.taps.heard(this.seen.callback_answers ?? [])) {
      if (first || !answer.text) continue;
      if (answer.show_alert) showAlert(this.element, answer.text);
      else this.toast.say(answer.text);
    }
  }

  async markRead() {
    if (!this.seen?.unread || !this.onTop || !this.phone.visible || !this.messages.atEnd || document.hidden) return;
    this.seen.unread = 0;
    try {
      await this.api.markRead();
    } catch (error) {
      this.onUnread(error);
    }
  }

  /** Does one thing, after what was done before it on this phone, and shows what came of it; a failure stays in sight. */
  async attempt(act) {
    try {
      const answer = await this.phone.deeds.add(act);
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
    return this.pending.send(text, this.seen?.messages.at(-1)?.message_id ?? 0, async () => {
      const sent = await this.phone.deeds.add(() => this.api.send(message));
      this.refresh();
      return sent;
    });
  }

  /** In a group Telegram adds which bot a command is for. */
  command(text) {
    const bot = this.seen?.bot.username;
    return this.send(this.isGroup && bot && !text.includes("@") ? `${text}@${bot}` : text, null);
  }

  start(payload) {
    this.messages.toEnd();
    return this.attempt(() => this.api.start(payload));
  }

  tap(message, row, column) {
    return this.taps.press(message.message_id, row, column, () => this.onMessage(message, (place, id) => place.tap(id, row, column)));
  }

  vote(message, numbers) {
    return this.ballots.cast(message.message_id, async () => {
      const voted = await this.onMessage(message, (place, id) => place.vote(id, numbers));
      if (voted) Object.assign(message, { poll: voted.poll });
      return voted;
    });
  }

  /** One's own; in a group an administrator may delete what others wrote, which the playground judges. */
  mayDelete(message) {
    return message.outgoing || Boolean(this.seen?.can_manage);
  }

  deleteMessage(message) {
    return this.onMessage(message, (place, id) => place.deleteMessage(id));
  }

  openMenu() {
    openMenu(this.more, "Gesprek", [
      ...(this.isGroup ? this.phone.groupChoices(this) : this.privateChoices()),
      { label: "Nieuwe groep…", icon: "group", act: () => this.phone.makeGroup() },
      { label: "Telefoon sluiten", icon: "close", act: () => this.phone.around.close(this.person.id) },
    ]);
  }

  privateChoices() {
    return [
      { label: "Opnieuw /start sturen", icon: "start", act: () => this.start("") },
      this.seen?.blocked
        ? { label: "Deblokkeren", icon: "check", act: () => this.attempt(() => this.api.unblock()) }
        : { label: "Bot blokkeren", icon: "block", act: () => this.attempt(() => this.api.block()) },
    ];
  }

  messageActs() {
    const { around } = this.phone;
    return {
      get botUsername() {
        return around.botUsername();
      },
      now: around.now,
      command: (text) => this.command(text),
      start: (payload) => this.phone.start(payload),
      startElsewhere: (payload, anchor) => around.elsewhere(anchor, this.person.id, (phone) => phone.start(payload)),
      openInvite: (link) => this.phone.openInvite(link),
      inviteElsewhere: (link, anchor) => around.elsewhere(anchor, this.person.id, (phone) => phone.openInvite(link)),
      copy: copyText,
      tap: (message, row, column) => this.tap(message, row, column),
      vote: (message, numbers) => this.vote(message, numbers),
      changeVote: (message) => this.ballots.change(message),
      addOption: (message, text) => this.onMessage(message, (place, id) => place.addOption(id, text)),
      keepVote: (message) => this.ballots.keep(message.message_id),
      menu: (message, anchor) => openMenu(anchor, "Bericht", messageChoices(message, this)),
      retry: (waiting) => this.pending.retry(waiting),
      discard: (waiting) => this.pending.discard(waiting),
      reachedEnd: () => this.markRead(),
      focusComposer: () => this.composer.focus(),
    };
  }

  composerActs() {
    return {
      botUsername: this.phone.around.botUsername,
      send: (text, replyTo) => this.send(text, replyTo),
      command: (text) => this.command(text),
      saveEdit: (messageId, text) => this.attempt(() => this.api.edit(messageId, text)),
      tapReplyKey: (key) => this.attempt(() => this.api.tapReplyKey(key.text)),
      attachMenu: (anchor) => openMenu(anchor, "Bijlage", attachmentChoices(this)),
      start: (payload) => this.phone.start(payload),
      openInvite: (link) => this.phone.openInvite(link),
      lastOwnText: () => this.seen?.messages.findLast((message) => message.outgoing && message.kind === "text" && !isEarlier(message)),
    };
  }
}

/** The first message that was not read when the chat was opened, or null. */
function firstUnread({ unread, messages }) {
  const incoming = messages.filter((message) => !message.outgoing);
  return unread > 0 ? (incoming.at(-unread)?.message_id ?? null) : null;
}
