/**
 * Follows the playground's events. `onEvent` gets each of them; `onState` hears true when the stream is open
 * and false when it is gone. The browser reconnects by itself, except after a refusal: then it is done here.
 */
export function followEvents(onEvent, onState) {
  const retryAfterMs = 2000;
  const open = () => {
    const source = new EventSource("/events");
    source.addEventListener("open", () => onState(true));
    source.addEventListener("message", (message) => onEvent(JSON.parse(message.data)));
    source.addEventListener("error", () => {
      onState(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, retryAfterMs);
    });
  };
  open();
}

/**
 * Runs `work` at most one at a time; asked again while it runs, it runs once more afterwards.
 * Failures go to `onError`.
 */
export function coalesced(work, onError) {
  let running = null;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch (error) {
      onError(error);
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    running ??= run();
    return running;
  };
}
