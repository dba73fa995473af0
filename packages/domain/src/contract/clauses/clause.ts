import type { ContractDraft } from "../draft.rules.ts";

/** How the sides are called in a contract of this class (称谓). */
export type Roles = { readonly seller: string; readonly buyer: string };

/** What the clauses are made from: the registration form, and what the sides are called. */
export type ClauseSource = { readonly draft: ContractDraft; readonly roles: Roles };

export type Clause = {
  readonly title: string;
  readonly text: string;
  /** The article whose content or default rule the clause carries. */
  readonly basis: string;
};

/** A class of contract as a template: its heading, the sides, and the clauses that only it has. */
export type Template = {
  readonly heading: string;
  readonly roles: Roles;
  /** What is contracted: object, content, scope, requirements, plan, place and manner (民法典 845). */
  readonly object: (source: ClauseSource) => readonly Clause[];
  /** Ownership and sharing of results, and the duties and risks of the class. */
  readonly results: (source: ClauseSource) => readonly Clause[];
  readonly acceptance: (source: ClauseSource) => Clause;
};

export { blank } from "./clause.rules.ts";
