import { execFileSync } from 'node:child_process';
import { tellMissing } from './tool.ts';

/** Tests run on the sources: what is generated from contracts/ and src/rules must be fresh. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' });
  tellMissing();
}
