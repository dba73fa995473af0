import type { EventType } from "@ttx/domain/shared/events";
import type { UseCase } from "@ttx/domain/shared/use-case";

/** An event as a handler sees it. */
export type Delivered<Payload> = {
  readonly id: string;
  readonly payload: Payload;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly requestId: string;
  readonly occurredAt: Date;
};

/** A use case to be run by the system because of an event. */
export type Act = { readonly useCase: UseCase<unknown, unknown>; readonly input: unknown };

export function act<Input, Output>(useCase: UseCase<Input, Output>, input: Input): Act {
  return { useCase: useCase as UseCase<unknown, unknown>, input };
}

export type Handler = {
  readonly event: EventType<unknown>;
  /** Unique; stored with the effect, so that a second delivery has none. */
  readonly name: string;
  readonly react: (event: Delivered<never>) => readonly Act[];
};

/** Wires an event of one feature to use cases of others. Delivered at least once, effective once. */
export function on<Payload>(event: EventType<Payload>, name: string, react: (event: Delivered<Payload>) => Act | readonly Act[]): Handler {
  return {
    event: event as EventType<unknown>,
    name,
    react: (delivered) => {
      const acts = react(delivered as Delivered<Payload>);
      return Array.isArray(acts) ? (acts as readonly Act[]) : [acts as Act];
    },
  };
}
