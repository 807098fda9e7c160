// What this tab knows: rooms, people, and what was said. No element of the page is touched here.

const longestLog = 200;

export class Conversations {
  self = null;
  current = "lobby";
  // The rooms that this tab is in or wants to be in; it enters them again when it reconnects.
  joined = new Set(["lobby"]);
  counts = new Map();
  people = new Map();
  #logs = new Map();
  #names = new Map();
  #unread = new Map();

  // A private conversation is named like the person, with a mark that no room has.
  static withPerson = id => "@" + id;
  static personOf = name => name.startsWith("@") ? name.slice(1) : null;

  get rooms() {
    return [...this.counts.keys()];
  }

  get peopleHere() {
    return this.people.get(this.current) ?? [];
  }

  get privates() {
    return [...this.#logs.keys()].filter(Conversations.personOf);
  }

  log(name = this.current) {
    if (!this.#logs.has(name))
      this.#logs.set(name, []);
    return this.#logs.get(name);
  }

  // Adds an item, and tells whether it is to be seen now.
  add(name, item) {
    const log = this.log(name);
    log.push(item);
    if (log.length > longestLog)
      log.shift();
    if (name === this.current)
      return true;
    if (item.text !== undefined)
      this.#unread.set(name, this.unread(name) + 1);
    return false;
  }

  unread(name) {
    return this.#unread.get(name) ?? 0;
  }

  show(name) {
    this.current = name;
    this.#unread.delete(name);
  }

  // Takes the newest list of who is in a room, and tells who has come and who has gone since the one before.
  update(room, people) {
    people.forEach(person => this.meet(person));
    const before = this.people.get(room);
    this.people.set(room, people);
    if (before === undefined)
      return { came: [], gone: [], isFirst: true };
    const isIn = (person, list) => list.some(other => other.id === person.id);
    return {
      came: people.filter(person => !isIn(person, before)),
      gone: before.filter(person => !isIn(person, people)),
      isFirst: false,
    };
  }

  meet(person) {
    this.#names.set(person.id, person.name);
  }

  nameOf(id) {
    return this.#names.get(id) ?? "Somebody";
  }

  leave(room) {
    this.joined.delete(room);
    this.people.delete(room);
  }
}
