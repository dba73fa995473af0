import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { uploadDocument } from "@ttx/domain/document";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { addDays, dayOf, type Day } from "@ttx/domain/shared/clock";
import type { Deps } from "@ttx/domain/shared/database";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { execute } from "@ttx/domain/shared/execute";
import type { Origin } from "@ttx/domain/shared/origin";
import type { Role } from "@ttx/domain/shared/roles";
import type { UseCase } from "@ttx/domain/shared/use-case";
import { settle } from "../../../apps/worker/src/settle.ts";
import { demoCast, personKey } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { idOf } from "./ids.ts";

const DAY_MS = 86_400_000;

/** Where scenes of the present are played: people of the demo country act through use cases, at moments of the last weeks. */
export type Stage = {
  readonly deps: Deps;
  /** The person at a desk of an organisation: `who("venue-zhejiang", "reviewer")`. */
  who(organisation: string, desk: string): PersonActor;
  organisationId(key: string): string;
  /** Puts the scene so many days before the present, or at an instant of the past. */
  daysAgo(days: number): Promise<void>;
  at(instant: Date): Promise<void>;
  /** The calendar day of the scene, or one so many days later. */
  day(later?: number): Promise<Day>;
  act<Input, Output>(useCase: UseCase<Input, Output>, actor: PersonActor, input: unknown): Promise<Output>;
  upload(actor: PersonActor, name: string, content: Uint8Array, audience?: "OWNER" | "PARTIES" | "PUBLIC"): Promise<string>;
  /** Lets everything happen that follows by itself. */
  settle(): Promise<void>;
  origin(): Origin;
};

/** A result as scenes deal in it: one of the demo country's, or one that the scene published itself. */
export type SceneResult = { readonly id: string; readonly title: string; readonly owner: string; readonly tradeModes: readonly string[] };

export type Scene = { readonly name: string; play(stage: Stage): Promise<void> };

/**
 * Plays each scene once. Scenes lie in the past, so the domain clock is put back for them; at the end it shows the present again. A scene
 * that was interrupted is left as far as it got: every act in it was whole.
 */
export async function playScenes(deps: Deps, scenes: readonly Scene[]): Promise<void> {
  const present = await realNow(deps);
  const stage = await openStage(deps, present);
  try {
    for (const scene of scenes) {
      const { count } = await deps.db.idempotencyRecord.createMany({ skipDuplicates: true, data: [{ scope: "seed", key: scene.name, endpoint: "SEED", requestHash: "", createdAt: present }] });
      if (count === 0) continue;
      await scene.play(stage);
      await stage.settle();
    }
  } finally {
    await deps.db.clockOffset.deleteMany();
  }
  await stage.settle();
}

async function openStage(deps: Deps, present: Date): Promise<Stage> {
  const cast = await readCast(deps);
  const origin = (): Origin => ({ requestId: randomUUID(), ip: "127.0.0.1", userAgent: "demo country" });
  const at = async (instant: Date): Promise<void> => {
    const offsetMs = BigInt(Math.round(instant.getTime() - (await realNow(deps)).getTime()));
    await deps.db.clockOffset.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } });
  };
  return {
    deps,
    who: (organisation, desk) => {
      const actor = cast.get(personKey(organisation, desk));
      if (!actor) throw new Error(`nobody sits at ${organisation}/${desk}`);
      return actor;
    },
    organisationId: (key) => idOf("organisation", key),
    daysAgo: (days) => at(new Date(present.getTime() - days * DAY_MS)),
    at,
    day: async (later = 0) => addDays(dayOf(await readDomainTime(deps.db, deps.config.mode)), later),
    act: (useCase, actor, input) => execute(deps, useCase, actor, input, origin()),
    upload: async (actor, name, content, audience = "OWNER") => (await uploadDocument(deps, actor, { name, audience }, { body: Readable.from([content]) }, origin())).documentId,
    settle: () => settle(deps),
    origin,
  };
}

/** Everybody of the demo country as use cases see them, signed in with a second factor. */
async function readCast({ db }: Deps): Promise<ReadonlyMap<string, PersonActor>> {
  const organisations = new Map((await db.organisation.findMany()).map((organisation) => [organisation.id, organisation]));
  return new Map(
    demoCast(SEED).people.map(({ key, name, organisation, roles }) => [
      key,
      {
        kind: "person",
        personId: idOf("person", key),
        name,
        language: "zh",
        sessionId: idOf("session", key),
        membershipId: idOf("membership", key),
        organisation: organisations.get(idOf("organisation", organisation)) ?? null,
        roles: roles as readonly Role[],
        secondFactor: true,
      },
    ]),
  );
}

async function realNow({ db }: Deps): Promise<Date> {
  const [reading] = await db.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  return reading!.now;
}
