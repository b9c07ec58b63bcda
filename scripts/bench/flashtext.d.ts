/** The package has no types of its own; only what the benchmark calls. */
declare module 'flashtext.js' {
  class KeywordProcessor {
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
  export default KeywordProcessor;
}
