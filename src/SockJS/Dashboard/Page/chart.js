// The last two minutes of a number, as a line.

const seconds = 120;
const width = 120;
const height = 30;

function shape(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, value);
  return made;
}

export class Chart {
  #values = [];
  #what;
  #area = shape("path", { class: "area" });
  #line = shape("path", { class: "line", "vector-effect": "non-scaling-stroke" });

  constructor(what) {
    this.#what = what;
    this.element = shape("svg", { class: "chart", role: "img", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none" });
    this.element.append(this.#area, this.#line);
  }

  add(value) {
    this.#values.push(value);
    if (this.#values.length > seconds)
      this.#values.shift();
    this.#draw();
  }

  #draw() {
    const top = Math.max(...this.#values, 1);
    const first = seconds - this.#values.length;
    const y = value => (height - 1 - (height - 3) * value / top).toFixed(1);
    const points = this.#values.map((value, index) => `${first + index + 1} ${y(value)}`).join("L");
    this.#line.setAttribute("d", `M${points}`);
    this.#area.setAttribute("d", `M${first + 1} ${height}L${points}L${seconds} ${height}Z`);
    this.element.setAttribute("aria-label", `${this.#what}, ${Math.max(...this.#values)} at most in the last two minutes`);
  }
}
