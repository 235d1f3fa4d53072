/** Line icons on a grid of 24, drawn in the colour of the text around them. */
const PATHS = {
  send: "M4 12 20 4l-5 16-3.500-6.500L4 12Zm7.500 1.500L20 4",
  attach: "m19 11-7.500 7.500a4.500 4.500 0 0 1-6.400-6.400L13 4.300a3 3 0 0 1 4.200 4.200l-7.700 7.700a1.500 1.500 0 0 1-2.100-2.100l7-7",
  keyboard: "M4 7h16v10H4zM7.500 10h.01M12 10h.01M16.500 10h.01M8.500 14h7",
  slash: "M15 5 9 19M4.500 4h15v16h-15z",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  close: "M6 6l12 12M18 6 6 18",
  down: "m6 10 6 6 6-6",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4l3 2",
  check: "m5 12.500 4.500 4.500L19 7.500",
  wait: "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 3v4h3",
  warning: "M12 4 3 20h18L12 4Zm0 6v5m0 2.500v.01",
  lock: "M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z",
  document: "M7 3h7l4 4v14H7zM14 3v4h4M9.500 12h6M9.500 16h6",
  download: "M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 20h14",
  photo: "M4 6h16v12H4zm0 9 4.500-4 4 3.500 3-2.500 4.500 3.500M15.500 9.500h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.500 8c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500",
  voice: "M12 4a3 3 0 0 0-3 3v4a3 3 0 0 0 6 0V7a3 3 0 0 0-3-3Zm-6 7a6 6 0 0 0 12 0m-6 6v3",
  play: "M8 5.500v13l10-6.500z",
  sticker: "M12 4a8 8 0 1 0 0 16c.500-4 3.500-7 8-8a8 8 0 0 0-8-8ZM9 10h.01M14 10h.01M9 14c1 1 2 1.300 3.200 1.200",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  reply: "M10 7 5 12l5 5m-5-5h9a5 5 0 0 1 5 5v1",
  forward: "m14 7 5 5-5 5m5-5h-9a5 5 0 0 0-5 5v1",
  edit: "M5 19h3L19 8l-3-3L5 16z",
  block: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM6.500 6.500l11 11",
  phone: "M8 3h8v18H8zM11 18h2",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  outside: "M13 5h6v6m0-6-9 9M10 6H5v13h13v-5",
  add: "M12 5v14M5 12h14",
  live: "M12 12h.01M8.500 8.500a5 5 0 0 0 0 7m7-7a5 5 0 0 1 0 7M5.500 5.500a9 9 0 0 0 0 13m13-13a9 9 0 0 1 0 13",
  bot: "M5 9h14v10H5zM12 9V5m-3 8v2m6-2v2",
  group: "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6.500 8c.5-3.500 3-5 6.500-5s6 1.500 6.500 5M15.500 4.300a3.500 3.500 0 0 1 0 6.400m2 3.600c2.200.6 3.600 2.200 4 4.700",
  choice: "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z",
  chosen: "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm-3 7 2.200 2.200L15.200 10",
  leave: "M13 5H5v14h8m-3-7h10m-3.500-3.500L20 12l-3.500 3.500",
  remove: "M5 7h14M10 7V4h4v3m-7.500 0 1 13h9l1-13",
  start: "M8 5.500v13l10-6.500z",
};

export function icon(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
