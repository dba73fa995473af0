import type { PersonActor } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { read } from "../src/shared/execute.ts";
import { readWorklist, type TodoKind } from "../src/worklist/index.ts";

/** What a person's list of things to do says of one matter. */
export async function todosOn(deps: Deps, actor: PersonActor, title: string): Promise<readonly TodoKind[]> {
  return (await read(deps, readWorklist, actor, {})).items.filter((todo) => todo.title === title).map(({ kind }) => kind);
}
