import * as api from "./api.js";
import { button, el, hiddenWords, iconButton } from "./dom.js";
import { icon } from "./icons.js";

/** What can go wrong between Telegram and the bot, by the playground's names. */
const KINDS = new Map([
  ["outage", "Telegram is onbereikbaar"],
  ["429", "Te veel verzoeken (429)"],
  ["500", "Fout bij Telegram (500)"],
  ["502", "Slechte tussenschakel (502)"],
  ["timeout_before", "Geen antwoord, niet uitgevoerd"],
  ["timeout_after", "Geen antwoord, wel uitgevoerd"],
  ["drop_before", "Verbinding weg, niet uitgevoerd"],
  ["drop_after", "Verbinding weg, wel uitgevoerd"],
  ["forbidden", "Geweigerd (403)"],
  ["duplicate_updates", "Updates komen dubbel"],
  ["reorder_updates", "Updates in verkeerde volgorde"],
]);

const TIMES = [
  ["1", "één keer"],
  ["5", "vijf keer"],
  ["", "tot ik het weghaal"],
];

/** Shows which faults are on, and lets them be added and taken away. */
export async function openFaults() {
  const problem = el("p", { class: "form-problem", role: "alert" });
  const list = el("ul", { class: "fault-list", "aria-label": "Storingen die aanstaan" });
  const limits = el("input", { type: "checkbox" });
  const attempt = async (act) => {
    try {
      problem.textContent = "";
      await act();
      await draw();
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  const draw = async () => {
    const [faults, { enforced }] = await Promise.all([api.faults(), api.limits()]);
    limits.checked = enforced;
    const rows = faults.map((fault) => faultRow(fault, () => attempt(() => api.removeFault(fault.id))));
    list.replaceChildren(...(rows.length > 0 ? rows : [el("li", { class: "quiet" }, "Er staat geen storing aan.")]));
  };
  limits.addEventListener("change", () => attempt(() => api.setLimits({ enforced: limits.checked })));
  const dialog = el(
    "dialog",
    { class: "dialog", "aria-label": "Storingen" },
    el("h2", {}, "Storingen"),
    el("p", { class: "quiet" }, "Zet aan wat er mis kan gaan, en kijk wat de bot ermee doet."),
    list,
    faultForm((fault) => attempt(() => api.addFault(fault))),
    el("label", { class: "check" }, limits, el("span", {}, "Grenzen van Telegram handhaven (30 per seconde, 1 per chat)")),
    problem,
    el("p", { class: "dialog-buttons" }, button("Sluiten", () => dialog.close(), { class: "primary" })),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  await attempt(() => Promise.resolve());
}

function faultRow(fault, remove) {
  const kind = KINDS.get(fault.kind) ?? fault.kind;
  const where = fault.method === "*" ? "bij alles" : `bij ${fault.method}`;
  const left = fault.times === null ? "tot je het weghaalt" : `nog ${fault.times} keer`;
  return el(
    "li",
    {},
    icon("warning"),
    el("span", { class: "menu-words" }, kind, el("small", {}, `${where}, ${left}; ${fault.count} keer gebeurd`)),
    iconButton([icon("close"), hiddenWords(kind)], `${kind} weghalen`, remove),
  );
}

function faultForm(add) {
  const options = (pairs) => pairs.map(([value, words]) => el("option", { value }, words));
  const kind = el("select", { name: "kind", "aria-label": "Soort storing" }, options([...KINDS]));
  const times = el("select", { name: "times", "aria-label": "Hoe vaak" }, options(TIMES));
  kind.value = "outage";
  const submit = (event) => {
    event.preventDefault();
    add({ kind: kind.value, times: times.value === "" ? null : Number(times.value) });
  };
  return el("form", { class: "fault-form", on: { submit } }, kind, times, el("button", { type: "submit" }, "Aanzetten"));
}
