import type { Command } from 'commander';
import type { ResolvedToken } from '../../contract/index.ts';
import {
  type Grant,
  type MapperDefinition,
  type Releaser,
  type SubjectKind,
  showPath,
} from '../../model/index.ts';
import type { Style } from '../../report/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import { demandSound, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { oneDefinition } from '../one-definition.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';

interface ResolveOptions extends CommonOptions {
  readonly client: string;
  readonly scope: string;
  readonly resource?: string;
  readonly machine?: boolean;
  readonly format: string;
}

const quoted = (names: Iterable<string>): string => [...names].sort().join(', ') || 'none';

/** An unknown name would silently resolve to nothing. */
async function demandKnown(definition: MapperDefinition, grant: Grant): Promise<void> {
  const client = definition.clients.get(grant.client);
  if (client === undefined) {
    throw new CannotCheck(
      `"${definition.name}" has no client "${grant.client}"`,
      `clients: ${quoted(definition.clients.keys())}`,
    );
  }
  const { grantedScopes, isGranted } = await import('../../contract/index.ts');
  const granted = [...(grantedScopes(definition, grant) ?? [])];
  const refused = grant.scopes.filter((scope) => !granted.some((name) => isGranted(name, new Set([scope]))));
  if (refused.length > 0) {
    throw new CannotCheck(
      `the client "${client.name}" may not have ${refused.map((scope) => `"${scope}"`).join(', ')}`,
      `its scopes: ${quoted([...client.defaultScopes, ...client.scopes])}`,
    );
  }
  if (grant.resource !== undefined && !definition.resources.has(grant.resource)) {
    throw new CannotCheck(
      `"${definition.name}" has no resource "${grant.resource}"`,
      `resources: ${quoted(definition.resources.keys())}`,
    );
  }
}

function subjectFor(definition: MapperDefinition, options: ResolveOptions): SubjectKind {
  if (options.machine === true) return 'machine';
  const grants = definition.clients.get(options.client)?.grants ?? [];
  return grants.length > 0 && grants.every((grant) => grant === 'client_credentials') ? 'machine' : 'user';
}

const releaser = ({ kind, name }: Releaser): string => `${kind.replace('-', ' ')} ${name}`;

async function asText(
  definition: MapperDefinition,
  grant: Grant,
  tokens: readonly ResolvedToken[],
  style: Style,
): Promise<string> {
  const { showGrant, table } = await import('../../report/index.ts');
  const blocks = [
    style.dim(`${definition.name}${definition.version ? ` ${definition.version}` : ''}: ${showGrant(grant)}`),
  ];
  for (const { contract, claims, unresolved } of tokens) {
    const resource = contract.key.resource === undefined ? '' : ` for ${contract.key.resource}`;
    const head = `${style.bold(contract.key.tokenType)}${resource} ${style.dim(contract.format)}`;
    const rows = claims.map((claim) => [
      { text: showPath(claim.path) },
      { text: claim.presence, dress: claim.presence === 'always' ? style.green : style.yellow },
      { text: claim.releasedBy.map(releaser).join(', ') },
      { text: claim.schema, dress: style.dim },
    ]);
    const notes = unresolved.map((reason) => `  ${style.yellow('and what nobody can foresee')}: ${reason}`);
    const nothing = claims.length === 0 && notes.length === 0 ? ['  nothing that its holder can read'] : [];
    blocks.push([head, ...table(rows, '  ', style), ...nothing, ...notes].join('\n'));
  }
  if (tokens.length === 0) blocks.push('this grant yields no token');
  return `${blocks.join('\n\n')}\n`;
}

function asJson(definition: MapperDefinition, grant: Grant, tokens: readonly ResolvedToken[]): string {
  const document = {
    schemaVersion: 1,
    command: 'resolve',
    mapper: { name: definition.name, version: definition.version },
    grant,
    tokens: tokens.map(({ contract, scopes, claims, unresolved }) => ({
      ...contract.key,
      kind: contract.kind,
      format: contract.format,
      header: contract.header,
      audience: contract.audience.values,
      lifetime: contract.lifetime,
      scopes,
      claims,
      unresolved,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

async function resolve(io: Io, paths: readonly string[], options: ResolveOptions): Promise<number> {
  if (options.format !== 'text' && options.format !== 'json') {
    throw new CannotCheck(`there is no format "${options.format}"`, 'formats: text, json');
  }
  const request = await requestFor(io, paths, options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  const definition = oneDefinition(inputs, undefined);
  const grant: Grant = {
    client: options.client,
    scopes: options.scope.split(/[\s,]+/).filter((scope) => scope !== ''),
    subject: subjectFor(definition, options),
    ...(options.resource === undefined ? {} : { resource: options.resource }),
  };
  await demandKnown(definition, grant);
  const { resolveGrant } = await import('../../contract/index.ts');
  const tokens = resolveGrant(definition, grant);
  const style = styleFor(io, io.stdout, options.color);
  io.stdout.write(
    options.format === 'json'
      ? asJson(definition, grant, tokens)
      : await asText(definition, grant, tokens, style),
  );
  return CLEAN;
}

export function defineResolve(program: Command, session: Session): void {
  const command = program
    .command('resolve')
    .summary('what will each token contain under a grant, and why?')
    .description(
      'Shows every token that a grant yields: its claims, always or sometimes, and what releases each.',
    )
    .argument('[path]', 'a definition (default: what tokenpact.yaml names, or this folder)')
    .requiredOption('--client <name>', 'who asks')
    .option(
      '--scope <scopes>',
      'scopes asked for, separated by spaces; default scopes are always granted',
      '',
    )
    .option('--resource <name>', 'the resource asked for (RFC 8707)')
    .option('--machine', 'the client as itself: no user (default for clients with client_credentials only)')
    .option('-f, --format <name>', 'text or json', 'text');
  withCommonOptions(command).action(
    session.action((path: string | undefined, options: ResolveOptions) =>
      resolve(session.io, path === undefined ? [] : [path], options),
    ),
  );
  withExamples(command, [
    ['tokenpact resolve mapper.yaml --client web --scope "openid email"', 'a sign-in'],
    ['tokenpact resolve realm.json --client app --scope openid -f json', 'a Keycloak export'],
  ]);
}
