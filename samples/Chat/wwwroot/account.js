// Who the visitor is. The cookie is the browser's affair; scripts do not see it.

// Returns null for a visitor who has not signed in.
export async function whoAmI() {
  const answer = await fetch("me", { cache: "no-store" });
  if (!answer.ok)
    throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
}

export async function signIn(name) {
  const answer = await fetch("sign-in", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name }),
  });
  if (!answer.ok)
    throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
}

export async function signOut() {
  await fetch("sign-out", { method: "POST" });
}
