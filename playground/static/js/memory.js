/** What this browser remembers of the page; without storage (private windows) it simply starts afresh. */
export function remember(key, value) {
  try {
    localStorage.setItem(`speeltuin.${key}`, JSON.stringify(value));
  } catch (error) {
    console.warn("Niet onthouden:", error.message);
  }
}

export function recall(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`speeltuin.${key}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
