import { canonicalJson, jsonText, sha256, toJson, type Json } from "./canonical.ts";
import type { Actor } from "./actor.ts";
import type { Tx } from "./database.ts";
import { instantText } from "./instant-text.ts";
import type { Origin } from "./origin.ts";

/** What an act was done to, and what of it changed. Secrets never stand here. */
export type Trace = {
  readonly type: string;
  readonly id: string;
  /** Six digits; bounds which auditor may read the entry. */
  readonly divisionCode?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
};

export type AuditContent = {
  readonly at: string;
  readonly act: string;
  readonly actorKind: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly sessionId: string | null;
  readonly apiKeyId: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly divisionCode: string | null;
  readonly before: Json;
  readonly after: Json;
};

/** SHA-256 over the canonical JSON of everything an entry says. */
export function auditHash(content: AuditContent): Buffer {
  return sha256(auditText(content));
}

/** {@link canonicalJson} of an entry. Its names are known and stand in order here, so that a batch of bids need not sort them bid by bid. */
export function auditText(content: AuditContent): string {
  const { act, actorKind, after, apiKeyId, at, before, divisionCode, ip, organisationId, personId, requestId, sessionId, subjectId, subjectType, userAgent } = content;
  return (
    `{"act":${text(act)},"actorKind":${text(actorKind)},"after":${canonicalJson(after)},"apiKeyId":${text(apiKeyId)},"at":${text(at)},"before":${canonicalJson(before)},` +
    `"divisionCode":${text(divisionCode)},"ip":${text(ip)},"organisationId":${text(organisationId)},"personId":${text(personId)},"requestId":${text(requestId)},` +
    `"sessionId":${text(sessionId)},"subjectId":${text(subjectId)},"subjectType":${text(subjectType)},"userAgent":${text(userAgent)}}`
  );
}

function text(value: string | null): string {
  return value === null ? "null" : jsonText(value);
}

export function auditContent(act: string, actor: Actor, origin: Origin, at: Date, trace: Trace): AuditContent {
  return {
    at: instantText(at),
    act,
    actorKind: actor.kind,
    personId: actor.kind === "person" ? actor.personId : null,
    organisationId: actor.kind === "person" || actor.kind === "key" ? (actor.organisation?.id ?? null) : null,
    sessionId: actor.kind === "person" ? actor.sessionId : null,
    apiKeyId: actor.kind === "key" ? actor.apiKeyId : null,
    ip: origin.ip ?? null,
    userAgent: origin.userAgent?.slice(0, 300) ?? null,
    requestId: origin.requestId,
    subjectType: trace.type,
    subjectId: trace.id,
    divisionCode: trace.divisionCode ?? null,
    before: toJson(trace.before),
    after: toJson(trace.after),
  };
}

/** Writes the entries of one act, in the act's own transaction. */
export async function writeAudit(tx: Tx, contents: readonly AuditContent[]): Promise<void> {
  await tx.auditEntry.createMany({
    data: contents.map(({ before, after, ...content }) => ({
      ...content,
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
      hash: Uint8Array.from(auditHash({ ...content, before, after })),
    })) as never,
  });
}
