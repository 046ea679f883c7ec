import type { Detector } from './detector.ts';

/** Pages of one person on the large networks; pages of companies have other paths. */
const PROFILES =
  /^(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.|m\.)?(?:linkedin\.com\/(?:in|pub)\/|facebook\.com\/(?:profile\.php\?id=|people\/|[a-z0-9.]{5,50}\/?$)|(?:twitter|x)\.com\/(?!home|search|hashtag|i\/)@?\w{1,15}\/?$|instagram\.com\/(?!p\/|explore)[\w.]{1,30}\/?$|github\.com\/(?!orgs\/|apps\/|features)[a-z0-9-]{1,39}\/?$|gitlab\.com\/(?!groups\/)[\w.-]{2,60}\/?$|tiktok\.com\/@|xing\.com\/profile\/|orcid\.org\/\d{4}-|t\.me\/\w{4,}|youtube\.com\/@|medium\.com\/@|stackoverflow\.com\/users\/|keybase\.io\/\w|about\.me\/\w|snapchat\.com\/add\/|pinterest\.[a-z.]{2,6}\/\w+\/?$|researchgate\.net\/profile\/|mastodon\.[a-z]+\/@|bsky\.app\/profile\/|vk\.com\/id)/i;
const PICTURES =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:gravatar\.com\/avatar\/|googleusercontent\.com\/a[/-]|avatars\.githubusercontent\.com\/|twimg\.com\/profile_images\/|fbsbx\.com\/platform\/profilepic|graph\.facebook\.com\/\d+\/picture|licdn\.com\/(?:dms\/image|mpr)|graph\.microsoft\.com\/.*\/photo|(?:[^/]+\/)+(?:avatars?|profile[-_]?(?:pictures?|photos?|images?)|user[-_]?photos?|people|portraits?|headshots?)\/[^/]+\.(?:jpe?g|png|gif|webp|avif|heic)(?:\?|$))/i;
const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

/** Pages and pictures of persons on the web, and pictures in the value itself. */
export const web: Detector = (text, context) => {
  if (/^data:image\//i.test(text) || /^(?:\/9j\/4AAQ|iVBORw0KGgo)/.test(text)) {
    return context.vetoed
      ? undefined
      : { concept: 'photo', confidence: 0.85, because: 'the value is a picture' };
  }
  if (ORCID.test(text) && isOrcid(text))
    return { concept: 'person id', confidence: 0.95, because: 'the value is an ORCID' };
  if (!/^(?:https?:\/\/|[a-z.]+\/)/i.test(text) || text.length > 500) return undefined;
  const because = (what: string): string => `the value is the address of a person's ${what}`;
  if (PICTURES.test(text)) return { concept: 'photo', confidence: 0.92, because: because('picture') };
  const page = PROFILES.test(text) && !context.vetoed;
  return page ? { concept: 'web page', confidence: 0.9, because: because('profile') } : undefined;
};

/** ISO/IEC 7064 MOD 11-2. */
function isOrcid(text: string): boolean {
  const digits = text.replaceAll('-', '');
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits[15] === (check === 10 ? 'X' : String(check));
}
