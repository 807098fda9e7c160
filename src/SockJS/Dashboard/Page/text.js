// Numbers and times for people, and elements whose text is text whatever it says: names of users and groups are chosen by others.

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const units = ["B", "KB", "MB", "GB", "TB"];
const spans = [[86_400, "d"], [3_600, "h"], [60, "min"], [1, "s"]];

export const count = number => (number < 10 ? fine : whole).format(number);

export function bytes(number) {
  let unit = 0;
  while (number >= 1000 && unit < units.length - 1) {
    number /= 1000;
    unit++;
  }
  return `${count(number)} ${units[unit]}`;
}

export function span(milliseconds) {
  const seconds = Math.max(0, milliseconds / 1000);
  const [length, unit] = spans.find(([length]) => seconds >= length) ?? spans.at(-1);
  return `${Math.floor(seconds / length)} ${unit}`;
}

export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

// Says something anew only if it differs, so that selections and screen readers are left in peace.
export function say(target, text) {
  if (target.textContent !== text)
    target.textContent = text;
}

/** Makes the children of a parent be those of the items, and keeps what is there: focus stays where it is. */
export function arrange(parent, items, keyOf, make, update) {
  const known = new Map([...parent.children].map(child => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = known.get(key);
    if (child) {
      known.delete(key);
    } else {
      child = make(item);
      child.dataset.key = key;
    }
    if (child === place)
      place = place.nextElementSibling;
    else
      parent.insertBefore(child, place);
    update(child, item);
  }
  for (const child of known.values())
    child.remove();
}
