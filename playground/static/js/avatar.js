import { el } from "./dom.js";

const HUES = [162, 205, 262, 318, 12, 38, 96, 228];

export function avatar(person) {
  const initials = [person.first_name, person.last_name].map((name) => (name ?? "").trim().charAt(0)).join("");
  const picture = el("span", { class: "avatar", "aria-hidden": "true" }, initials || "?");
  picture.style.setProperty("--hue", HUES[person.id % HUES.length]);
  return picture;
}

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

const PARTS = { coordinator: "coördinator", facilitator: "begeleider", alderman: "wethouder", other: "gast" };

/** "wethouder, Amersfoort" */
export const partInWords = (person) => [PARTS[person.part] ?? person.part, person.municipality].filter(Boolean).join(", ");
