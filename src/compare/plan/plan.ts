import type {
  Change,
  Comparison,
  Consumer,
  Plan,
  PlanActor,
  PlanStep,
  PlanTask,
  PlanWait,
} from '../../model/index.ts';
import { isAskedFor } from './plan-readers.ts';
import { type Actions, actionsFor } from './plan-strategies.ts';
import { readerTasks } from './plan-tasks.ts';
import { versionsFor } from './plan-versions.ts';
import { dayAfter, dayAt, distinctWaits, waitsAfter } from './plan-waits.ts';

interface Planned {
  readonly change: Change;
  readonly actions: Actions;
}

/**
 * How to get from one version to the other without breaking anybody: what the issuer prepares, what each reader
 * does and from which day on it may, when the issuer ends what was, and what readers need not take any more.
 *
 * @param now milliseconds since 1970; the plan starts on this day
 * @example planOf(comparison, consumers, Date.now()).steps
 */
export function planOf(comparison: Comparison, consumers: readonly Consumer[], now: number): Plan {
  const { before, after, changes } = comparison;
  const planned = changes.map((change) => ({ change, actions: actionsFor(change, comparison) }));
  const hasEnd = planned.some(({ actions }) => actions.finish !== undefined);
  const { preparing, finishing } = versionsFor(before.version, after.version, hasEnd);
  const today = dayAt(now);
  const prepared = issuerStep(planned, 'prepare', preparing, { from: today, waits: [] });
  const readers = readerSteps(tasksIn(planned, 'readers'), comparison, consumers, today);
  const end = endOf(planned, comparison, today, readers.length > 0);
  const finished = issuerStep(planned, 'finish', finishing, end);
  const later = tasksIn(planned, 'after');
  const relying = later.filter(({ action }) => action === 'rely');
  const dropping = later.filter(({ action }) => action === 'drop');
  return {
    mapper: after.name,
    ...(before.version !== undefined && { before: before.version }),
    ...(after.version !== undefined && { after: after.version }),
    steps: [
      ...prepared,
      ...readers,
      ...finished,
      ...readerSteps(relying, comparison, consumers, today),
      ...readerSteps(dropping, comparison, consumers, end.from),
    ],
  };
}

type Timing = Pick<PlanStep, 'from' | 'waits'>;

function issuerStep(
  planned: readonly Planned[],
  phase: 'prepare' | 'finish',
  version: string | undefined,
  timing: Timing,
): readonly PlanStep[] {
  const tasks = tasksIn(planned, phase);
  if (tasks.length === 0) return [];
  return [{ actor: { kind: 'issuer', ...(version !== undefined && { version }) }, tasks, ...timing }];
}

function tasksIn(planned: readonly Planned[], phase: keyof Actions): readonly PlanTask[] {
  return planned.flatMap(({ change, actions }) => {
    const action = actions[phase];
    return action === undefined ? [] : [{ action, change }];
  });
}

/** One step per reader, with everything that it has to do and the day on which all of it may be done. */
function readerSteps(
  tasks: readonly PlanTask[],
  comparison: Comparison,
  consumers: readonly Consumer[],
  start: string | undefined,
): readonly PlanStep[] {
  const steps = new Map<string, { actor: PlanActor; tasks: PlanTask[]; waits: PlanWait[] }>();
  for (const task of tasks) {
    for (const { actor, task: own } of readerTasks(task, comparison, consumers)) {
      const name = `${JSON.stringify(actor)} ${mustWait(task)}`;
      const step = steps.get(name) ?? { actor, tasks: [], waits: [] };
      step.tasks.push(own);
      if (mustWait(task)) step.waits.push(...waitsAfter(task.change, comparison));
      steps.set(name, step);
    }
  }
  return [...steps.values()].map(({ actor, tasks, waits }) => {
    const distinct = distinctWaits(waits);
    const from = start === undefined ? undefined : dayAfter(start, distinct);
    return { actor, tasks, waits: distinct, ...(from !== undefined && { from }) };
  });
}

/** Who relies on the new alone, or forgets the old, waits until no old token is left; who asks for it does not. */
function mustWait({ action, change }: PlanTask): boolean {
  return action === 'drop' || ((action === 'move' || action === 'rely') && !isAskedFor(change));
}

/** What was may end after its announced day, when readers have moved and could move. */
function endOf(
  planned: readonly Planned[],
  comparison: Comparison,
  today: string,
  hasReaders: boolean,
): Timing {
  const waits: PlanWait[] = hasReaders ? [{ for: 'readers' }] : [];
  for (const { change, actions } of planned) {
    if (actions.finish === undefined) continue;
    if (actions.prepare === 'announce' || actions.prepare === 'release-both')
      waits.push({ for: 'announcement' });
    if (change.sunset !== undefined) waits.push({ for: 'sunset', date: change.sunset });
    if (actions.readers === 'move') waits.push(...waitsAfter(change, comparison));
  }
  const distinct = distinctWaits(waits);
  const from = dayAfter(today, distinct);
  return { waits: distinct, ...(from !== undefined && { from }) };
}
