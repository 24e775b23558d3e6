// Asks the browser to let this device be told, and hands its address to the page's own form. Works only where the page came over
// a secure connection and the browser has a push service; everywhere else the page says so and keeps its button hidden.

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0));

async function subscribe(form) {
  const worker = await navigator.serviceWorker.register("/telling-worker.js");
  await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.pushKey) });
  const { endpoint, keys } = subscription.toJSON();
  form.elements.Endpoint.value = endpoint;
  form.elements.Key.value = keys.p256dh;
  form.elements.Secret.value = keys.auth;
  form.submit();
}

export function begin(page) {
  const form = page.querySelector("form[data-push-key]");
  const none = page.querySelector("[data-push-none]");
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  form.hidden = false;
  none.hidden = true;
  form.addEventListener("submit", event => {
    if (form.elements.Endpoint.value) return;
    event.preventDefault();
    subscribe(form).catch(() => {
      form.hidden = true;
      none.hidden = false;
    });
  });
}
