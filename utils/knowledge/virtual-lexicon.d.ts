/** Modules that scripts/lexicon-plugin.ts builds. */
declare module 'virtual:lexicon' {
  const lexicon: import('../terms/types.ts').Lexicon;
  export default lexicon;
}

declare module 'virtual:figure-cues' {
  const cues: readonly import('./figure-cues.ts').FigureCue[];
  export default cues;
}

declare module 'virtual:script-pairs' {
  const pairs: string;
  export default pairs;
}
