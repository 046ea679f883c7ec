import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'claim/name-style-mixed',
  inspects: 'mapper',
  severity: 'info',
  axis: 'design',
  summary: 'Claims are written in different styles.',
  source: 'OpenID Connect Core 1.0 section 5.1 (advice)',
  ownFormatOnly: true,
  profiles: { relaxed: 'off' },
  *check({ mapper }) {
    const own = [...mapper.claims.values()].filter(
      (claim) => !claim.registered && !claim.deprecated && claim.path.length === 1,
    );
    const camel = own.filter(({ path }) => /^[a-z]+[A-Z][A-Za-z0-9]*$/.test(path[0] ?? ''));
    const snake = own.filter(({ path }) => /^[a-z0-9]+_[a-z0-9_]+$/.test(path[0] ?? ''));
    if (camel.length === 0 || snake.length === 0) return;
    // The specifications write snake_case, so it wins when there are as many of each.
    const rare = camel.length <= snake.length ? camel : snake;
    const usual = (rare === camel ? snake : camel)[0]?.path[0] ?? '';
    for (const claim of rare) {
      yield { at: claim.at, args: { claim: showPath(claim.path), usual }, coordinates: { claim: claim.id } };
    }
  },
  message: ({ claim, usual }) => `who knows "${usual}" misspells "${claim}": claims here have two styles`,
  help: 'Name the next claim like the others; renaming this one breaks its readers.',
});
