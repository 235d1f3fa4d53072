/**
 * Builds an element. Strings become text nodes, never markup: what a person typed can not run here.
 * `on` holds listeners, `data` data attributes; false, null and undefined leave an attribute or child out.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(element, name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === "data") {
    Object.assign(element.dataset, value);
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

export function button(label, onClick, attributes = {}) {
  return el("button", { type: "button", ...attributes, on: { click: onClick } }, label);
}

export function iconButton(picture, label, onClick, attributes = {}) {
  return button(picture, onClick, { "aria-label": label, title: label, ...attributes, class: `icon-button ${attributes.class ?? ""}` });
}

export function hiddenWords(words) {
  return el("span", { class: "visually-hidden" }, words);
}

export function show(element, visible) {
  element.hidden = !visible;
}
