import { renderBubble, renderPending } from "./bubble.js";
import { dayInFull, sameDay } from "./dates.js";
import { button, el, hiddenWords, show } from "./dom.js";
import { icon } from "./icons.js";

/** From how many pixels above the end someone counts as reading further up. */
const AT_END_PX = 40;

/** The messages of one chat: draws only what changed, and stays at the end unless someone scrolled up. */
export class Messages {
  constructor(label, acts) {
    this.acts = acts;
    this.drawn = new Map();
    this.newestSeen = 0;
    this.atEnd = true;
    this.top = 0;
    this.list = el("ol", { class: "messages", role: "log", "aria-label": label, "aria-live": "off" });
    this.typing = el("p", { class: "typing", role: "status" }, el("i"), el("i"), el("i"), hiddenWords("Intervisie typt"));
    this.welcome = welcome();
    this.scroller = el(
      "div",
      { class: "scroller", tabindex: "0", role: "region", "aria-label": label },
      this.welcome,
      this.list,
      this.typing,
    );
    this.jump = button([icon("down"), el("span", { class: "count" })], () => this.toEnd(), { class: "jump", hidden: true });
    this.element = el("div", { class: "conversation" }, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.onScroll());
    show(this.typing, false);
    this.watchSizes();
  }

  watchSizes() {
    const sizes = new ResizeObserver(() => this.atEnd && this.toEnd());
    for (const element of [this.scroller, this.list, this.typing]) sizes.observe(element);
  }

  onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    const wasAtEnd = this.atEnd;
    this.top = scrollTop;
    this.atEnd = scrollHeight - scrollTop - clientHeight < AT_END_PX;
    if (this.atEnd && !wasAtEnd) this.acts.reachedEnd();
    this.drawJump();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.top = this.scroller.scrollTop;
    this.atEnd = true;
    this.drawJump();
  }

  /** Once these are on the page again, where they were left. */
  backInPage() {
    if (this.atEnd) this.toEnd();
    else this.scroller.scrollTop = this.top;
  }

  setTyping(typing) {
    show(this.typing, typing);
  }

  /** `view`: {messages, pending, busy (message id -> "row:column"), ballots, unreadFrom (message id or null), inGroup, now}. */
  draw(view) {
    const focus = this.rememberFocus();
    // Someone may have scrolled up whom the browser has yet to tell of it.
    if (this.scroller.isConnected && this.scroller.scrollTop < this.top) this.onScroll();
    show(this.welcome, view.messages.length === 0 && view.pending.length === 0);
    const wanted = this.wantedItems(view);
    const drawn = new Map();
    for (const { key, signature, render } of wanted) {
      const known = this.drawn.get(key);
      drawn.set(key, known?.signature === signature ? known : { signature, node: render() });
    }
    this.place([...drawn.values()].map(({ node }) => node));
    this.drawn = drawn;
    this.restoreFocus(focus);
    this.announceFromNowOn();
    this.countNew(view.messages);
    if (this.atEnd) this.toEnd();
  }

  /** What was there when the phone was opened is not read aloud; what comes after is. */
  announceFromNowOn() {
    setTimeout(() => this.list.setAttribute("aria-live", "polite"));
  }

  /** Takes away first, then puts in: what stays is not moved, and so keeps its focus. */
  place(nodes) {
    const staying = new Set(nodes);
    for (const node of [...this.list.children]) {
      if (!staying.has(node)) node.remove();
    }
    nodes.forEach((node, at) => {
      if (this.list.children[at] !== node) this.list.insertBefore(node, this.list.children[at] ?? null);
    });
  }

  wantedItems({ messages, pending, busy, ballots, unreadFrom, inGroup, now }) {
    const byId = new Map(messages.map((message) => [message.message_id, message]));
    const items = [];
    messages.forEach((message, at) => {
      const day = new Date(message.date);
      const newDay = at === 0 || !sameDay(new Date(messages[at - 1].date), day);
      const unread = message.message_id === unreadFrom;
      if (newDay) items.push(separator("day", message.message_id, dayInFull(day, now)));
      if (unread) items.push(separator("unread", message.message_id, "Nieuwe berichten"));
      const grouping = groupingOf(messages, at, inGroup, newDay || unread);
      const answered = byId.get(message.reply_to) ?? null;
      const ballot = message.poll ? ballots.of(message.message_id) : null;
      const waiting = { key: busy.get(message.message_id) ?? null, ballot };
      items.push({
        key: `message ${message.message_id}`,
        signature: JSON.stringify([message, grouping, answered?.text, waiting.key, ballot?.changing, ballot?.busy]),
        render: () => renderBubble(message, grouping, answered, waiting, this.acts),
      });
    });
    for (const waiting of pending) items.push(this.pendingItem(waiting));
    return items;
  }

  pendingItem(waiting) {
    return {
      key: `pending ${waiting.key}`,
      signature: String(waiting.error),
      render: () => renderPending(waiting, this.acts),
    };
  }

  countNew(messages) {
    const newest = messages.at(-1)?.message_id ?? 0;
    if (this.atEnd) this.newestSeen = newest;
    this.unseen = messages.filter(({ message_id, outgoing }) => message_id > this.newestSeen && !outgoing).length;
    this.newest = newest;
    this.drawJump();
  }

  drawJump() {
    if (this.atEnd) {
      this.newestSeen = this.newest ?? 0;
      this.unseen = 0;
    }
    show(this.jump, !this.atEnd);
    this.jump.querySelector(".count").textContent = this.unseen > 0 ? String(this.unseen) : "";
    this.jump.setAttribute("aria-label", this.unseen > 0 ? `Naar ${this.unseen} nieuwe berichten` : "Naar het laatste bericht");
  }

  showFrom(messageId) {
    const item = this.drawn.get(`unread ${messageId}`);
    if (item) this.scroller.scrollTop += item.node.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    this.onScroll();
  }

  rememberFocus() {
    const focused = document.activeElement;
    if (!focused || !this.list.contains(focused)) return null;
    return { message: focused.closest("[data-message]")?.dataset.message, place: focused.dataset.focus };
  }

  /** A bubble that was drawn again takes its focus with it; when the button is gone, the composer gets it. */
  restoreFocus(focus) {
    if (!focus || this.list.contains(document.activeElement)) return;
    const bubble = this.list.querySelector(`[data-message="${CSS.escape(focus.message ?? "")}"]`);
    const target = bubble?.querySelector(`[data-focus="${CSS.escape(focus.place ?? "")}"]`) ?? bubble?.querySelector(".key, .poll button, .poll input");
    if (target) target.focus({ preventScroll: true });
    else this.acts.focusComposer();
  }
}

function welcome() {
  return el(
    "div",
    { class: "welcome", hidden: true },
    el("span", { class: "avatar bot" }, icon("bot")),
    el("strong", {}, "Nog geen berichten"),
    el("p", {}, "Tik op Start om het gesprek met de bot te beginnen."),
  );
}

function separator(kind, messageId, words) {
  const render = () => el("li", { class: `separator ${kind}` }, el("span", {}, words));
  return { key: `${kind} ${messageId}`, signature: words, render };
}

/** Messages of one sender within five minutes hang together. */
function groupingOf(messages, at, inGroup, broken) {
  const hangTogether = (one, other) =>
    one && other && one.kind !== "service" && other.kind !== "service" && one.sender.id === other.sender.id &&
    Math.abs(new Date(one.date) - new Date(other.date)) < 5 * 60_000;
  const [before, message, after] = [messages[at - 1], messages[at], messages[at + 1]];
  return { first: broken || !hangTogether(before, message), last: !hangTogether(message, after), inGroup };
}
