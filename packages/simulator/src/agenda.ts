/** Somebody to be woken at a time. */
export interface Entry {
  readonly at: number;
  readonly wake: () => void;
}

/** Who is to be woken, in the order of the times; entries of the same time in the order in which they were added. */
export interface Agenda {
  add(at: number, wake: () => void): Entry;
  remove(entry: Entry): void;
  first(): Entry | undefined;
}

export function createAgenda(): Agenda {
  const entries: Entry[] = [];
  return {
    add(at, wake) {
      const entry = { at, wake };
      // From the end, since most are added late in time.
      let place = entries.length;
      while (place > 0 && (entries[place - 1]?.at ?? at) > at) place--;
      entries.splice(place, 0, entry);
      return entry;
    },
    remove(entry) {
      const place = entries.indexOf(entry);
      if (place >= 0) entries.splice(place, 1);
    },
    first: () => entries[0],
  };
}
