// Prints "N passed, N failed" over the trx files of all test projects. Each project has a folder; one that ran no test counts as a failure.
// Usage: node summary.mjs <folder of the results>
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { attributes, filesUnder } from "./results.mjs";

const [folder] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const project of readdirSync(folder)) {
  const runs = filesUnder(join(folder, project), ".trx").map(readRun);
  const sum = key => runs.reduce((total, run) => total + run[key], 0);
  // A run that was cut off reports no failed test, though it is one.
  const broken = sum("passed") + sum("failed") === 0 || runs.some(run => !run.completed && run.failed === 0);
  passed += sum("passed");
  failed += sum("failed") + (broken ? 1 : 0);
  console.log(`${project}: ${sum("passed")} passed, ${sum("failed")} failed${broken ? ", but the run is not complete" : ""}`);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function readRun(file) {
  const xml = readFileSync(file, "utf8");
  const counters = attributes(/<Counters\b[^>]*>/.exec(xml)?.[0] ?? "");
  const count = (...names) => names.reduce((total, name) => total + Number(counters[name] ?? 0), 0);
  return {
    passed: count("passed"),
    failed: count("failed", "error", "timeout", "aborted"),
    completed: attributes(/<ResultSummary\b[^>]*>/.exec(xml)?.[0] ?? "").outcome === "Completed",
  };
}
