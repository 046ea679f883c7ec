import type { Detector } from './detector.ts';

/** Keys that say what they are, as their issuers document them for secret scanning. */
const KNOWN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['an AWS access key', /(?:^|[^A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/],
  ['a GitHub token', /(?:^|\W)(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/],
  ['a GitLab token', /(?:^|\W)gl(?:pat|dt|rt|ft|soat|cbt)-[\w-]{20,}/],
  ['a Slack token', /(?:^|\W)xox[abeoprs]-[\w-]{10,}/],
  ['a Slack webhook', /^https:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/],
  ['a Stripe key', /(?:^|\W)(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}/],
  ['a Google API key', /(?:^|\W)AIza[\w-]{35}(?![\w-])/],
  ['a Google OAuth secret', /(?:^|\W)GOCSPX-[\w-]{28}/],
  ['an npm token', /(?:^|\W)npm_[A-Za-z0-9]{36}/],
  ['a PyPI token', /(?:^|\W)pypi-AgE[\w-]{50,}/],
  ['a SendGrid key', /(?:^|\W)SG\.[\w-]{16,}\.[\w-]{16,}/],
  ['a Twilio key', /^SK[0-9a-f]{32}$/],
  ['a Hugging Face token', /(?:^|\W)hf_[A-Za-z]{34}/],
  ['an OpenAI or Anthropic key', /(?:^|\W)sk-(?:proj-|ant-|svcacct-)?[\w-]{20,}/],
  ['a DigitalOcean token', /(?:^|\W)do[opr]_v1_[0-9a-f]{64}/],
  ['an Azure storage key', /AccountKey=[A-Za-z0-9+/]{60,}={0,2}/],
  ['credentials in a URL', /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]{1,64}:[^\s/@]{1,128}@/i],
  ['a bearer token', /^Bearer\s+[\w.~+/-]{16,}=*$/i],
  ['a cookie of a session', /(?:^|[;:]\s*)[\w-]{0,64}(?:sess|sid|auth|token)[\w-]{0,64}=[\w%.~+/-]{8,}/i],
  ['a password hash', /^\$(?:2[aby]|argon2(?:id|i|d)|5|6|scrypt|pbkdf2[\w-]*)\$[^\s]{20,}$/],
  ['a signed token', /^ey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/],
  ['an encrypted token', /^ey[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){4}$/],
];

/** Secrets and keys. */
export const secret: Detector = (text) => {
  if (text.length < 16) return undefined;
  const found = KNOWN.find(([, pattern]) => pattern.test(text));
  return found === undefined
    ? undefined
    : { concept: 'secret', confidence: 0.95, because: `the value is ${found[0]}` };
};
