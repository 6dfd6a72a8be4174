// For node --import: notes the packages that the program loads, in the file that LOADED names, when the program ends.

import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const packages = new Set();

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(found.url) ?? [];
    if (name) packages.add(name);
    return found;
  },
});

process.on('exit', () => writeFileSync(process.env['LOADED'], [...packages].join('\n')));
