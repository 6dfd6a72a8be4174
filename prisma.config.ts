import { defineConfig } from 'prisma/config';

// Generating the client needs no schema engine, yet Prisma looks for one and would download it.
// Any executable satisfies the look-up; migrations run on the engine's WebAssembly build instead.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
