// A grave act opens in two steps (a details element) and is sent once. Without scripts the two steps are the same.

export function begin(document) {
  for (const details of document.querySelectorAll('details.confirm')) {
    details.addEventListener('toggle', () => {
      if (!details.open) return;
      for (const other of document.querySelectorAll('details.confirm[open]')) if (other !== details) other.open = false;
    });
    details.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      details.open = false;
      details.querySelector('summary').focus();
    });
  }
  for (const form of document.querySelectorAll('form[data-once], details.confirm form')) {
    let sent = false;
    form.addEventListener('submit', event => {
      if (sent) event.preventDefault();
      sent = true;
    });
    addEventListener('pageshow', () => { sent = false; });
  }
}
