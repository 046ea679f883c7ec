import { type Cell, printable, type Style, table } from '../../report/index.ts';
import type { AuditSummary } from '../../token/audit/index.ts';
import { block, grouped } from './lines.ts';

/** Pairs of client and scope that are printed, those that are asked for most. */
const MOST_REQUESTS = 50;

type Request = AuditSummary['requests'][number] | AuditSummary['requestedClaims'][number];

function requestLines(
  noun: 'scope' | 'claim',
  requests: readonly Request[],
  style: Style,
): readonly string[] {
  if (requests.length === 0) return [];
  const head = ['client', 'token type', noun, 'requested', 'granted', 'in tokens'].map(
    (text): Cell => ({ text, dress: style.dim }),
  );
  const rows = requests
    .slice(0, MOST_REQUESTS)
    .map((request): Cell[] => [
      { text: printable(request.client) },
      { text: request.tokenType },
      { text: printable('scope' in request ? request.scope : request.claim) },
      ...[request.requested, request.granted, request.emitted].map((number) => ({ text: grouped(number) })),
    ]);
  const more = requests.length - MOST_REQUESTS;
  const rest = more > 0 ? [`  and ${grouped(more)} more: -f json has them all`] : [];
  return [...table([head, ...rows], '  ', style), ...rest];
}

/** Scopes that are asked for most, and claims that tokens carry without being asked for, or do not though asked for. */
export function requestBlocks({ requests, requestedClaims }: AuditSummary, style: Style): readonly string[] {
  const scopes = [...requests].sort((one, other) => other.requested - one.requested);
  const gap = ({ requested, granted, emitted }: Request): number =>
    Math.abs(granted - emitted) + Math.abs(requested - granted);
  const claims = requestedClaims
    .filter((claim) => gap(claim) > 0)
    .sort((one, other) => gap(other) - gap(one));
  return [
    ...block('scopes requested, granted and in tokens', requestLines('scope', scopes, style), style),
    ...block(
      'claims requested, granted and in tokens, where these differ',
      requestLines('claim', claims, style),
      style,
    ),
  ];
}
