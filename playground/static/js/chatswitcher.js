import { button, el, hiddenWords, show } from "./dom.js";
import { icon } from "./icons.js";

/** The chats of one person, when there is more than the one with the bot: which is shown, and what is unread in each. */
export class ChatSwitcher {
  constructor(owner, choose) {
    this.choose = choose;
    this.element = el("nav", { class: "chats", "aria-label": `Gesprekken van ${owner}`, hidden: true });
    this.signature = "";
  }

  /** `lines` as the playground lists them; `current` is the id of the chat that is shown. */
  draw(lines, current) {
    show(this.element, lines.length > 1);
    const signature = JSON.stringify([lines.map(({ id, title, unread }) => [id, title, unread]), current]);
    if (signature === this.signature) return;
    this.signature = signature;
    const focused = this.element.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
    this.element.replaceChildren(...lines.map((line) => this.tab(line, line.id === current)));
    if (focused) this.element.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  }

  tab({ id, type, title, unread }, shown) {
    const words = unread === 1 ? " ongelezen bericht" : " ongelezen berichten";
    return button(
      [
        icon(type === "private" ? "bot" : "group"),
        el("span", { class: "chat-name" }, title),
        unread > 0 ? el("span", { class: "badge" }, String(unread), hiddenWords(words)) : null,
      ],
      () => this.choose(id),
      { class: "chat-tab", "aria-current": shown ? "true" : null, title, data: { chat: id } },
    );
  }
}
