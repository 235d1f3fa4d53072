import { el } from "./dom.js";
import { icon } from "./icons.js";

let closeOpen = null;

/**
 * A list of choices beside the button that opened it. Items: {label, detail?, icon?, picture?, act, disabled?}.
 * Arrows move, Escape closes and gives the focus back.
 */
export function openMenu(anchor, label, items) {
  closeOpen?.();
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label }, items.map(renderItem));
  // Over a dialog nothing but what is in it can be reached.
  (anchor.closest("dialog") ?? document.body).append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");

  const outside = (event) => {
    if (!menu.contains(event.target) && !anchor.contains(event.target)) close();
  };
  const close = () => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside);
    window.removeEventListener("resize", close);
    closeOpen = null;
  };
  closeOpen = close;
  document.addEventListener("pointerdown", outside);
  window.addEventListener("resize", close);
  menu.addEventListener("click", (event) => {
    if (event.target.closest("button")) close();
  });
  menu.addEventListener("keydown", (event) => moveByKey(event, menu, anchor, close));
  firstChoice(menu)?.focus();
}

function renderItem(item) {
  return el(
    "button",
    { type: "button", role: "menuitem", disabled: item.disabled, on: { click: item.act } },
    item.picture ?? (item.icon ? icon(item.icon) : null),
    el("span", { class: "menu-words" }, item.label, item.detail ? el("small", {}, item.detail) : null),
  );
}

const choices = (menu) => [...menu.querySelectorAll("button:not(:disabled)")];
const firstChoice = (menu) => choices(menu)[0];

function moveByKey(event, menu, anchor, close) {
  const all = choices(menu);
  const at = all.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  if (event.key in moves) {
    event.preventDefault();
    all.at(moves[event.key] % all.length).focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close();
    anchor.focus();
  } else if (event.key === "Tab") {
    close();
  }
}

/** Below the anchor, or above it when there is no room; always within the window. */
function place(menu, anchor) {
  const edge = 8;
  const around = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(edge, Math.min(around.left, innerWidth - width - edge));
  const below = around.bottom + 4;
  const top = below + height + edge <= innerHeight ? below : Math.max(edge, around.top - height - 4);
  Object.assign(menu.style, { left: `${left}px`, top: `${top}px` });
}
