import {
  bumpOf,
  CHANGES,
  type Change,
  type JsonValue,
  type Plan,
  type PlanAction,
  type PlanStep,
  type PlanTask,
  type PlanWait,
  showValue,
} from '../model/index.ts';
import { changeLine, subjectOf } from './changelog.ts';
import { count, listed, type Style, wrap } from './style.ts';

function quoted(value: JsonValue | undefined): string {
  const values = Array.isArray(value) ? value : [value ?? ''];
  return values.map((one) => `"${showValue(one)}"`).join(', ');
}

/** A change in one line, without its sign. */
const line = (change: Change): string => changeLine(change).slice(2);

/** The two things that exist side by side for a while. */
function sideBySide(change: Change): { readonly was: string; readonly is: string } {
  const { kind, before, after, coordinates } = change;
  const claim = `claim "${coordinates.claim ?? ''}"`;
  switch (kind) {
    case 'claim-moved':
      return { was: `${claim} in ${quoted(before)}`, is: `${claim} in ${quoted(after)}` };
    case 'claim-rescoped':
      return { was: `${claim} by ${quoted(before)}`, is: `${claim} by ${quoted(after)}` };
    case 'source-changed':
      return { was: claim, is: `the values from ${quoted(after)} under a new name` };
    case 'subject-type-changed':
      return { was: `the ${before} "sub"`, is: `the ${after} "sub" under a new name` };
    default:
      return {
        was: `${CHANGES[kind].subject} ${quoted(before)}`,
        is: `${CHANGES[kind].subject} ${quoted(after)}`,
      };
  }
}

/** Whether a change is about what is asked for, not about what is read. */
const isAsked = ({ kind }: Change): boolean => /^(scope|client|grant|exchange)-/.test(kind);

/** What ends, in its own names: `scope "email"`, `algorithm "ES256" of token type "access_token"`. */
function endOf(change: Change): string {
  const { aspect, direction, subject } = CHANGES[change.kind];
  if (direction !== 'removed' && direction !== 'tightened') return sideBySide(change).was;
  if (aspect === 'existence' || (subject === 'client' && aspect.startsWith('scope')))
    return subjectOf(change);
  const what = change.kind === 'token-withdrawn' ? change.tokenTypes : change.before;
  return `${aspect} ${quoted(what)} of ${subjectOf(change)}`;
}

const WORDS: Readonly<Record<PlanAction, (change: Change) => string>> = {
  'release-both': (change) => {
    const { was, is } = sideBySide(change);
    return `give ${is} beside ${was}, and announce the end of ${was}`;
  },
  announce: (change) => `announce the end of ${endOf(change)}: \`deprecated\` with a \`sunset\``,
  publish: (change) => `publish the keys for ${quoted(change.after)} before any token is signed with them`,
  release: (change) => `bring ${line(change)}`,
  rely: (change) => `may rely on ${line(change)}`,
  move: (change) => {
    if (change.kind === 'claim-rescoped')
      return `ask for ${quoted(change.after)}, too, where claim "${change.coordinates.claim}" is needed`;
    if (change.kind === 'scope-renamed')
      return `ask for ${quoted(change.after)} instead of ${quoted(change.before)}`;
    const { was, is } = sideBySide(change);
    return `now: take ${is}, and ${was} where it is missing; from the day above: ${is} alone`;
  },
  stop: (change) =>
    isAsked(change) ? `do not ask for ${endOf(change)} any more` : `do without ${endOf(change)}`,
  prove: (change) => {
    const { resource } = change.coordinates;
    const what = resource === undefined ? 'tokens' : `tokens for resource "${resource}"`;
    return `ask for ${what} with proof of a key (${change.after})`;
  },
  accept: (change) => `take what was and what will be: ${line(change)}`,
  decide: (change) => `say what the new tokens mean to its decisions: ${line(change)}`,
  switch: (change) => `change ${line(change)}`,
  end: (change) => `take away ${endOf(change)}`,
  drop: (change) => `need not take what was any more: ${line(change)}`,
};

