import ts from "typescript";

export type Schema = { readonly [key: string]: unknown };

const YUAN: Schema = { type: "string", format: "yuan", pattern: "^-?\\d+\\.\\d{2}$", examples: ["1234.50"] };
const { Any, Unknown, Never, Null, Undefined, Void, StringLike, NumberLike, BooleanLike, BigIntLike, ESSymbolLike, Union, Intersection, Object: ObjectFlag } = ts.TypeFlags;
/** Types of the language and of libraries that have a wire form of their own. */
const BY_NAME: Readonly<Record<string, Schema>> = {
  Date: { type: "string", format: "date-time" },
  Uint8Array: { type: "string", pattern: "^([0-9a-f]{2})*$" },
  Buffer: { type: "string", pattern: "^([0-9a-f]{2})*$" },
  Json: {},
  JsonValue: {},
  JsonObject: { type: "object" },
  JsonArray: { type: "array" },
};
const ANY_JSON = new Set(["Json", "JsonValue", "JsonObject"]);
const ONE_WORD = /^[A-Z][a-z]+$/;
/** A list of values as long as this stands by its name. */
const MANY_VALUES = 12;
const NAMELESS = new Set(["__type", "__object", "Array", "ReadonlyArray", "Promise"]);

/** From types to JSON Schema 2020-12, by the rules of `toWire` (packages/domain/src/shared/wire.ts). */
export class TypeWalk {
  readonly checker: ts.TypeChecker;
  readonly schemas: Record<string, Schema> = {};
  private readonly names = new Map<ts.Type, string>();
  private readonly open = new Set<ts.Type>();

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  member(type: ts.Type, name: string): ts.Type | undefined {
    const symbol = this.checker.getPropertyOfType(type, name);
    return symbol && this.checker.getTypeOfSymbol(symbol);
  }

  typeOfProperty(property: ts.ObjectLiteralElementLike): ts.Type {
    return ts.isPropertyAssignment(property) ? this.checker.getTypeAtLocation(property.initializer) : this.checker.getTypeAtLocation(property);
  }

  /** What calling a function gives in the end. */
  returned(type: ts.Type): ts.Type {
    const returned = type.getCallSignatures()[0]!.getReturnType();
    return this.checker.getAwaitedType(returned) ?? returned;
  }

  literals(type: ts.Type): (string | number)[] {
    return parts(type).flatMap((part) => (part.isStringLiteral() || part.isNumberLiteral() ? [part.value] : []));
  }

  /** At the top, and in lists, what is not there is null. */
  wireSchema(type: ts.Type): Schema {
    return this.schemaOf(type, true);
  }

  private schemaOf(type: ts.Type, undefinedIsNull: boolean): Schema {
    const alternatives = parts(type).filter((part) => undefinedIsNull || !(part.flags & (Undefined | Void)));
    if (alternatives.some(({ flags }) => flags & Any)) throw new Error("a value of the type any has no shape: give it a type, or bring the database's client up to date first (npm start does)");
    if (alternatives.some((part) => part.flags & Unknown || isAnyJson(part))) return {};
    const values = alternatives.filter((part) => part.isStringLiteral());
    if (values.length >= MANY_VALUES && values.length === parts(type).length && this.nameOf(type) !== undefined) return this.valuesNamed(type, this.unionOf(values));
    if (type.flags & Union && alternatives.some(({ flags }) => flags & ObjectFlag) && this.nameOf(type) !== undefined && alternatives.length === parts(type).length) return this.named(type, () => this.unionOf(alternatives));
    return this.unionOf(alternatives);
  }

  private unionOf(alternatives: readonly ts.Type[]): Schema {
    const simple = new Set<string>();
    const values = new Set<string | number | boolean>();
    const others: Schema[] = [];
    for (const part of alternatives) {
      if (part.flags & (Null | Undefined | Void)) simple.add("null");
      else if (part.isStringLiteral() || part.isNumberLiteral()) values.add(part.value);
      else if (part.flags & ts.TypeFlags.BooleanLiteral) values.add(this.checker.typeToString(part) === "true");
      else {
        const schema = this.one(part);
        const keys = Object.keys(schema);
        if (keys.length === 1 && typeof schema["type"] === "string" && !["object", "array"].includes(schema["type"])) simple.add(schema["type"]);
        else if (!others.some((other) => JSON.stringify(other) === JSON.stringify(schema))) others.push(schema);
      }
    }
    if (values.has(true) && values.has(false)) for (const value of [true, false]) values.delete(value) && simple.add("boolean");
    if (values.size > 0) {
      const nullable = simple.delete("null");
      const kinds = [...new Set([...values].map((value) => typeof value))].concat(nullable ? ["null" as never] : []).sort();
      others.unshift({ type: kinds.length === 1 ? kinds[0]! : kinds, enum: [...[...values].sort(), ...(nullable ? [null] : [])] });
    }
    if (simple.size > 0) others.push({ type: simple.size === 1 ? [...simple][0]! : [...simple].sort() });
    return others.length === 1 ? others[0]! : others.length === 0 ? { not: {} } : { anyOf: others };
  }

