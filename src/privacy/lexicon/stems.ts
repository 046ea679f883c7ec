import type { ConceptName } from '../concepts.ts';
import type { Phrase } from './lexicon.ts';

/**
 * How words of GDPR articles 9 and 10 begin, in the twelve languages: inflection and compounds make more words of
 * them than a lexicon can list (`allergi`, `allergisch`, `allergioireet`, `Allergiepass`). Only beginnings that
 * hardly any other word has: `polit` is in French and Italian policies too.
 */
const STEMS: Readonly<Partial<Record<ConceptName, string>>> = {
  health: `adhd ailment alcoholi alerg allerg alzheim amputat anaphyl anorex antenatal anxiety arbeidsongeschik
    arbeitsunfah arbetsofor arthrit artroz arzneimittel arztbericht asthma astma attestmedical autis
    behandlungsplan behinder bipolar blodgrupp blodtryk blodtyp bloeddruk bloedgroep bloodgroup bloodpress
    bloodtyp blutdruck blutgrup blutwert blutzuck breastfe bulimi cancerdiag cardiol cardiovasc celiac chemother
    chirurg cholester chorob chronicill ciaz cirug cirurg coeliac comorbid contracep covid cukrzyc dement
    depressiv dermatol diabet diagnose diagnosi diagnosticat diagnoz disabili discapac doenca doente dysleksi
    dyslex eczema embaraz enferm epilep erfelijk erkrank fibromyal funksjonshem funksjonsned funktionshin
    funktionsned funktionsvar geburtshilf gesundheit ginecol glucos gluten gravidanz gravidez graviditet
    grossess gynaec gynec gynekol haemo halsostat halsotill halsouppgif handicap handikap helbred helsedat
    helseoppl helsetil hematol hemofil hepatit herpes hoitosuun hospitalis hospitaliz hyperactiv hypertens
    hypertoni immunisi immuniza immunodef impfpass impfung incontinen infertil inhalator insulin intoleranc
    invalidez inwalid krankenakt krankengesch krankenst krankheit krankmeld kuntoutus laakari
    laakehoit laakity laakkeet lactos lakemed laktos leczen legemid lekarsk leucem leukaem leukem lichaamsgew
    lihavuus lungenkr maladi malaria malatt medicaci medicaco medicam medicatie medication medikam medisin
    medycz menopaus menstru mentalhealth mielenterv migraen migrain migrane miscarriag multimorbid neurodiv neurolog niepelnospr
    nierenerkr obesi obstet oncolog onkolog ospedalizz osteoarth osteopor overweight pacemaker pacient palliat
    parkinson pasientj patientakt patientjour paziente perinatal pflegebed pflegegrad pflegestuf pharmacother
    postnatal potila pregnan prenatal prescrib prosthes prosthet psichiat psichol psoria psychiat
    psychol psychother psykiat psykisk psykolog pulmon rachitis radiother raskau rehabilit reumat rheumat rokot
    rollestol rollstuhl rullstol sairaal sairas sairau schizo schorzen schwanger schwerbehind seizures shizof
    sjukdom sjukfran sjukhist sjukjour sjukskr sklerose sklerosi sobriety spirometr sundhedsdat sundhedsopl
    sygdom sygefrav sygehist sygemeld sykdom sykefrav sykehist sykemeld sykmeld symptom szczep terapeut terapi
    terveydent terveyshist terveyst therap transplantat tuberculo tuberkul tumor tumour ulcerat
    unfallverl urolog vaccin vacuna vakcin vaksin vammai vammaut verpleegk wheelchair ziekte zoeliak zuckerkrank
    zwanger`,
  biometrics: `ansigtsgen ansiktsgjen ansiktsigen biometr dactilar dattiloscop faceembed faceprint facetempl fingerabdr
    fingeraftr fingeravtr gesichtserk gezichtsherk irisscan kasvontunn palmprint retinal sormenjal vingerafdr
    voiceprint`,
  genetics: `arftlig arvelig dnaprofil dnatest erbgut erbkrank geneetti genetic genetiqu genetycz genomic genotyp
    hereditar perinnoll`,
  religion: `atheis baptem baptis bautis buddhis catholic chretien evangelical evangelisch geloofs glaubens
    hindui islam jehov jewish judais katholi katoli katolsk kirchen kirkollis konfession kyrkotill livsaskad
    livssyn luteran luterilai lutheran mormon moskee mosque muslim musulm muzulm orthodoxchr parafia
    protestantis religi sikhi synagog troslar trosretn trossamf trosupp uskonn uskonto wyznan`,
  politics: `parteimit parteizug partijlid partijvoork partimed partipolitisk partisymp partitill poliittin politiek
    politisch politisk polityczn puoluej puoluek stemgedr stemvoork vaalikayt wahlverh`,
  'union membership': `ammattijarj ammattiliit ammattiyhd betriebsratsmit fackforb fackforen facklig fackmed fagforb fagforen
    gewerkschaft laborunion labourunion sindacal sindacat sindical sindicat syndical syndique tradeunion unionis
    unioniz vakbond vakvereniging zwiazkow`,
  ethnicity: `aborigin afroamer autochton ethni etnia etnic etnie etnin etnis hautfarb hispanic hudfarg hudfarv huidskleur
    ihonvar indigen migrationshint racial rassisch rotutaus skincolo volkszugeh`,
  'sex life': `biseks bisex geschlechtspart heteroseks heterosex homoseks homosess homosex lesbi lgbt seksual seksuel
    sessual sexual sexuel sukupuolielam transgend transseks transsex`,
  crime: `arrestwar belastningsreg brottsh brottsl brottsr casellarioj condamnation condanna criminal crimineel
    criminel criminosa domfell felonies felony imprison incarcer karalnos kriminal kriminel lagovertrad
    misdemean niekaraln offender przestep recidiv reoffend rikolli rikosh rikosr rikostaus skazan strafakt
    strafbaar strafblad straffedom strafferegis strafrecht strafregist straftat strafverf vandelsattest
    veroordel verurteil vorbestraf vorstraf`,
};

const SHORTEST = 3;

const stems: ReadonlyMap<string, Phrase> = new Map(
  (Object.entries(STEMS) as [ConceptName, string][]).flatMap(([concept, list]) => {
    const phrase: Phrase = { concept, language: 'a root of several languages', strict: false };
    return list.split(/\s+/).map((stem): [string, Phrase] => [stem, phrase]);
  }),
);
const longest = Math.max(...[...stems.keys()].map(({ length }) => length));

/**
 * What the beginning of a word stands for, the longest one that is known.
 *
 * @example phraseOfStem('allergioireet')?.concept // 'health'
 */
export function phraseOfStem(word: string): Phrase | undefined {
  for (let length = Math.min(longest, word.length); length >= SHORTEST; length -= 1) {
    const phrase = stems.get(word.slice(0, length));
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}
