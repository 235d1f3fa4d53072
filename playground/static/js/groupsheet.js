import * as api from "./api.js";
import { fullName } from "./avatar.js";
import { openDialog } from "./dialog.js";
import { button, el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { openMakeLink } from "./invitelink.js";
import { openMenu } from "./menu.js";
import { check, chosenRights, rightsFields } from "./rights.js";

const STATUSES = { creator: "maker", administrator: "beheerder", member: "lid", restricted: "beperkt lid" };

const manages = (member) => member?.status === "creator" || member?.status === "administrator";

/**
 * Everything about one group, as `person` may change it: its name, its members and the bot, what newcomers see, its
 * end. `acts`: deed(act) does one thing with groups, moved(chatId) hears that the group is elsewhere, leave(group) and
 * remove(group) ask and do.
 */
export function openGroup(chatId, person, everyone, acts) {
  new GroupSheet(chatId, person, everyone, acts).open();
}

class GroupSheet {
  constructor(chatId, person, everyone, acts) {
    this.chatId = chatId;
    this.person = person;
    this.everyone = everyone;
    this.acts = acts;
    this.content = el("div", { class: "group-sheet" });
    this.problem = el("p", { class: "form-problem", role: "alert" });
  }

  open() {
    this.dialog = openDialog(
      "Leden en rechten",
      [
        this.content,
        this.problem,
        el("p", { class: "dialog-buttons" }, button("Sluiten", () => this.dialog.close(), { class: "primary", autofocus: true })),
      ],
      { class: "dialog sheet" },
    );
    this.read();
  }

  /** Reads the group again and draws it; the focus stays on what was pressed, when that is still there. */
  async read() {
    try {
      this.group = await api.group(this.chatId);
    } catch (error) {
      this.problem.textContent = error.message;
      return;
    }
    const focused = document.activeElement?.dataset.focus ?? this.pressed;
    this.content.replaceChildren(...this.parts());
    if (focused) this.content.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  async deed(act) {
    this.problem.textContent = "";
    try {
      const { chat_id: id } = await this.acts.deed((groups) => act(groups, this.chatId));
      if (id !== this.chatId) {
        this.chatId = id;
        this.acts.moved(id);
      }
    } catch (error) {
      this.problem.textContent = error.message;
    }
    await this.read();
  }

  parts() {
    const own = this.group.members.find(({ id }) => id === this.person.id);
    const kind = this.group.type === "supergroup" ? "Supergroep" : "Gewone groep";
    return [
      el("p", { class: "quiet" }, `${kind}, nummer ${this.group.chat_id}.`),
      this.naming(),
      el("h3", {}, "Leden"),
      el("ul", { class: "member-list" }, this.group.members.map((member) => this.memberLine(member, own))),
      this.adding(),
      ...this.settings(own),
      this.endings(own),
    ];
  }

  naming() {
    const title = el("input", { value: this.group.title, maxlength: 128, autocomplete: "off", "aria-label": "Naam van de groep" });
    const rename = (event) => {
      event.preventDefault();
      const words = title.value.trim();
      if (words && words !== this.group.title) this.deed((groups, id) => groups.rename(id, words));
    };
    return el("form", { class: "in-line", on: { submit: rename } }, title, el("button", { type: "submit", data: { focus: "rename" } }, "Hernoemen"));
  }

  memberLine(member, own) {
    const status = [STATUSES[member.status] ?? member.status, member.is_bot && "bot", member.anonymous && "anoniem", member === own && "jij"];
    const choices = this.choicesFor(member, own);
    const name = member.name;
    return el(
      "li",
      {},
      icon(member.is_bot ? "bot" : "person"),
      el("span", { class: "menu-words" }, name, el("small", {}, status.filter(Boolean).join(", "))),
      choices.length > 0
        ? iconButton(icon("more"), `Meer met ${name}`, (event) => this.openMenu(event.currentTarget, name, choices), {
            "aria-haspopup": "menu",
            data: { focus: `member-${member.id}` },
          })
        : null,
    );
  }

  openMenu(anchor, name, choices) {
    this.pressed = anchor.dataset.focus;
    openMenu(anchor, name, choices);
  }

  choicesFor(member, own) {
    if (member === own || member.status === "creator" || !manages(own)) return [];
    return member.is_bot ? this.choicesForBot(member) : this.choicesForPerson(member);
  }

  choicesForBot({ status }) {
    const place = (value) => () => this.deed((groups, id) => groups.placeBot(id, { status: value }));
    return [
      { label: status === "administrator" ? "Rechten wijzigen…" : "Beheerder maken…", icon: "edit", act: () => this.askRights() },
      status === "administrator" && { label: "Geen beheerder meer", icon: "person", act: place("member") },
      { label: "Uit de groep halen", icon: "remove", act: place("kicked") },
    ].filter(Boolean);
  }

  choicesForPerson(member) {
    const place = (more) => () => this.deed((groups, id) => groups.place(id, { person_id: member.id, ...more }));
    const promoted = member.status === "administrator";
    return [
      !promoted && { label: "Beheerder maken", icon: "add", act: place({ status: "administrator" }) },
      promoted && { label: "Geen beheerder meer", icon: "person", act: place({ status: "member" }) },
      promoted && member.anonymous
        ? { label: "Niet langer anoniem", icon: "person", act: place({ status: "administrator", anonymous: false }) }
        : { label: "Anoniem beheerder maken", detail: "schrijft dan als de groep", icon: "lock", act: place({ status: "administrator", anonymous: true }) },
      { label: "Uit de groep halen", detail: "kan terugkomen", icon: "leave", act: place({ status: "left" }) },
      { label: "Weren", detail: "kan niet terugkomen", icon: "block", act: place({ status: "kicked" }) },
    ].filter(Boolean);
  }

  askRights() {
    const { status, rights } = this.group.bot;
    const fields = rightsFields(status === "administrator" ? rights : null);
    const form = el(
      "form",
      { method: "dialog" },
      fields,
      el("p", { class: "dialog-buttons" }, button("Annuleren", () => dialog.close()), el("button", { type: "submit", class: "primary" }, "Opslaan")),
    );
    const dialog = openDialog("De bot als beheerder", form, { class: "dialog sheet" });
    form.addEventListener("submit", () => {
      const place = { status: "administrator", rights: chosenRights(fields) };
      this.deed((groups, id) => groups.placeBot(id, place));
    });
  }

  askLink() {
    openMakeLink(this.group.title, (asks) => this.acts.deed((groups) => groups.makeLink(this.chatId, asks)));
  }

  adding() {
    const there = new Set(this.group.members.map(({ id }) => id));
    const absent = this.everyone.filter(({ id }) => !there.has(id));
    const withBot = this.group.members.some((member) => member.is_bot);
    const who = el(
      "select",
      { "aria-label": "Wie erbij komt" },
      withBot ? null : el("option", { value: "bot" }, "De bot"),
      absent.map((person) => el("option", { value: person.id }, fullName(person))),
    );
    const add = (event) => {
      event.preventDefault();
      this.deed((groups, id) =>
        who.value === "bot" ? groups.placeBot(id, { status: "member" }) : groups.place(id, { person_id: Number(who.value), status: "member" }),
      );
    };
    if (who.options.length === 0) return el("p", { class: "quiet" }, "Iedereen zit in deze groep.");
    return el("form", { class: "in-line", on: { submit: add } }, who, el("button", { type: "submit", data: { focus: "add" } }, "Toevoegen"));
  }

  settings(own) {
    if (!manages(own)) return [];
    const basic = this.group.type === "group";
    const history = check(
      "Nieuwe leden zien wat er eerder geschreven is",
      { checked: this.group.history_visible, data: { focus: "history" } },
      basic ? "maakt er een supergroep van" : null,
    );
    history.addEventListener("change", ({ target }) => this.deed((groups, id) => groups.showHistory(id, target.checked)));
    const anonymous = check(
      "Ik blijf anoniem",
      { checked: own.anonymous, data: { focus: "anonymous" } },
      basic ? "je schrijft dan als de groep; maakt er een supergroep van" : "je schrijft dan als de groep",
    );
    anonymous.addEventListener("change", ({ target }) => this.deed((groups, id) => groups.stayAnonymous(id, target.checked)));
    return [el("h3", {}, "Instellingen"), history, anonymous];
  }

  endings(own) {
    const creator = own?.status === "creator";
    const last = (act) => () => {
      this.dialog.close();
      act(this.group);
    };
    return el(
      "div",
      { class: "endings" },
      manages(own) ? button("Uitnodigingslink maken…", () => this.askLink(), { data: { focus: "link" } }) : null,
      creator && this.group.type === "group"
        ? button("Er een supergroep van maken", () => this.deed((groups, id) => groups.upgrade(id)), { data: { focus: "upgrade" } })
        : null,
      own ? button("Groep verlaten…", last(this.acts.leave)) : null,
      creator ? button("Groep verwijderen…", last(this.acts.remove)) : null,
    );
  }
}
