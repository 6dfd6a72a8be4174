// Flags of node for a process that lives for seconds: in that time it does not pay to compile WebAssembly well.

export const SHORT_LIVED: readonly string[] = ['--wasm-tiering-budget=1000000000'];
