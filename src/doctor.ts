// What the operator's doctor asks. Whoever knows a thing makes the check; runtime/admin runs and shows it.

export interface Check {
  /** A word or two, such as "Slack token". */
  readonly name: string;
  run(): Promise<Finding>;
}

export interface Finding {
  readonly ok: boolean;
  /** What is well, or what is wrong and how to mend it: for the operator's screen, and without a secret. */
  readonly said: string;
}

export function well(said: string): Finding {
  return { ok: true, said };
}

export function wrong(said: string): Finding {
  return { ok: false, said };
}
