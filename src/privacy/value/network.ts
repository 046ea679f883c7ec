import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';
import { type Context, type Detection, type Detector, says } from './detector.ts';

/** Ranges inside networks (IANA special-purpose registries, RFC 6890); documentation addresses count as public. */
const INTERNAL: ReadonlySet<string> = new Set<ReturnType<IPv4['range']> | ReturnType<IPv6['range']>>([
  'private',
  'uniqueLocal',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'unspecified',
  'broadcast',
  'multicast',
]);

const INTERNAL_HOST =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s/@]*@)?(?:[a-z0-9_-]{1,63}\.){1,10}(?:internal|local|localdomain|lan|corp|intranet|private|home\.arpa|svc|cluster\.local)(?::\d{1,5})?(?:\/|$)/i;
const CLOUD_RESOURCE = /^arn:aws[a-z-]*:/;
const MAC = /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i;
const VERSION_WORDS = new Set([
  'version',
  'ver',
  'release',
  'build',
  'oid',
  'revision',
  'firmware',
  'software',
  'os',
]);

/** Addresses: a person's where they are public, the infrastructure's where they are not. */
export const network: Detector = (text, context) => {
  if (text.length > 300 || !/[.:]/.test(text)) return undefined;
  if (MAC.test(text) && !context.vetoed) {
    return { concept: 'hardware address', confidence: 0.95, because: 'the value is a hardware address' };
  }
  if (INTERNAL_HOST.test(text)) return infrastructure('an internal host');
  if (CLOUD_RESOURCE.test(text)) return infrastructure('the name of a cloud resource');
  const host = hostOf(text);
  return host === undefined ? undefined : address(host, context);
};

function infrastructure(what: string): Detection {
  return { concept: 'infrastructure', confidence: 0.9, because: `the value is ${what}` };
}

function address(host: string, context: Context): Detection | undefined {
  const named = context.name.category === 'user.device.ip_address';
  if (!named && says(context, VERSION_WORDS)) return undefined;
  if (host.startsWith('255.')) return infrastructure('the mask of a network');
  if (INTERNAL.has(ipaddr.process(host).range())) return infrastructure('an address of a private network');
  if (!named && !host.includes(':') && looksLikeVersion(host)) return undefined;
  if (context.name.level === 'confidential-infrastructure') return infrastructure('an address of a machine');
  if (context.vetoed) return undefined;
  return {
    concept: 'ip address',
    confidence: named ? 0.97 : 0.9,
    because: 'the value is a public IP address',
  };
}

/** Four small numbers are as likely a version or an object identifier. */
function looksLikeVersion(host: string): boolean {
  return host.split('.').every((part) => Number(part) < 32);
}

/** The address in `1.2.3.4`, `1.2.3.4:80`, `1.2.3.0/24`, `[::1]:80`, the first in a list, in `for=` (RFC 7239), or in a URL. */
function hostOf(text: string): string | undefined {
  const first = (text.split(/[,;\s]/, 1)[0] ?? '').replace(/^(?:[a-z]+:\/\/|for="?)/i, '');
  const bare =
    /^\[([0-9a-f:.]+)\](?::\d+)?(?:\/|$)/i.exec(first)?.[1] ??
    (isAddress(first) ? first : first.replace(/(?::\d{1,5})?(?:\/.*)?$/, ''));
  return isAddress(bare) ? bare : undefined;
}

/** Four decimal parts, or IPv6; the shorter and octal forms of inet_aton are not what people write. */
function isAddress(text: string): boolean {
  // The shape first: the library takes a text that is no address as an exception, which is slow.
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return ipaddr.IPv4.isValidFourPartDecimal(text);
  return /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text) && ipaddr.IPv6.isValid(text);
}
