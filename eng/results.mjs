// Finds the files that a test run has written.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export function filesUnder(folder, extension) {
  if (!existsSync(folder))
    return [];
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith(extension))
    .map(name => join(folder, name));
}

export function attributes(tag) {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}
