import { openAddPerson } from "./addperson.js";
import { avatar, fullName, partInWords } from "./avatar.js";
import { button, el, hiddenWords, show } from "./dom.js";
import { openFaults } from "./faults.js";
import { icon } from "./icons.js";

/** Everyone who plays, with what they have not read; a tap opens or closes a phone. */
export class Roster {
  constructor(element, { isShown, choose, added }) {
    this.isShown = isShown;
    this.choose = choose;
    this.rows = new Map();
    this.list = el("ul", {});
    this.add = button([icon("add"), el("span", {}, "Persoon erbij")], () => openAddPerson(added), { class: "add-person" });
    const faults = button([icon("warning"), el("span", {}, "Storingen")], openFaults, { class: "add-person" });
    element.append(el("h2", {}, "Telefoons"), this.list, el("div", { class: "roster-more" }, this.add, faults));
  }

  draw(cast) {
    for (const person of cast) {
      if (!this.rows.has(person.id)) this.addRow(person);
      this.drawRow(person);
    }
  }

  addRow(person) {
    const badge = el("span", { class: "badge" });
    const open = el("span", { class: "open-mark" }, icon("phone"), hiddenWords("open"));
    const row = button(
      [
        avatar(person),
        el(
          "span",
          { class: "who" },
          el("span", { class: "who-first", "aria-hidden": "true" }, person.first_name),
          el("span", { class: "who-name" }, fullName(person)),
          el("small", {}, partInWords(person)),
        ),
        open,
        badge,
      ],
      () => this.choose(person),
      { data: { person: person.id } },
    );
    this.rows.set(person.id, { row, badge, open });
    this.list.append(el("li", {}, row));
  }

  drawRow(person) {
    const { row, badge, open } = this.rows.get(person.id);
    const shown = this.isShown(person.id);
    row.setAttribute("aria-pressed", String(shown));
    row.title = `${fullName(person)}, ${partInWords(person)}`;
    show(open, shown);
    show(badge, person.unread > 0);
    badge.replaceChildren(String(person.unread), hiddenWords(person.unread === 1 ? " ongelezen bericht" : " ongelezen berichten"));
  }

  reveal(id) {
    this.rows.get(id)?.row.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  focus(id) {
    this.rows.get(id)?.row.focus();
  }
}
