import * as api from "./api.js";
import { avatar, fullName, partInWords } from "./avatar.js";
import { Chat } from "./chat.js";
import { ChatSwitcher } from "./chatswitcher.js";
import { confirmDeed } from "./dialog.js";
import { el, iconButton } from "./dom.js";
import { openGroup } from "./groupsheet.js";
import { icon } from "./icons.js";
import { InOrder } from "./inorder.js";
import { openInvite } from "./invite.js";
import { coalesced } from "./live.js";
import { recall, remember } from "./memory.js";
import { openNewGroup } from "./newgroup.js";
import { notice, reportError } from "./notices.js";

/**
 * The phone of one person, with one of its chats in sight. `around` is what it needs of the page: botUsername(), now(),
 * close(id), elsewhere(anchor, id, act), someoneElse(id) and everyone().
 */
export class Phone {
  constructor(person, around) {
    this.person = person;
    this.around = around;
    this.followed = false;
    this.visible = false;
    this.deeds = new InOrder();
    this.groups = api.groupsOf(person.id);
    this.lines = [{ id: person.id, type: "private", title: "Intervisie", unread: 0, last: null }];
    this.chats = new Map();
    this.build();
    this.show(this.private);
    this.wanted = recall(`chat.${person.id}`, person.id);
    // That the playground is out of reach, the chat in sight says.
    this.refreshChats = coalesced(() => this.fetchChats(), (error) => (error.status === 0 ? this.current.refresh() : reportError(error)));
    this.watchVisibility();
    this.refreshChats();
  }

  build() {
    const name = fullName(this.person);
    this.switcher = new ChatSwitcher(name, (id) => this.switchTo(id));
    this.place = el("div", { class: "phone-screen" });
    this.element = el(
      "article",
      { class: "phone", "aria-label": `Telefoon van ${name}`, data: { person: this.person.id } },
      el(
        "header",
        { class: "owner" },
        avatar(this.person),
        el("div", {}, el("h2", {}, name), el("p", {}, partInWords(this.person))),
        iconButton(icon("close"), `Telefoon van ${name} sluiten`, () => this.around.close(this.person.id), { class: "close-phone" }),
      ),
      this.switcher.element,
      this.place,
    );
  }

  get private() {
    return this.chat(this.person.id);
  }

  chat(id) {
    if (!this.chats.has(id)) this.chats.set(id, new Chat(this.line(id), this));
    return this.chats.get(id);
  }

  line(id) {
    return this.lines.find((line) => line.id === id);
  }

  watchVisibility() {
    this.watching = new IntersectionObserver(
      (entries) => {
        this.visible = entries.at(-1).isIntersecting;
        if (this.visible) this.current.comeIntoSight();
      },
      { threshold: 0.5 },
    );
    this.watching.observe(this.element);
  }

  /** Puts a chat in sight, where it was left. */
  show(chat) {
    if (this.current === chat) return;
    this.current = chat;
    this.place.replaceChildren(chat.element);
    chat.messages.backInPage();
    this.switcher.draw(this.lines, chat.id);
    if (this.visible) chat.comeIntoSight();
  }

  switchTo(id) {
    if (!this.line(id)) return;
    this.wanted = id;
    remember(`chat.${this.person.id}`, id);
    this.show(this.chat(id));
    this.current.refresh();
  }

  async fetchChats() {
    const before = this.lines;
    this.lines = await api.chats(this.person.id);
    await this.dropWhatIsGone();
    if (this.followed) this.followNews(before);
    if (this.wanted !== this.current.id && this.line(this.wanted)) this.show(this.chat(this.wanted));
    this.switcher.draw(this.lines, this.current.id);
  }

  async dropWhatIsGone() {
    for (const chat of [...this.chats.values()].filter((one) => one.isGroup && !this.line(one.id))) {
      this.chats.delete(chat.id);
      if (this.current === chat) await this.goOnFrom(chat);
      chat.remove();
    }
  }

