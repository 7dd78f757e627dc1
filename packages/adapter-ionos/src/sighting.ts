/** What one look at a handle's object showed, and when, by the cloud's own clock where the cloud told. */
export type Sighting =
  /** Its word for how far it is, a request's status or a resource's state, and what it says about it. */
  | {
      readonly found: true;
      readonly at?: number | undefined;
      readonly word: string;
      readonly message?: string | undefined;
    }
  /** That it was not there. */
  | { readonly found: false; readonly at: number | undefined };
