import { DomainError } from "./errors.ts";

/** One row of a state machine: from, event, who moves, to. */
export type Move = readonly [from: string, event: string, by: string, to: string];

export type StateOf<Moves extends readonly Move[]> = Moves[number][0] | Moves[number][3];
export type EventOf<Moves extends readonly Move[]> = Moves[number][1];

/** The state that an event leads to. Throws STATE_FORBIDS_EVENT (conflict) where the table has no row. */
export function step<const Moves extends readonly Move[]>(
  moves: Moves,
  from: StateOf<Moves>,
  event: EventOf<Moves>,
): StateOf<Moves> {
  const move = moves.find(([state, name]) => state === from && name === event);
  if (!move) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: from, event });
  return move[3] as StateOf<Moves>;
}

export function mayStep<const Moves extends readonly Move[]>(
  moves: Moves,
  from: StateOf<Moves>,
  event: EventOf<Moves>,
): boolean {
  return moves.some(([state, name]) => state === from && name === event);
}

/** States from which no event leads on. */
export function finalStates<const Moves extends readonly Move[]>(moves: Moves): StateOf<Moves>[] {
  const left = new Set(moves.map(([from]) => from));
  return [...new Set(moves.map(([, , , to]) => to))].filter((state) => !left.has(state)) as StateOf<Moves>[];
}
