import type {
  Client,
  ContractKey,
  EffectiveAudience,
  EffectiveContract,
  MapperDefinition,
} from '../model/index.ts';
import { bindClient, compareText } from './bind-client.ts';
import { kept } from './kept.ts';
import { applies, subjectsOf, targetsOf } from './reach.ts';
import { isForSeveral, settingOf } from './setting.ts';
import { CLIENT, RESOURCE } from './standard-claims.ts';
import { type Template, templateAt, templateOf } from './template.ts';

/** What was worked out for a definition: definitions never change, so it is kept for as long as they live. */
interface Worked {
  readonly templates: Map<string, Template>;
  readonly contracts: Map<string, EffectiveContract>;
  /** By client; equal numbers are equal shapes. */
  readonly shapes: Map<Client, number>;
  readonly shapeNumbers: Map<string, number>;
  all?: readonly EffectiveContract[];
}

const workedFor = kept(
  (_: MapperDefinition): Worked => ({
    templates: new Map(),
    contracts: new Map(),
    shapes: new Map(),
    shapeNumbers: new Map(),
  }),
);

const templatesOf = new WeakMap<EffectiveContract, Template>();

/**
 * Everything about a client that its contracts depend on, as text; the name only where something of the
 * definition is about this very client.
 */
function clientShape(definition: MapperDefinition, client: Client): string {
  const isSingled =
    client.releases.size > 0 ||
    client.senderConstrained !== undefined ||
    definition.exchanges.some((exchange) => exchange.client === client.name) ||
    definition.unresolved.some((one) => one.client === client.name);
  const { grants, subject, defaultScopes, scopes } = client;
  const lists = [grants, defaultScopes, scopes].map((list) => [...list].sort());
  return JSON.stringify([isSingled ? client.name : null, subject, ...lists]);
}

function shapeNumber(definition: MapperDefinition, client: Client): number {
  const { shapes, shapeNumbers } = workedFor(definition);
  const known = shapes.get(client);
  if (known !== undefined) return known;
  const shape = clientShape(definition, client);
  const number = shapeNumbers.get(shape) ?? shapeNumbers.size;
  shapeNumbers.set(shape, number);
  shapes.set(client, number);
  return number;
}

function makeContract(
  definition: MapperDefinition,
  key: ContractKey,
  client: Client,
): EffectiveContract | undefined {
  const type = definition.tokenTypes.get(key.tokenType);
  if (type === undefined) return undefined;
  const { subject, resource } = key;
  const isPart = resource !== RESOURCE && isForSeveral(definition, type, client, resource);
  const any = isPart ? keptContract(definition, { ...key, resource: RESOURCE }, client) : undefined;
  const make = (): Template => {
    const whole = any && templatesOf.get(any);
    return whole && resource !== undefined
      ? templateAt(whole, resource)
      : templateOf(settingOf(definition, type, client, subject, resource));
  };
  const { templates } = workedFor(definition);
  const name = `${shapeNumber(definition, client)} ${subject} ${JSON.stringify([key.tokenType, resource ?? null])}`;
  const template = templates.get(name) ?? make();
  templates.set(name, template);
  return contractFrom(template, key, any);
}

/**
 * A template bound to its client; the claims are bound when somebody reads them.
 *
 * @param any the contract of any resource, where the template has the claims only that are others
 */
function contractFrom(template: Template, key: ContractKey, any?: EffectiveContract): EffectiveContract {
  const { facts, claims } = template;
  const contract: EffectiveContract = {
    key,
    ...facts,
    audience: audienceFor(key.client, facts.audience),
    claims: bindClient(claims, key.client, any?.claims),
  };
  templatesOf.set(contract, template);
  return contract;
}

function audienceFor(client: string, audience: EffectiveAudience): EffectiveAudience {
  if (!audience.values.includes(CLIENT)) return audience;
  return { ...audience, values: audience.values.map((value) => (value === CLIENT ? client : value)) };
}

function keptContract(
  definition: MapperDefinition,
  key: ContractKey,
  client: Client,
): EffectiveContract | undefined {
  const { contracts } = workedFor(definition);
  const name = [key.tokenType, key.client, key.subject, key.resource ?? ''].join('\n');
  const contract = contracts.get(name) ?? makeContract(definition, key, client);
  if (contract !== undefined) contracts.set(name, contract);
  return contract;
}

/**
 * The contract of one kind of token, or undefined where the client gets no such token: another variant is in
 * use, its grant types have no such subject, or it can't reach the resource. It also answers for tokens that
 * `effectiveContracts` leaves out because they matter to nobody in particular: an access token for no
 * resource, of a client that reaches some.
 *
 * @example contractOf(definition, { tokenType: 'id_token', client: 'web', subject: 'user' })
 */
export function contractOf(definition: MapperDefinition, key: ContractKey): EffectiveContract | undefined {
  const client = definition.clients.get(key.client);
  const type = definition.tokenTypes.get(key.tokenType);
  if (client === undefined || type === undefined) return undefined;
  const { subject, resource } = key;
  if (!subjectsOf(definition, client, type).includes(subject)) return undefined;
  if (!applies(definition, type, client.name, subject, resource)) return undefined;
  if (resource !== undefined && !targetsOf(definition, type, client, subject).includes(resource))
    return undefined;
  return keptContract(definition, key, client);
}

function allContracts(definition: MapperDefinition): readonly EffectiveContract[] {
  const contracts: EffectiveContract[] = [];
  const clients = sorted(definition.clients.values());
  for (const type of sorted(definition.tokenTypes.values())) {
    for (const client of clients) {
      for (const subject of [...subjectsOf(definition, client, type)].sort()) {
        for (const resource of targetsOf(definition, type, client, subject)) {
          if (!applies(definition, type, client.name, subject, resource)) continue;
          const key = {
            tokenType: type.name,
            client: client.name,
            subject,
            ...(resource !== undefined && { resource }),
          };
          const contract = keptContract(definition, key, client);
          if (contract !== undefined) contracts.push(contract);
        }
      }
    }
  }
  return contracts;
}

function sorted<Thing extends { readonly name: string }>(things: Iterable<Thing>): readonly Thing[] {
  return [...things].sort((one, other) => compareText(one.name, other.name));
}

/**
 * Every contract between the issuer and its readers: per token type (or the variant in use), client, subject
 * and resource. The claims of a contract are worked out when they are first read, and clients that differ by
 * name only share the work.
 *
 * @example effectiveContracts(definition).map(({ key }) => showContractKey(key))
 */
export function effectiveContracts(definition: MapperDefinition): readonly EffectiveContract[] {
  const known = workedFor(definition);
  known.all ??= allContracts(definition);
  return known.all;
}

/**
 * What a contract shares with those that differ from it by the client's name only: the same object for all
 * of them, so that work on one can be kept for the others.
 *
 * @example contractShape(ofWeb) === contractShape(ofMobile)
 */
export function contractShape(contract: EffectiveContract): object {
  return templatesOf.get(contract) ?? contract;
}
