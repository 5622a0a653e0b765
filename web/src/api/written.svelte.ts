// The last entry written from this window: reads that follow wait until it is in what they answer.

class Written {
  last = $state<string | null>(null);

  /** To be told after every write, with the ids of its entries. */
  tell(entries: readonly string[]): void {
    this.last = entries.at(-1) ?? this.last;
  }
}

export const written = new Written();
