import path from "node:path";
import ts from "typescript";
import { operationIdOf } from "../src/openapi/operation-id.ts";
import type { Method } from "../src/door/endpoint.ts";
import { TypeWalk, type Schema } from "./type-walk.ts";

export type AnswerSchemas = {
  readonly answers: Readonly<Record<string, { readonly statuses?: readonly string[]; readonly schema: Schema }>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

const MAKERS = new Set(["endpoint", "rawEndpoint"]);

/** What the compiler knows of the answer of every endpoint: the output of its use case or query after its `answer`, as it goes over the wire. */
export function answerSchemas(packageFolder: string): AnswerSchemas {
  const configFile = path.join(packageFolder, "tsconfig.json");
  const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(configFile, ts.sys.readFile.bind(ts.sys)).config, ts.sys, packageFolder);
  const sources = path.join(packageFolder, "src");
  const program = ts.createProgram(fileNames.filter((file) => file.startsWith(sources) && !file.endsWith(".test.ts")), options);
  const walk = new TypeWalk(program.getTypeChecker());
  const answers: Record<string, AnswerSchemas["answers"][string]> = {};
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(sources)) continue;
    for (const call of callsIn(file)) {
      const [method, address] = call.arguments.slice(0, 2);
      if (!method || !address || !ts.isStringLiteral(method) || !ts.isStringLiteral(address)) continue;
      const id = operationIdOf({ method: method.text as Method, path: address.text });
      const answer = (call.expression as ts.Identifier).text === "endpoint" ? plainAnswer(walk, call) : rawAnswer(walk, call);
      if (answer) answers[id] = answer;
    }
  }
  return { answers: sorted(answers), schemas: sorted(walk.schemas) };
}

function callsIn(file: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && MAKERS.has(node.expression.text)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** endpoint(method, path, target, summary, { answer }). */
function plainAnswer(walk: TypeWalk, call: ts.CallExpression): AnswerSchemas["answers"][string] {
  const [, , target, , options] = call.arguments;
  const mapping = options && ts.isObjectLiteralExpression(options) ? options.properties.find((property) => property.name && ts.isIdentifier(property.name) && property.name.text === "answer") : undefined;
  const [type, method] = mapping ? [walk.typeOfProperty(mapping), undefined] : [walk.checker.getTypeAtLocation(target!), "run"];
  return { schema: walk.wireSchema(walk.returned(method === undefined ? type : walk.member(type, method)!)) };
}

/** rawEndpoint(method, path, reaches, summary, handle): what a handler gives as JSON stands in the type that `answerJson` returns. */
function rawAnswer(walk: TypeWalk, call: ts.CallExpression): AnswerSchemas["answers"][string] | undefined {
  const answered = walk.member(walk.returned(walk.checker.getTypeAtLocation(call.arguments[4]!)), "answered");
  if (answered === undefined) return undefined;
  const content = walk.checker.getNonNullableType(answered);
  const statuses = walk.literals(walk.member(content, "status")!);
  return { statuses: statuses.map(String).sort(), schema: walk.wireSchema(walk.member(content, "output")!) };
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
