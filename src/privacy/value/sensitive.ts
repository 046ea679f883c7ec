import type { ConceptName } from '../concepts.ts';
import { phraseOfStem } from '../lexicon/stems.ts';
import { fold } from '../name/fold.ts';
import type { Detection, Detector } from './detector.ts';

/**
 * Words of values that belong to GDPR articles 9 and 10 whatever the claim is called. Only those that hardly
 * mean anything else.
 */
const WORDS: Readonly<Partial<Record<ConceptName, string>>> = {
  health: `wheelchair hiv diabetic diabetes pregnant asthma epilepsy dementia schizophrenia depression bipolar autism autistic dyslexia
    dyslexic coeliac celiac chemotherapy insulin gluten-free lactose-intolerant disabled schwanger rollstuhl diabetiker zuckerkrank
    schwerbehindert enceinte diabetique handicape embarazada diabetico discapacitado incinta disabile gravida grávida zwanger rolstoel gravid
    rullstol kørestol rullestol raskaana pyoratuoli ciezarna niepelnosprawny paraplegic amputee hepatitis cancer chemo blind deaf visually-impaired hearing-impaired bronchitis pneumonia surgery anemia anaemia
    endometriosis crohn colitis ptsd adhd insomnia covid covid-19 unvaccinated breastfeeding malvoyant malentendant aveugle sourd ciego sordo
    sorda cieco cieca gehörlos schwerhörig sehbehindert doof slechthorend slechtziend døv tunghørt svaksynt kuuro sokea głuchy niewidomy`,
  religion: `halal kosher catholic protestant muslim islam islamic jewish judaism christian christianity hindu hinduism buddhist buddhism
    sikh atheist evangelical orthodox-christian katholisch evangelisch muslimisch jüdisch catholique protestante musulman musulmane juif juive
    catolico católico musulmán judío cattolico musulmano ebreo muçulmano katholiek protestants moslim joods katolsk muslimsk jødisk katolinen
    muslimi katolik muzulmanin lutheran luterilainen methodist presbyterian anglican pentecostal adventist sunni shia baptist mormon quaker agnostic jehovah jehova
    taoist shinto bahai zoroastrian wiccan pagan ortodosso ortodoxo ateo ateu athée ateist ateisti ateista`,
  'sex life': `homosexual heterosexual bisexual lesbian gay transgender pansexual asexual queer homosexuell bisexuell lesbisch homosexuel homosexuelle
    bisexuel lesbienne lesbiana omosessuale bisessuale lesbica homossexual homoseksueel homoseksuel homofil biseksuaali`,
  ethnicity: `hispanic latino latina african-american afro-american afro-caribbean romani kurdish maori inuit aboriginal ashkenazi
    sephardi saamelainen`,
  politics: `social-democrat christian-democrat communist socialist`,
  crime: `felon felony convicted ex-convict vorbestraft burglary manslaughter`,
};

const words: ReadonlyMap<string, ConceptName> = new Map(
  (Object.entries(WORDS) as [ConceptName, string][]).flatMap(([concept, list]) =>
    list.split(/\s+/).map((word): [string, ConceptName] => [fold(word), concept]),
  ),
);
/** What needs more than a word to be recognised, or is no word. */
const FORMS: readonly (readonly [ConceptName, RegExp])[] = [
  // Code systems of medicine: what they name is somebody's condition.
  [
    'health',
    /\b(?:icd-?(?:9|10|11)(?:-?cm)?|snomed(?:[ -]?ct)?|loinc|dsm-?(?:iv|5))\b|hl7\.org\/fhir\/sid\/icd|snomed\.info\/sct/i,
  ],
  // What airlines write of their passengers: IATA special service and special meal codes.
  ['health', /^(?:WCH[RSC]|WC(?:BD|BW|MP|OB|LB)|BLND|DEAF|DPNA|MEDA|STCR|OXYG|DBML|GFML|NLML)$/],
  ['religion', /^(?:KSML|MOML|HNML|AVML|VJML)$/],
  ['politics', /\bparty member\b|\bmember of (?:the )?[\p{L}' -]{2,40} party\b/iu],
  ['ethnicity', /\b(?:african|native|mexican|asian)[- ]american\b|\bpacific islander\b|\bfirst nations\b/i],
];
/** What is spoken of, and nobody's: `topic: religion`, `ward: cardiology`, and the state of a switch. */
const NOBODYS =
  /^(?:disabled|religions?|politics|sexuality|ethnicit(?:y|ies)|genetics|biometrics?|disabilit(?:y|ies)|allerg(?:y|ies)|\p{L}+(?:ology|iatry|ologie|iatrie|ologia|ología|ologi))$/iu;
/** Programs write these, and people hardly. */
const CODE = /[:/@{}=]/;
const MAX_TEXT = 400;

/** Short texts that speak of health, belief, sex life or crime. */
export const sensitive: Detector = (text, context): Detection | undefined => {
  if (text.length > MAX_TEXT || text.length < 3 || context.vetoed || NOBODYS.test(text)) return undefined;
  const concept =
    FORMS.find(([, form]) => form.test(text))?.[0] ?? (CODE.test(text) ? undefined : spokenOf(text));
  return concept && { concept, confidence: 0.75, because: `the value speaks of ${concept}` };
};

function spokenOf(text: string): ConceptName | undefined {
  for (const word of fold(text).split(/[^\p{L}-]+/u)) {
    const concept = words.get(word) ?? phraseOfStem(word)?.concept;
    if (concept !== undefined) return concept;
  }
  return undefined;
}
