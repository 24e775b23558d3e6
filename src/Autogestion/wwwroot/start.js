// Loads only what this page uses. Without scripts every page still works.

const loads = {
  'body[data-live-source]:not([data-live-source=""])': './live.js',
  '[data-clock]': './clock.js',
  '[data-passkey]': './passkey.js',
  '[data-live="_LiveMe"]': './secret.js',
  '[data-pad]': './pad.js',
  'details.confirm, form[data-once]': './confirm.js',
  'form[data-push-key]': './telling.js',
  'body[data-book]:not([data-book=""])': './seal.js',
};

for (const [selector, file] of Object.entries(loads))
  if (document.querySelector(selector)) import(file).then(module => module.begin(document));

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// On a phone the strip of rooms slides to the room one is in.
const strip = document.querySelector('.rooms');
const room = strip?.querySelector('[aria-current]');
if (room && strip.scrollWidth > strip.clientWidth)
  strip.scrollLeft = room.offsetLeft - (strip.clientWidth - room.offsetWidth) / 2;