  /** From a group that became a supergroup the phone goes on there, from one that it is out of to the bot. */
  async goOnFrom(chat) {
    const next = await chat.successor();
    if (this.line(next)) {
      this.switchTo(next);
      this.current.composer.setText(chat.composer.field.value);
    } else {
      this.switchTo(this.person.id);
      notice(`${fullName(this.person)} zit niet meer in “${chat.title.textContent}”.`);
    }
  }

  /** Who is followed in a story has the chat in sight where something was said last, unless they are writing. */
  followNews(before) {
    const earlier = new Map(before.map(({ id, last }) => [id, JSON.stringify(last)]));
    const news = this.lines.filter(({ id, last }) => last && earlier.get(id) !== JSON.stringify(last));
    const newest = news.toSorted((one, other) => new Date(one.last.date) - new Date(other.last.date)).at(-1);
    if (!newest || newest.id === this.current.id || this.current.composer.field.value) return;
    this.wanted = newest.id;
    this.show(this.chat(newest.id));
    this.current.follow();
  }

  /** Chat `id` comes in sight as soon as the phone has it, unless somebody is writing in another; null stays where it is. */
  follow(id) {
    this.followed = true;
    if (id !== null && !this.current.composer.field.value) {
      this.wanted = id;
      if (this.line(id)) this.show(this.chat(id));
    }
    this.current.follow();
  }

  /** Reads again what may have changed: in chat `id`, or everywhere when that is null. */
  refresh(id = null) {
    this.refreshChats();
    if (id === null) this.current.refresh();
    else [...this.chats.values()].find((chat) => chat.shows(id))?.refresh();
  }

  remove() {
    this.watching.disconnect();
    for (const chat of this.chats.values()) chat.remove();
    this.element.remove();
  }

  /** Opens a deep link: in the chat with the bot, whatever chat it was found in. */
  start(payload) {
    this.switchTo(this.person.id);
    return this.private.start(payload);
  }

  openInvite(link) {
    openInvite(link, {
      name: fullName(this.person),
      look: () => this.groups.look(link),
      join: () => this.deed(() => this.groups.join(link)),
      withdraw: () => this.deed(() => this.groups.withdraw(link)),
      open: (id) => this.goTo(id),
    });
  }

  makeGroup() {
    openNewGroup(this.person, this.around.everyone(), {
      deed: (act) => this.deed(() => act(this.groups)),
      made: (id) => this.goTo(id),
    });
  }

  openGroup(chat) {
    openGroup(chat.id, this.person, this.around.everyone(), {
      deed: (act) => this.deed(() => act(this.groups)),
      moved: (id) => this.goTo(id),
      leave: (shown) => this.leaveGroup(shown),
      remove: (shown) => this.removeGroup(shown),
    });
  }

  groupChoices(chat) {
    const shown = { chat_id: chat.id, title: chat.title.textContent };
    return [
      { label: "Leden en rechten…", icon: "person", act: () => this.openGroup(chat) },
      { label: "Groep verlaten…", icon: "leave", act: () => this.leaveGroup(shown) },
    ];
  }

  leaveGroup({ chat_id: id, title }) {
    const words = `Je bent dan geen lid meer van “${title}”.`;
    confirmDeed("Groep verlaten?", words, "Verlaten", () => this.lastDeed(id, (groups) => groups.leave(id)));
  }

  removeGroup({ chat_id: id, title }) {
    const words = `“${title}” verdwijnt met alle berichten, voor iedereen.`;
    confirmDeed("Groep verwijderen?", words, "Verwijderen", () => this.lastDeed(id, (groups) => groups.remove(id)));
  }

  async lastDeed(id, act) {
    try {
      this.switchTo(this.person.id);
      await this.deed(() => act(this.groups));
    } catch (error) {
      reportError(error);
    }
  }

  /** Does one thing with groups, after what was done before it on this phone; fails as the playground refuses it. */
  async deed(act) {
    const answer = await this.deeds.add(act);
    this.refresh();
    return answer;
  }

  async goTo(id) {
    await this.refreshChats();
    this.switchTo(id);
  }
}
