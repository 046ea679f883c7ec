import {
  CHANGES,
  type Change,
  type Comparison,
  type Consumer,
  type PlanActor,
  type PlanTask,
} from '../../model/index.ts';
import { clientActors, hitBy, readersOf, tokenReaders } from './plan-readers.ts';

/** Who does what about a change. */
interface ReaderTask {
  readonly actor: PlanActor;
  readonly task: PlanTask;
}

/** What each reader does about a change, and each client that asks for what it is about. */
export function readerTasks(
  task: PlanTask,
  comparison: Comparison,
  consumers: readonly Consumer[],
): readonly ReaderTask[] {
  if (task.change.kind === 'claim-rescoped') return rescopedTasks(task, comparison, consumers);
  return readersOf(task.change, comparison, consumers).flatMap((actor) => {
    const own = taskOf(actor, task);
    return own === undefined ? [] : [{ actor, task: own }];
  });
}

/**
 * Clients do not read what is bound to a key: they prove that they hold it, before the issuer asks them to.
 */
function taskOf(actor: PlanActor, task: PlanTask): PlanTask | undefined {
  const { aspect, direction } = CHANGES[task.change.kind];
  if (actor.kind !== 'client' || aspect !== 'sender constraint') return task;
  return task.action === 'accept' && direction !== 'removed' ? { ...task, action: 'prove' } : undefined;
}

/**
 * Clients ask for the scope that brings a claim now. Those that may not ask do without the claim, and so do those who
 * read their tokens.
 */
function rescopedTasks(
  task: PlanTask,
  comparison: Comparison,
  consumers: readonly Consumer[],
): readonly ReaderTask[] {
  const { change } = task;
  const asking = change.clients.filter((name) => mayAsk(change, comparison, name));
  const refused = change.clients.filter((name) => !asking.includes(name));
  const ofRefused = { ...change, clients: refused };
  const losing =
    refused.length === 0
      ? []
      : tokenReaders(ofRefused, comparison, consumers).filter(({ kind }) => kind !== 'client');
  const stop: PlanTask = { action: 'stop', change };
  const names = new Set(losing.map((actor) => JSON.stringify(actor)));
  const hit = hitBy(change, comparison, consumers).filter((actor) => !names.has(JSON.stringify(actor)));
  return [
    ...hit.map((actor) => ({ actor, task })),
    ...losing.map((actor) => ({ actor, task: { ...stop, clients: refused } })),
    ...clientActors(asking).map((actor) => ({ actor, task })),
    ...clientActors(refused).map((actor) => ({ actor, task: stop })),
  ];
}

/** Whether a client may ask for what releases a claim now. */
function mayAsk({ after: names }: Change, { after }: Comparison, client: string): boolean {
  const { defaultScopes = [], scopes = [] } = after.clients.get(client) ?? {};
  return [...defaultScopes, ...scopes].some((scope) => Array.isArray(names) && names.includes(scope));
}
