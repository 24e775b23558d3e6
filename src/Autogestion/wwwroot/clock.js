// Clocks that follow the node's time, not the phone's: data-clock="until" counts down, "since" counts up, "now" shows the hour.
// <time data-clock="until" datetime="2026-03-03T22:00:00Z">19:00</time>

export function begin(document) {
  const ahead = Number(document.body.dataset.now) - Date.now();
  const language = document.documentElement.lang;
  const tick = () => {
    const now = Date.now() + ahead;
    for (const clock of document.querySelectorAll('[data-clock]')) {
      const words = read(clock.dataset.clock, Date.parse(clock.dateTime), now, language, clock.dataset.zone);
      if (clock.textContent !== words) clock.textContent = words;
    }
  };
  tick();
  setInterval(tick, 1000);
}

/** The words of a clock: "2 h 05 min", then "4:09" in the last hour; never below nothing. */
export function read(kind, at, now, language, timeZone) {
  if (kind === 'now') return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone }).format(now);
  const seconds = Math.max(0, Math.round((kind === 'since' ? now - at : at - now) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = number => String(number).padStart(2, '0');
  return hours > 0 ? `${hours} h ${two(minutes)} min` : `${minutes}:${two(seconds % 60)}`;
}