  private one(type: ts.Type): Schema {
    if (type.flags & Intersection) {
      const plain = (type as ts.IntersectionType).types.find(({ flags }) => flags & (StringLike | NumberLike | BooleanLike | BigIntLike));
      if (plain) return this.one(plain);
    }
    if (type.flags & StringLike) return { type: "string" };
    if (type.flags & BigIntLike) return { type: "string", pattern: "^-?\\d+$" };
    if (type.flags & NumberLike) return { type: "number" };
    if (type.flags & BooleanLike) return { type: "boolean" };
    if (type.flags & (Never | ESSymbolLike)) return { not: {} };
    const known = [type.aliasSymbol?.name, type.symbol?.name].find((name) => name !== undefined && Object.hasOwn(BY_NAME, name));
    if (known !== undefined) return BY_NAME[known]!;
    if (!(type.flags & (ObjectFlag | Intersection))) {
      const constraint = this.checker.getBaseConstraintOfType(type);
      if (constraint && constraint !== type) return this.schemaOf(constraint, true);
      throw new Error(`no wire form for ${this.checker.typeToString(type)}`);
    }
    if (this.checker.isTupleType(type)) return this.tuple(type as ts.TypeReference);
    if (this.checker.isArrayType(type)) return { type: "array", items: this.wireSchema(this.checker.getTypeArguments(type as ts.TypeReference)[0]!) };
    return this.named(type, () => this.object(type));
  }

  private tuple(type: ts.TypeReference): Schema {
    const items = this.checker.getTypeArguments(type);
    const { minLength, hasRestElement } = type.target as ts.TupleType;
    const fixed = hasRestElement ? items.slice(0, -1) : items;
    return { type: "array", prefixItems: fixed.map((item) => this.wireSchema(item)), minItems: minLength, ...(hasRestElement ? { items: this.wireSchema(items.at(-1)!) } : { items: false }) };
  }

  private object(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      if (symbol.name.startsWith("__@")) continue;
      const held = this.checker.getTypeOfSymbol(symbol);
      const kept = parts(held).filter((part) => part.getCallSignatures().length === 0);
      if (kept.length === 0) continue;
      const present = kept.filter(({ flags }) => !(flags & (Undefined | Void)));
      if (present.length === 0) continue;
      const amount = symbol.name.endsWith("Fen") && present.every((part) => part.flags & Null || this.isBigint(part));
      const name = amount ? symbol.name.slice(0, -"Fen".length) : symbol.name;
      const nullable = present.some(({ flags }) => flags & Null);
      const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || present.length < kept.length || present.some(({ flags }) => flags & (Any | Unknown));
      properties[name] = !amount ? this.schemaOf(held, false) : nullable && present.length === 1 ? { type: "null" } : nullable ? { ...YUAN, type: ["string", "null"] } : YUAN;
      if (!optional) required.push(name);
    }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String) ?? this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return {
      type: "object",
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.schemaOf(index, true) } : {}),
    };
  }

  private isBigint(type: ts.Type): boolean {
    return (type.flags & BigIntLike) !== 0 || ((type.flags & Intersection) !== 0 && (type as ts.IntersectionType).types.some(({ flags }) => flags & BigIntLike));
  }

  /** Types with a name become components; one that holds itself has to be. */
  private named(type: ts.Type, make: () => Schema): Schema {
    const known = this.names.get(type);
    if (known !== undefined) return { $ref: `#/components/schemas/${known}` };
    const wanted = this.nameOf(type);
    if (wanted === undefined) {
      if (this.open.has(type)) throw new Error(`${this.checker.typeToString(type)} holds itself and has no name`);
      this.open.add(type);
      const made = make();
      this.open.delete(type);
      return made;
    }
    const name = this.free(wanted, type);
    this.names.set(type, name);
    this.schemas[name] = {};
    this.schemas[name] = make();
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The database's list of values and the feature's own are one list. */
  private valuesNamed(type: ts.Type, schema: Schema): Schema {
    const wanted = this.nameOf(type)!;
    const isSame = JSON.stringify(this.schemas[wanted]) === JSON.stringify(schema);
    return isSame ? { $ref: `#/components/schemas/${wanted}` } : this.named(type, () => schema);
  }

  private nameOf(type: ts.Type): string | undefined {
    if (type.aliasSymbol) return type.aliasTypeArguments?.length ? undefined : type.aliasSymbol.name;
    const symbol = type.flags & ObjectFlag ? type.symbol : undefined;
    const isNamed = symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0 && !NAMELESS.has(symbol.name);
    return isNamed && !(type as ts.TypeReference).typeArguments?.length ? symbol.name : undefined;
  }

  /** Two features may call two things by one name, the more so when it is one word: then the folder's name comes before it. */
  private free(wanted: string, type: ts.Type): string {
    const symbol = type.aliasSymbol ?? type.symbol;
    const folder = symbol.declarations?.[0]?.getSourceFile().fileName.split("/").at(-2) ?? "";
    const inFolder = folder.replace(/(^|\W+)(\w)/g, (_, __, letter: string) => letter.toUpperCase()) + wanted;
    for (let i = ONE_WORD.test(wanted) ? 1 : 0; ; i++) {
      const name = i === 0 ? wanted : i === 1 ? inFolder : `${inFolder}${i}`;
      if (!(name in this.schemas) && name !== "Problem") return name;
    }
  }
}

/** One of the alternatives of `Json` or `JsonValue`: whatever stands there, nothing can be said of it. */
function isAnyJson(type: ts.Type): boolean {
  let node: ts.Node | undefined = type.symbol?.declarations?.[0];
  while (node && !ts.isTypeAliasDeclaration(node) && !ts.isStatement(node)) node = node.parent;
  return node !== undefined && ts.isTypeAliasDeclaration(node) && ANY_JSON.has(node.name.text);
}

function parts(type: ts.Type): readonly ts.Type[] {
  return type.flags & Union ? (type as ts.UnionType).types : [type];
}
