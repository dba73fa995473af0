import type pg from "pg";
import type { Deps } from "../shared/database.ts";
import type { SentBatch } from "./bid-batch.ts";

/** So many bids wait behind a commit that they are sent before it has come back: PostgreSQL finds them when it has written it. */
const ENOUGH = 32;

type Answers = Awaited<SentBatch["committed"]>;

export type LaneDesk<Taken> = {
  take(lane: Lane): readonly Taken[];
  hasWaiting(lane: Lane, atLeast: number): boolean;
  send(client: pg.PoolClient, taken: readonly Taken[]): Promise<SentBatch>;
  answer(taken: readonly Taken[], answers: Answers | Error): void;
  wake(): void;
};

export type Lane = {
  isRunning(): boolean;
  run(): void;
  /** Bids have come; perhaps enough to be sent now. */
  look(): void;
};

type OnItsWay = { isDone: boolean; readonly done: Promise<void> };

/**
 * A connection on which batches go out one behind the other as long as there are bids. The next is sent when the one before has come back, or right behind it
 * when enough bids wait, so that PostgreSQL writes while this process answers and decides. What has come back while the next is being decided is told when that is sent:
 * PostgreSQL has nothing to do until then.
 */
export function openLane<Taken>(deps: Deps, desk: LaneDesk<Taken>): Lane {
  let [isRunning, isSpoiled, isDeciding] = [false, false, false];
  const untold: (() => void)[] = [];
  let stirred: (() => void) | undefined;

  const lane: Lane = {
    isRunning: () => isRunning,
    run: () => {
      isRunning = true;
      void work().finally(() => {
        isRunning = false;
        desk.wake();
      });
    },
    look: () => {
      if (stirred && desk.hasWaiting(lane, ENOUGH)) stirred();
    },
  };

  async function work(): Promise<void> {
    isSpoiled = false;
    let client: pg.PoolClient;
    try {
      client = await deps.lookUps.connect();
    } catch (error) {
      return desk.answer(desk.take(lane), asError(error));
    }
    let last: OnItsWay | undefined;
    while (!isSpoiled) {
      if (last && !last.isDone && !desk.hasWaiting(lane, ENOUGH)) {
        await Promise.race([last.done, new Promise<void>((resolve) => (stirred = resolve))]);
        stirred = undefined;
        continue;
      }
      const taken = desk.take(lane);
      if (taken.length === 0) break;
      isDeciding = true;
      last = await desk.send(client, taken).then(
        ({ committed }) => onItsWay(taken, committed),
        (error: unknown) => {
          isSpoiled = true;
          desk.answer(taken, asError(error));
          return last;
        },
      );
      isDeciding = false;
      for (const tell of untold.splice(0)) tell();
    }
    await last?.done;
    client.release(isSpoiled); // what failed ends with its connection
  }

  function onItsWay(taken: readonly Taken[], committed: Promise<Answers>): OnItsWay {
    const batch = {
      isDone: false,
      done: committed
        .catch((error: unknown) => {
          isSpoiled = true;
          return asError(error);
        })
        .then((answers) => {
          batch.isDone = true;
          if (isDeciding) untold.push(() => desk.answer(taken, answers));
          else desk.answer(taken, answers);
        }),
    };
    return batch;
  }

  return lane;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
