// Merges the cobertura files of all test projects: a line counts as covered when any of them has run it.
// Usage: node coverage.mjs <folder of the results> <minimum in per cent>
import { readFileSync } from "node:fs";
import { attributes, filesUnder } from "./results.mjs";

const [folder, minimum] = process.argv.slice(2);
const hitsOfFile = new Map();

for (const report of filesUnder(folder, ".cobertura.xml")) {
  const xml = readFileSync(report, "utf8");
  const sources = [...xml.matchAll(/<source>([^<]*)<\/source>/g)].map(([, source]) => source);
  for (const [, tag, body] of xml.matchAll(/<class\b([^>]*)>(.*?)<\/class>/gs)) {
    const file = libraryFile(attributes(tag).filename, sources);
    if (file)
      addLines(file, body);
  }
}

const files = [...hitsOfFile].map(([name, lines]) => ({ name, ...count(lines) })).sort((a, b) => a.name.localeCompare(b.name));
const total = files.reduce((sum, file) => ({ covered: sum.covered + file.covered, lines: sum.lines + file.lines }), { covered: 0, lines: 0 });

for (const file of files.filter(file => percent(file) < Number(minimum)))
  console.log(`${percent(file).toFixed(1).padStart(6)} %  ${file.name} (${file.lines - file.covered} of ${file.lines} lines not covered)`);
console.log(`Line coverage of src/SockJS: ${percent(total).toFixed(1)} % (${total.covered} of ${total.lines} lines)`);

if (total.lines === 0 || percent(total) < Number(minimum)) {
  console.error(`At least ${minimum} % are wanted.`);
  process.exit(1);
}

// A file name is relative to one of the source folders; only their combination tells the library from its generators and its tests.
function libraryFile(filename, sources) {
  const candidates = [filename, ...sources.map(source => `${source.replace(/\/$/, "")}/${filename}`)];
  const path = candidates.map(candidate => candidate.replaceAll("\\", "/")).find(candidate => candidate.includes("/src/SockJS/"));
  return path?.split("/src/SockJS/").pop();
}

function addLines(file, body) {
  const lines = hitsOfFile.get(file) ?? new Map();
  hitsOfFile.set(file, lines);
  for (const [, tag] of body.matchAll(/<line\b([^>]*)>/g)) {
    const { number, hits } = attributes(tag);
    lines.set(number, (lines.get(number) ?? 0) + Number(hits));
  }
}

function count(lines) {
  return { covered: [...lines.values()].filter(hits => hits > 0).length, lines: lines.size };
}

function percent({ covered, lines }) {
  return lines === 0 ? 100 : (100 * covered) / lines;
}
