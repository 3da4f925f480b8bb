// Passkeys: asks the server for options, the browser for the key, and gives the answer back. Bytes travel in base64url.
(() => {
  "use strict";
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const post = (url, fields) => fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "X-CSRF-TOKEN": document.querySelector("meta[name=_csrf]").content,
      "X-Requested-With": "XMLHttpRequest",
    },
    body: new URLSearchParams(fields || {}),
  });

  const add = async (options) => {
    const key = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: named(options.excludeCredentials),
      },
    });
    return {
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      authenticatorAttachment: key.authenticatorAttachment,
      clientExtensionResults: key.getClientExtensionResults(),
      response: {
        attestationObject: text(key.response.attestationObject),
        clientDataJSON: text(key.response.clientDataJSON),
        transports: key.response.getTransports ? key.response.getTransports() : [],
      },
    };
  };

  const give = async (options) => {
    const key = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) },
    });
    return {
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      authenticatorAttachment: key.authenticatorAttachment,
      clientExtensionResults: key.getClientExtensionResults(),
      response: {
        authenticatorData: text(key.response.authenticatorData),
        clientDataJSON: text(key.response.clientDataJSON),
        signature: text(key.response.signature),
        userHandle: key.response.userHandle ? text(key.response.userHandle) : undefined,
      },
    };
  };

  const run = async (part) => {
    const options = await post(part.dataset.options);
    if (!options.ok) throw new Error("Reconnectez-vous, puis réessayez.");
    const key = await (part.dataset.passkey === "add" ? add : give)(await options.json());
    const label = part.querySelector("[data-passkey-label]");
    const answer = await post(part.dataset.answer, { answer: JSON.stringify(key), nom: label ? label.value : "" });
    const words = await answer.text();
    if (!answer.ok) throw new Error(words);
    location.assign(words);
  };

  document.querySelectorAll("[data-passkey]").forEach((part) => {
    const error = part.querySelector("[data-passkey-error]");
    const button = part.querySelector("[data-passkey-start]");
    button.addEventListener("click", () => {
      error.hidden = true;
      button.disabled = true;
      run(part)
        .catch((e) => {
          // the browser's own refusals (cancelled, no authenticator) come in its language or none
          error.textContent = e instanceof DOMException ? "La clé d’accès n’a pas été utilisée. Réessayez, ou choisissez un code." : e.message;
          error.hidden = false;
        })
        .finally(() => { button.disabled = false; });
    });
  });
})();
