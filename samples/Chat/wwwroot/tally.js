// Counts the prices that a reader gets, and those that it does not: the numbers of each symbol have gaps where newer prices took their place.

export class Tally {
  received = 0;
  missed = 0;
  #last = new Map();

  take({ symbol, number }) {
    const last = this.#last.get(symbol);
    if (last !== undefined)
      this.missed += number - last - 1;
    this.#last.set(symbol, number);
    this.received++;
  }
}
