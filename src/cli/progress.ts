import type { MapperDefinition } from '../model/index.ts';
import { count } from '../report/style.ts';
import type { Io } from './io.ts';

/** What is being done, on a terminal, while nothing else can be seen. */
export interface Progress {
  step(doing: string, definitions: readonly MapperDefinition[]): void;
  /** Takes the line away: it is no part of the report. */
  done(): void;
}

/** Fewer entries than these are done before anybody reads the line. */
const LONG = 300;

const size = ({ clients, claims, scopes }: MapperDefinition): number =>
  clients.size + claims.size + scopes.size;

/** Tells what takes long. Work is never interrupted to tell it, so it is told by size, before it starts. */
export function progressOn({ stderr }: Io): Progress {
  let isShown = false;
  const erase = '\r\u001B[K';
  return {
    step(doing, definitions) {
      const entries = definitions.reduce((sum, definition) => sum + size(definition), 0);
      if (!stderr.isTerminal || entries < LONG) return;
      const clients = definitions.reduce((sum, definition) => sum + definition.clients.size, 0);
      stderr.write(
        `${erase}${doing} ${count(definitions.length, 'definition')}, ${count(clients, 'client')} …`,
      );
      isShown = true;
    },
    done() {
      if (isShown) stderr.write(erase);
      isShown = false;
    },
  };
}
