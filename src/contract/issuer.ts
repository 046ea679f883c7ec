/** A parameter in the host is one label of it (RFC 1035 section 2.3.4), or a tenant could be somebody else's host. */
const LABEL = '[\\w-]{1,63}';
/** A parameter in the path is one segment of it, and none that leads elsewhere (RFC 3986 section 3.3). */
const SEGMENT = '(?!\\.{1,2}(?:/|$))[^/?#@:\\\\\\s]{1,255}';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isInHost = (before: string): boolean => {
  const authority = before.split('://')[1];
  return authority !== undefined && !authority.includes('/');
};

/**
 * Whether an issuer is the one that a definition names, or one that its template stands for.
 *
 * @param template an issuer, or one with parameters such as `https://{tenant}.id.example`
 * @example fitsIssuer('https://{tenant}.id.example', 'https://acme.id.example')  // true
 * @example fitsIssuer('https://{tenant}.id.example', 'https://evil.example?.id.example') // false
 */
export function fitsIssuer(template: string, issuer: string): boolean {
  if (!template.includes('{')) return template === issuer;
  const pattern = template.replace(/\{[^}]*\}|[^{]+/g, (part, at: number) => {
    if (!part.startsWith('{')) return escaped(part);
    return isInHost(template.slice(0, at)) ? LABEL : SEGMENT;
  });
  return new RegExp(`^${pattern}$`).test(issuer);
}
