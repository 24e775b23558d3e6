// Shows what was pushed: a title, and the page behind it. Nothing is cached, nothing else is done.

self.addEventListener("push", event => {
    const { title, link } = event.data?.json() ?? {};
    if (title) event.waitUntil(self.registration.showNotification(title, { icon: "/icon.svg", data: link, tag: link }));
});

self.addEventListener("notificationclick", event => {
    event.notification.close();
    const target = new URL(event.notification.data ?? "/", self.location.origin);
    if (target.origin === self.location.origin) event.waitUntil(self.clients.openWindow(target.href));
});
