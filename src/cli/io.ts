/** Where text goes: a stream that may be a terminal. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width in characters; 80 where it is unknown. */
  readonly columns: number;
}

/** What a folder entry is. */
export type FileKind = 'file' | 'folder' | 'missing';

/** Everything that tokenpact asks of the process it runs in. Tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input in chunks; `isTerminal` when nobody pipes anything. */
  readonly stdin: { readonly isTerminal: boolean; chunks(): AsyncIterable<Uint8Array> };
  kindOf(path: string): Promise<FileKind>;
  /** The bytes of a file, or `undefined` when there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** A file in chunks, for logs that do not fit into memory; a chunk is overwritten when the next is asked for. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** Names in a folder with what they are, sorted. */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: FileKind }[]>;
  /** Writes a whole file or nothing: readers never see half of it. Folders are made as needed. */
  write(path: string, text: string): Promise<void>;
  /** Adds to the end of a file, for files that several steps of a job write to. */
  append(path: string, text: string): Promise<void>;
  /** Calls back with each file of these folders that changes, comes or goes; returns what ends the watch. */
  watch(folders: readonly string[], callback: (file: string) => void): () => void;
  /** Runs git, without a shell. */
  git(args: readonly string[], input?: string): Promise<GitResult>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back when the user interrupts (Ctrl-C); returns what ends the watch. */
  onInterrupt(callback: () => void): () => void;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}