/** A task in words: what the actor of its step does. */
export function showTask({ action, change, clients }: PlanTask): string {
  return `${WORDS[action](change)}${clients === undefined ? '' : ` in tokens of ${listed(clients)}`}`;
}

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

function showSeconds(seconds: number): string {
  const [size, unit] = UNITS.find(([length]) => seconds >= length && seconds % length === 0) ?? [1, 's'];
  return `${seconds / size} ${unit}`;
}

/** What is waited for, in words. */
export function showWait(wait: PlanWait): string {
  switch (wait.for) {
    case 'token-lifetime':
      return `${wait.tokenType} lives ${showSeconds(wait.seconds)}`;
    case 'unknown-lifetime':
      return `nobody says how long ${wait.tokenType} lives`;
    case 'introspection-cache':
      return wait.seconds === undefined
        ? `nobody says how long ${wait.tokenType} may be cached`
        : `${wait.tokenType} may be cached for ${showSeconds(wait.seconds)}`;
    case 'new-authorization':
      return `claims are frozen: who has a refresh token must sign in anew (${listed(wait.clients)})`;
    case 'sunset':
      return `announced for ${wait.date}`;
    case 'announcement':
      return 'on the day that is announced';
    case 'readers':
      return 'when those above are done';
  }
}

function actorOf({ actor }: PlanStep): string {
  switch (actor.kind) {
    case 'issuer':
      return actor.version === undefined ? 'issuer' : `issuer, as ${actor.version}`;
    case 'consumer': {
      const about = [actor.owner, actor.party === 'third' ? 'third party' : undefined].filter(
        (word) => word !== undefined,
      );
      return `consumer ${actor.name}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
    }
    default:
      return `${actor.names.length === 1 ? actor.kind : `${actor.kind}s`} ${listed(actor.names)}`;
  }
}

function stepLines(step: PlanStep, number: number, style: Style): string[] {
  const from = step.from === undefined ? 'nobody can say from when' : `from ${step.from}`;
  const waits =
    step.waits.length === 0 ? [] : [style.dim(wrap(step.waits.map(showWait).join('; '), '     ', style))];
  return [
    `${number}. ${style.bold(actorOf(step))} ${style.dim(from)}`,
    ...waits.map((text) => `   ${text}`),
    ...step.tasks.map((task) => `   - ${wrap(showTask(task), '     ', style)}`),
  ];
}

function planText({ mapper, before, after, steps }: Plan, style: Style): string {
  const title = `${mapper} ${before ?? 'before'} → ${after ?? 'after'}`;
  if (steps.length === 0) return `${style.bold(title)}\n\nnobody has to do anything`;
  const blocks = steps.map((step, index) => stepLines(step, index + 1, style).join('\n'));
  return [style.bold(title), ...blocks, count(steps.length, 'step')].join('\n\n');
}

/** How to get from one version to the other, for people: who does what, in which order, and from which day on. */
export function planReport(plans: readonly Plan[], style: Style): string {
  return `${plans.map((plan) => planText(plan, style)).join('\n\n')}\n`;
}

/** The same for programs; changes are written once, and steps name them by position. */
export function planJson(plans: readonly Plan[]): string {
  const document = plans.map((plan) => {
    const changes = [...new Set(plan.steps.flatMap(({ tasks }) => tasks.map(({ change }) => change)))];
    const steps = plan.steps.map((step) => ({
      ...step,
      tasks: step.tasks.map((task) => ({
        action: task.action,
        change: changes.indexOf(task.change),
        words: showTask(task),
      })),
    }));
    return { ...plan, changes: changes.map((change) => ({ ...change, bump: bumpOf(change) })), steps };
  });
  return `${JSON.stringify({ schemaVersion: 1, command: 'plan', plans: document }, null, 2)}\n`;
}
