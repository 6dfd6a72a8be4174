// A memory with room for so many: the longest unused goes first.

export class Recent<V> {
  private readonly most: number;
  private readonly kept = new Map<string, V>();

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): V | undefined {
    return this.kept.get(key);
  }

  set(key: string, value: V): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.size > this.most ? this.kept.keys() : [];
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
