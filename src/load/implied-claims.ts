import type { Claim, Place, RegisteredClaim } from '../model/index.ts';
import { defaultPresence } from './claims.ts';
import { present } from './node.ts';

/** A registered claim that is used without an entry, placed where it was first used. */
export function impliedClaim(name: string, registered: RegisteredClaim, at: Place): Claim {
  const { about, schema, description, mutable } = registered;
  return {
    id: name,
    path: [name],
    about,
    presence: defaultPresence(about, [name]),
    schema,
    growth: 'closed',
    planned: [],
    registered: true,
    implied: true,
    at,
    description,
    ...present({ mutable }),
  };
}
