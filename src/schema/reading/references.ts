import {
  canonicalText,
  isArray,
  isObject,
  type JsonSchema,
  type JsonValue,
  pointerSteps,
  pointerTo,
} from '../json.ts';

/** One schema text, and what the references in it point at. Nothing outside of it is ever read. */
export class SchemaDocument {
  readonly root: JsonSchema;
  private readonly baseUri: string;
  private identifiers: Identifiers | undefined;
  private text: string | undefined;

  constructor(root: JsonSchema) {
    this.root = root;
    const id = isObject(root) && typeof root.$id === 'string' ? root.$id : '';
    this.baseUri = id.replace(/#.*$/, '');
  }

  /** The canonical text of the whole document, made once. */
  get identity(): string {
    this.text ??= canonicalText(this.root);
    return this.text;
  }

  /** Whether a schema within has a URI of its own, against which the references in it are resolved. */
  get hasInnerBase(): boolean {
    return this.found().innerBase;
  }

  /** The value at a JSON Pointer, or undefined where there is none. */
  at(pointer: string): JsonValue | undefined {
    let value: JsonValue | undefined = this.root;
    for (const step of pointerSteps(pointer)) {
      if (isArray(value)) value = /^\d+$/.test(step) ? value[Number(step)] : undefined;
      else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }
    return value;
  }

  /** The JSON Pointer that a `$ref` means, or undefined if it leads out of this document. */
  resolve(reference: string): string | undefined {
    const [uri = '', fragment = ''] = splitOnce(reference, '#');
    if (uri !== '' && uri !== this.baseUri) return undefined;
    const name = decodeFragment(fragment);
    if (name === undefined || name === '' || name.startsWith('/')) return name;
    return this.found().anchors.get(name);
  }

  private found(): Identifiers {
    this.identifiers ??= findIdentifiers(this.root);
    return this.identifiers;
  }
}

interface Identifiers {
  /** Plain-name fragments: `$anchor` in 2020-12, `$id: "#name"` in draft-07. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly innerBase: boolean;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

/** Members whose contents are values or names rather than schemas. */
const NOT_SCHEMAS = new Set(['enum', 'const', 'default', 'examples', 'required', 'type']);

function findIdentifiers(root: JsonSchema): Identifiers {
  const anchors = new Map<string, string>();
  let innerBase = false;
  const walk = (value: JsonValue, pointer: string): void => {
    if (isArray(value)) {
      value.forEach((item, index) => {
        walk(item, pointerTo(pointer, index));
      });
    }
    if (!isObject(value)) return;
    const { $anchor, $id } = value;
    if (typeof $anchor === 'string') anchors.set($anchor, pointer);
    if (typeof $id === 'string' && $id.startsWith('#')) anchors.set($id.slice(1), pointer);
    else if (typeof $id === 'string' && pointer !== '') innerBase = true;
    for (const [name, member] of Object.entries(value)) {
      if (!NOT_SCHEMAS.has(name)) walk(member, pointerTo(pointer, name));
    }
  };
  walk(root, '');
  return { anchors, innerBase };
}
