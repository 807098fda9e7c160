// Asks before a session is closed, and with what.

const dialog = document.querySelector("#closing");
const code = document.querySelector("#closing-code");
const reason = document.querySelector("#closing-reason");
const problem = document.querySelector("#closing-problem");

let confirm = () => {};

function findProblem() {
  const number = Number(code.value);
  if (!Number.isInteger(number) || !(number === 1000 || (number >= 3000 && number <= 4999)))
    return "The code is 1000, or from 3000 to 4999.";
  if (new TextEncoder().encode(reason.value).length > 123)
    return "The reason has at most 123 bytes.";
  return "";
}

export function askToClose(session, onconfirm) {
  document.querySelector("#closing-session").textContent = `${session.id}, ${session.user ?? "anonymous"}, over ${session.transport}`;
  problem.hidden = true;
  confirm = onconfirm;
  dialog.showModal();
}

dialog.querySelector("form").addEventListener("submit", event => {
  event.preventDefault();
  problem.textContent = findProblem();
  problem.hidden = problem.textContent === "";
  if (!problem.hidden)
    return;
  dialog.close();
  confirm(Number(code.value), reason.value);
});

document.querySelector("#closing-cancel").addEventListener("click", () => dialog.close());
