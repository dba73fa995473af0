import { writeFileSync } from "node:fs";
import path from "node:path";
import { answerSchemas } from "./answer-schemas.ts";

const packageFolder = path.resolve(import.meta.dirname, "..");
const file = path.join(packageFolder, "src/openapi/answers.generated.json");
const { answers, schemas } = answerSchemas(packageFolder);
writeFileSync(file, `{"answers":${lines(answers)},\n"schemas":${lines(schemas)}}\n`);

/** One line an entry, so that a change shows as a line. */
function lines(record: Readonly<Record<string, unknown>>): string {
  return `{\n${Object.entries(record).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",\n")}\n}`;
}

console.log(`${Object.keys(answers).length} answers and ${Object.keys(schemas).length} shared schemas in ${path.relative(process.cwd(), file)}`);
