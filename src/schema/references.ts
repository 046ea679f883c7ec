import {
  canonicalText,
  isArray,
  isObject,
  type JsonSchema,
  type JsonValue,
  pointerSteps,
  pointerTo,
} from './json.ts';

/** One schema text, and what the references in it point at. Nothing outside of it is ever read. */
export class SchemaDocument {
  readonly root: JsonSchema;
  private readonly baseUri: string;
  private anchors: ReadonlyMap<string, string> | undefined;
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
    if (name === '' || name?.startsWith('/')) return name;
    this.anchors ??= findAnchors(this.root);
    return name === undefined ? undefined : this.anchors.get(name);
  }
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

/** Plain-name fragments: `$anchor` in 2020-12, `$id: "#name"` in draft-07. */
function findAnchors(root: JsonSchema): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const walk = (value: JsonValue, pointer: string): void => {
    if (isArray(value)) {
      value.forEach((item, index) => {
        walk(item, pointerTo(pointer, index));
      });
    }
    if (!isObject(value)) return;
    if (typeof value.$anchor === 'string') anchors.set(value.$anchor, pointer);
    if (typeof value.$id === 'string' && value.$id.startsWith('#')) anchors.set(value.$id.slice(1), pointer);
    for (const [name, member] of Object.entries(value)) {
      if (!NOT_SCHEMAS.has(name)) walk(member, pointerTo(pointer, name));
    }
  };
  walk(root, '');
  return anchors;
}
