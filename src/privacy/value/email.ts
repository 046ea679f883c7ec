import type { Detection, Detector } from './detector.ts';

/** RFC 5321 section 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})/iu;

/** Mailboxes that answer for an organisation (RFC 2142, and common practice). */
const ROLES = new Set(
  `abuse accounts admin administrator alerts billing bot careers compliance contact do-not-reply donotreply enquiries
  feedback help helpdesk hello hostmaster hr info it jobs legal mailer-daemon marketing news newsletter no-reply noc
  noreply notifications office orders postmaster press privacy robot root sales security service support sysadmin team
  webmaster`.split(/\s+/),
);

/** Domains of workloads and of addresses that forward nothing. */
const WORKLOADS =
  /(?:\.|^)(?:gserviceaccount\.com|iam\.gserviceaccount\.com|users\.noreply\.github\.com|internal|local|localdomain|localhost|svc|lan|corp|cluster\.local)$/i;

/** File endings that look like top-level domains: `logo@2x.png`. */
const FILES =
  /\.(?:png|jpe?g|gif|svg|webp|css|js|mjs|ts|json|ya?ml|html?|zip|tgz|jar|war|exe|dll|txt|md|tar|gz)$/i;

/**
 * An e-mail address anywhere in a text (RFC 5321, RFC 6531; quoted local parts too). A workload's name, a
 * Git remote, the user part of a URL and an image digest are none.
 */
export const email: Detector = (written) => {
  const text = written.replace(/%40/g, '@');
  for (
    let at = text.indexOf('@'), seen = 0;
    at !== -1 && seen < 16;
    at = text.indexOf('@', at + 1), seen += 1
  ) {
    const found = addressAt(text, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

function addressAt(text: string, at: number): Detection | undefined {
  const local = localBefore(text, at);
  const after = text.slice(at + 1, at + 1 + MAX_DOMAIN);
  const domain = DOMAIN.exec(after)?.[0];
  if (local === '' || domain === undefined || FILES.test(domain)) return undefined;
  if (/^[\p{L}\p{N}_@-]/u.test(after.slice(domain.length))) return undefined;
  if (isRemote(text, at, local, after.slice(domain.length)) || WORKLOADS.test(domain)) return undefined;
  if (ROLES.has(local.toLowerCase().replace(/\+.*$/, ''))) {
    return {
      concept: 'organisation',
      confidence: 0.8,
      because: 'the value is the e-mail address of a function',
    };
  }
  return { concept: 'email', confidence: 0.98, because: 'the value holds an e-mail address' };
}

function localBefore(text: string, at: number): string {
  if (text[at - 1] === '"') {
    const open = text.lastIndexOf('"', at - 2);
    return open === -1 || at - open > MAX_LOCAL ? '' : text.slice(open, at);
  }
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, at).replace(/^[/=?&{|}'`]+/, '');
}

/** `https://user@host`, `git@host:path`, `HTTP/host@REALM`: names of machines. */
function isRemote(text: string, at: number, local: string, rest: string): boolean {
  const before = text.slice(0, at - local.length);
  if (/[a-z]:\/\/[^\s/]*$/i.test(before) || local.includes('/')) return true;
  return /^:[\p{L}\p{N}_~/-]/u.test(rest) && /^(git|hg|svn|root|ubuntu|ec2-user|deploy)$/i.test(local);
}
