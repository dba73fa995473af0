import { ANONYMOUS, type Actor, type ActingOrganisation } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import type { Role } from "../shared/roles.ts";
import { rememberCallers, type Caller, type Look } from "./remembered-callers.ts";
import { tokenHash } from "./token.ts";
import { sha256 } from "../shared/canonical.ts";

type SessionRow = Caller & {
  readonly token_hash: Buffer;
  readonly session_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly language: string;
  readonly second_factor: boolean;
  readonly expires_at: Date;
  last_seen_at: Date;
  readonly membership_id: string | null;
  readonly roles: readonly Role[] | null;
  readonly organisation_id: string | null;
  readonly organisation_name: string;
  readonly organisation_kind: string;
  readonly organisation_state: string;
  readonly division_code: string;
  readonly jurisdiction: string | null;
};

/** The organisation as authorisation needs it, as one JSON object. */
const ORGANISATION = `case when o.id is null then null else jsonb_build_object(
  'id', o.id, 'name', o.name, 'kind', o.kind, 'state', o.state, 'divisionCode', o.division_code, 'jurisdiction', o.jurisdiction) end as organisation`;

/** Whose session it is, with the membership it acts for, while that lasts. */
const LIVE_SESSION = {
  name: "live-session",
  text: `
      select s.token_hash, s.id as session_id, p.id as person_id, p.name, p.language, s.second_factor_at is not null as second_factor,
             s.last_seen_at, s.expires_at, m.id as membership_id, m.roles, array_remove(array[s.id, p.id, s.membership_id, m.organisation_id], null)::text[] as about,
             o.id as organisation_id, o.name as organisation_name, o.kind::text as organisation_kind, o.state::text as organisation_state, o.division_code, o.jurisdiction
        from session s
        join person p on p.id = s.person_id and p.state = 'ACTIVE'
        left join membership m on m.id = s.membership_id and m.state = 'ACTIVE' and p.unconfirmed_since is null
        left join organisation o on o.id = m.organisation_id
       where s.token_hash = any($1::bytea[]) and s.revoked_at is null`,
} as const;

const LIVE_KEY = {
  name: "live-api-key",
  text: `
    select k.prefix, k.id, k.key_hash, k.scopes, k.roles, k.last_used_at, k.expires_at, array[k.id, o.id]::text[] as about, ${ORGANISATION}
      from api_key k
      join organisation o on o.id = k.organisation_id
     where k.prefix = any($1::text[]) and k.revoked_at is null`,
} as const;

type KeyRow = Caller & {
  readonly prefix: string;
  readonly id: string;
  readonly key_hash: Buffer;
  readonly scopes: readonly string[];
  readonly roles: readonly Role[];
  last_used_at: Date | null;
  readonly expires_at: Date | null;
  readonly organisation: ActingOrganisation;
};

/** Notes that a session was used; what another process notes at this moment is noted well enough. */
const SEEN = "update session set last_seen_at = clock_timestamp() where id in (select id from session where id = $1 for no key update skip locked)";
const NOTED_EVERY_MS = 60_000;

function isToNote(last: Date | null, now: Date): boolean {
  return last === null || now.getTime() - last.getTime() > NOTED_EVERY_MS;
}

const sessions = rememberCallers<SessionRow>(async ({ lookUps }, hashes) => {
  const { rows } = await lookUps.query<SessionRow>({ ...LIVE_SESSION, values: [hashes.map((hash) => Buffer.from(hash, "base64"))] });
  return new Map(rows.map((row) => [row.token_hash.toString("base64"), row]));
});

const keys = rememberCallers<KeyRow>(async ({ lookUps }, prefixes) => {
  const { rows } = await lookUps.query<KeyRow>({ ...LIVE_KEY, values: [prefixes] });
  return new Map(rows.map((row) => [row.prefix, row]));
});

/** Who a session token speaks for, checked against the database each time: a revoked or expired session is nobody at once. */
export async function actorOfToken(deps: Deps, token: string): Promise<Actor> {
  const known = await sessions.ask(deps, subjectOf(token));
  if (!known || known.row.expires_at <= known.now) return ANONYMOUS;
  const { row, now } = known;
  if (isToNote(row.last_seen_at, now)) {
    row.last_seen_at = now;
    await deps.lookUps.query(SEEN, [row.session_id]);
  }
  return actorIn(row);
}

