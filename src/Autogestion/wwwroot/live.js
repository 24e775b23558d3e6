// Keeps the parts of a page marked data-live="name" fresh with server-rendered HTML sent as events of that name.
// A part in which somebody is typing waits until they are done: nothing typed is lost.

const firstWait = 1000, longestWait = 30000;

export function begin(document) {
  const source = document.body.dataset.liveSource;
  const parts = new Map([...document.querySelectorAll('[data-live]')].map(part => [part.dataset.live, part]));
  const waiting = new Map();
  let wait = firstWait;

  const show = name => {
    const html = waiting.get(name);
    const part = parts.get(name);
    if (html === undefined || isBeingUsed(part)) return;
    waiting.delete(name);
    parts.set(name, replace(part, html));
  };

  for (const moment of ['focusout', 'submit', 'reset'])
    document.addEventListener(moment, () => setTimeout(() => [...waiting.keys()].forEach(show)));

  const connect = () => {
    const events = new EventSource(source);
    events.onopen = () => { wait = firstWait; say(document, true); };
    events.onerror = () => {
      say(document, false);
      if (events.readyState !== EventSource.CLOSED) return; // the browser itself tries again
      events.close();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, longestWait);
    };
    for (const name of parts.keys())
      events.addEventListener(name, event => { waiting.set(name, event.data); show(name); });
    addEventListener('pagehide', () => events.close(), { once: true });
  };
  connect();
}

/** Whether somebody is typing in the part, has typed or chosen in it, or is about to press something there. */
export function isBeingUsed(part) {
  if (part.contains(part.ownerDocument.activeElement)) return true;
  return [...part.querySelectorAll('input, textarea, select')].some(field =>
    field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked
      : field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected) && field.selectedIndex > 0
        : field.type !== 'hidden' && field.value !== field.defaultValue);
}

/** Puts the new markup in place. A fragment that carries the part itself replaces it; anything else fills it. */
export function replace(part, html) {
  const template = part.ownerDocument.createElement('template');
  template.innerHTML = html;
  const open = [...part.querySelectorAll('details[open][id]')].map(details => details.id);
  const whole = template.content.firstElementChild;
  let fresh = part;
  if (template.content.childElementCount === 1 && whole.dataset.live === part.dataset.live) {
    part.replaceWith(whole);
    fresh = whole;
  } else part.replaceChildren(template.content);
  for (const id of open) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  fresh.classList.add('live-changed');
  return fresh;
}

function say(document, connected) {
  for (const place of document.querySelectorAll('[data-live-state]'))
    place.textContent = connected ? place.dataset.connected : place.dataset.trying;
}
