#!/usr/bin/env node
import module, { createRequire } from 'node:module';

module.enableCompileCache?.();
const { run } = createRequire(import.meta.url)('../dist/cli.cjs');
run();
