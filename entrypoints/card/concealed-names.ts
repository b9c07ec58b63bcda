/**
 * The names of a sheet's custom properties as no page can know them. Two things of a page reach into a closed shadow
 * tree: its rules for the host win over those of `:host`, custom properties included, and a property that it registers
 * has the syntax and the first value that it wants in the whole document. Both need the name.
 */
export interface ConcealedNames {
  /** The sheet with its names exchanged. */
  readonly css: string;
  /** The name that stands for `--name`. */
  nameOf(name: string): string;
}

export function concealNames(css: string): ConcealedNames {
  const secret = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
  const prefix = `--a${secret}-`;
  return {
    css: css.replace(/--(?=[a-z])/g, prefix),
    nameOf: (name) => name.replace(/^--/, prefix),
  };
}
