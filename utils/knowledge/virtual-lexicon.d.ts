/** Modules that scripts/lexicon-plugin.ts builds. */
declare module 'virtual:lexicon' {
  /** The built-in lexicon, read once. */
  const builtInLexicon: () => import('../terms/types.ts').Lexicon;
  export default builtInLexicon;
}

declare module 'virtual:figure-cues' {
  const cues: readonly import('./figure-cues.ts').FigureCue[];
  export default cues;
}

declare module 'virtual:script-pairs' {
  const pairs: string;
  export default pairs;
}
