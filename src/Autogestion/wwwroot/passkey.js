// Passkeys of this device: asks the node for a question, the device for the answer, and sends it with the form.
// Where the browser knows no passkeys the part stays hidden: name and password do the same.

export function begin(document) {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const part of document.querySelectorAll('[data-passkey]')) {
    part.hidden = false;
    const form = part.querySelector('form');
    form.querySelector('button').addEventListener('click', async () => {
      const no = part.querySelector('[data-passkey-no]');
      no.hidden = true;
      try {
        const question = await ask(form);
        const answer = part.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: creation(question) })
          : await navigator.credentials.get({ publicKey: request(question) });
        form.elements.credential.value = JSON.stringify(spoken(answer));
        form.requestSubmit();
      } catch {
        no.hidden = false; // also when the person thought better of it
      }
    });
  }
}

async function ask(form) {
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const creation = question => ({
  ...question,
  challenge: toBytes(question.challenge),
  user: { ...question.user, id: toBytes(question.user.id) },
  excludeCredentials: (question.excludeCredentials ?? []).map(known),
});

const request = question => ({
  ...question,
  challenge: toBytes(question.challenge),
  allowCredentials: (question.allowCredentials ?? []).map(known),
});

const known = credential => ({ ...credential, id: toBytes(credential.id) });

/** The answer as RegistrationResponseJSON or AuthenticationResponseJSON of WebAuthn level 3. */
function spoken(credential) {
  const { response } = credential;
  const shared = { clientDataJSON: toText(response.clientDataJSON) };
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: response.attestationObject
      ? { ...shared, attestationObject: toText(response.attestationObject), transports: response.getTransports?.() ?? [] }
      : {
          ...shared,
          authenticatorData: toText(response.authenticatorData),
          signature: toText(response.signature),
          userHandle: response.userHandle ? toText(response.userHandle) : undefined,
        },
  };
}

const toBytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

const toText = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