/** Somebody as he was when the database was last asked about him. He may do nothing before a later look was heard and he `stands` still at its time. */
export type RecalledActor = { readonly actor: Actor; stands(at: Date): boolean };

/** Who a session token spoke for, without a question; null where the database has to be asked. */
export function recallActor(deps: Deps, token: string): RecalledActor | null {
  const subject = subjectOf(token);
  const known = sessions.recall(deps, subject);
  if (!known || isToNote(known.row.last_seen_at, known.now)) return null;
  const { row } = known;
  return { actor: actorIn(row), stands: (at) => sessions.holds(deps, subject, row) && at < row.expires_at };
}

/** For whoever asks the database anyway: what of the callers to ask about, and where to tell what has changed. */
export type CallerLook = { seen(): string; heard(look: Look): void };

export function callerLook(deps: Deps): CallerLook {
  return { seen: () => sessions.seen(deps), heard: (look) => sessions.heard(deps, look) };
}

/** Tokens shown lately, by the hash that the database knows: who bids shows the same one every time. */
const subjects = new Map<string, string>();
const MOST_SUBJECTS = 20_000;

function subjectOf(token: string): string {
  let subject = subjects.get(token);
  if (subject !== undefined) return subject;
  subject = sha256(token).toString("base64");
  if (subjects.size >= MOST_SUBJECTS) subjects.clear();
  subjects.set(token, subject);
  return subject;
}

const actors = new WeakMap<SessionRow, Actor>();

/** A row stays as it was read, and so does who it stands for. */
function actorIn(row: SessionRow): Actor {
  let actor = actors.get(row);
  if (!actor) actors.set(row, (actor = actorOfRow(row)));
  return actor;
}

function actorOfRow(row: SessionRow): Actor {
  return {
    kind: "person",
    personId: row.person_id,
    name: row.name,
    language: row.language === "en" ? "en" : "zh",
    sessionId: row.session_id,
    membershipId: row.membership_id,
    organisation: organisationIn(row),
    roles: row.roles ?? [],
    secondFactor: row.second_factor,
  };
}

function organisationIn(row: SessionRow): ActingOrganisation | null {
  if (row.organisation_id === null) return null;
  return { id: row.organisation_id, name: row.organisation_name, kind: row.organisation_kind, state: row.organisation_state, divisionCode: row.division_code, jurisdiction: row.jurisdiction };
}

/** Who an API key ("ttx_<prefix>_<secret>") speaks for. */
export async function actorOfKey(deps: Deps, key: string): Promise<Actor> {
  const prefix = /^ttx_([a-z0-9]{10})_/.exec(key)?.[1];
  const known = prefix === undefined ? undefined : await keys.ask(deps, prefix);
  if (!known || (known.row.expires_at !== null && known.row.expires_at <= known.now)) return ANONYMOUS;
  const { row, now } = known;
  if (!row.key_hash.equals(Buffer.from(tokenHash(key)))) return ANONYMOUS;
  if (isToNote(row.last_used_at, now)) {
    row.last_used_at = now;
    await deps.pool.query("update api_key set last_used_at = clock_timestamp() where id = $1", [row.id]);
  }
  return { kind: "key", apiKeyId: row.id, organisation: row.organisation, roles: row.roles, scopes: row.scopes };
}

const ENDED = {
  name: "ended-callers",
  text: `
    select given.id from unnest($1::uuid[]) as given (id)
     where not exists (select from session s join person p on p.id = s.person_id and p.state = 'ACTIVE'
                        where s.id = given.id and s.revoked_at is null and s.expires_at > clock_timestamp())
    union all
    select given.id from unnest($2::uuid[]) as given (id)
     where not exists (select from api_key k where k.id = given.id and k.revoked_at is null and (k.expires_at is null or k.expires_at > clock_timestamp()))`,
} as const;

/** Which of these sessions and API keys count no more: what was opened with them must not stay open. */
export async function endedCallers({ pool }: Pick<Deps, "pool">, sessionIds: readonly string[], apiKeyIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({ ...ENDED, values: [[...sessionIds], [...apiKeyIds]] });
  return rows.map(({ id }) => id);
}
