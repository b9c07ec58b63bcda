/**
 * Most words of a long list have two characters and share one of them with many others, so they ship by what they
 * share: `<体系验育` is 体系, 体验 and 体育; `>大扩放` is 扩大 and 放大. Other words stand for themselves.
 */
const SAME_HEAD = '<';
const SAME_TAIL = '>';

/** The words in groups, largest group first; not in their order. For the build: it is not fast. */
export function groupWords(words: readonly string[]): readonly string[] {
  const left = new Set(words.filter((word) => word.length === 2));
  const groups: string[] = [];
  for (;;) {
    const byKey = new Map<string, string>();
    for (const word of left) {
      for (const [key, other] of [
        [SAME_HEAD + word.charAt(0), word.charAt(1)],
        [SAME_TAIL + word.charAt(1), word.charAt(0)],
      ] as const)
        byKey.set(key, (byKey.get(key) ?? key) + other);
    }
    const group = [...byKey.values()].reduce((best, each) => (each.length > best.length ? each : best), '');
    // Marker, shared character and two others: less is no gain.
    if (group.length < 4) return [...groups, ...words.filter((word) => word.length !== 2 || left.has(word))];
    groups.push(group);
    for (const word of wordsOf(group)) left.delete(word);
  }
}

/** The words of what {@link groupWords} has made. */
export function wordsOf(group: string): readonly string[] {
  const isHead = group.startsWith(SAME_HEAD);
  if (!isHead && !group.startsWith(SAME_TAIL)) return [group];
  const key = group.charAt(1);
  return group
    .slice(2)
    .split('')
    .map((other) => (isHead ? key + other : other + key));
}
