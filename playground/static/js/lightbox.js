import { button, el } from "./dom.js";

/** How much larger a picture becomes that is no larger than the window. */
const LEAST_ZOOM = 2;

/**
 * Shows a picture over the page, as wide as the window allows; a tap or a button makes it larger, to scroll about in.
 * A protected one (`kept`) cannot be saved.
 */
export function enlarge(file, words, kept) {
  const picture = el("img", { src: file.url, alt: words, width: file.width, height: file.height });
  const pane = el("div", { class: "lightbox-pane", tabindex: "0", role: "region", "aria-label": words }, picture);
  const zoom = button("Vergroten", () => toggle(), { "aria-pressed": "false" });
  const dialog = el(
    "dialog",
    { class: "lightbox", "aria-label": words },
    pane,
    el(
      "p",
      { class: "lightbox-bar" },
      kept ? el("span", { class: "quiet" }, "Beschermd") : el("a", { href: file.url, download: file.name ?? "foto" }, "Opslaan"),
      zoom,
      button("Sluiten", () => dialog.close(), { autofocus: true }),
    ),
  );
  const toggle = (event) => {
    const larger = zoom.getAttribute("aria-pressed") !== "true";
    const before = picture.getBoundingClientRect();
    const width = larger ? Math.max(picture.naturalWidth, LEAST_ZOOM * before.width) : null;
    picture.style.width = larger ? `${width}px` : "";
    dialog.classList.toggle("larger", larger);
    zoom.setAttribute("aria-pressed", String(larger));
    zoom.textContent = larger ? "Passend" : "Vergroten";
    if (larger && event) keepUnderFinger(pane, event, before, width / before.width);
  };
  picture.addEventListener("click", toggle);
  pane.addEventListener("click", (event) => event.target === pane && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** What was tapped stays where it was tapped. */
function keepUnderFinger(pane, { clientX, clientY }, before, grown) {
  pane.scrollLeft = (clientX - before.left) * grown - (clientX - pane.getBoundingClientRect().left);
  pane.scrollTop = (clientY - before.top) * grown - (clientY - pane.getBoundingClientRect().top);
}
