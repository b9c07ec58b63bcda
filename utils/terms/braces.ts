/** `{a,b}c{d,e}` is acd, ace, bcd, bce. */
export function expandBraces(pattern: string): readonly string[] {
  const group = /\{([^{}]*)\}/u.exec(pattern);
  if (!group) return [pattern];
  const [braces, alternatives = ''] = group;
  return alternatives
    .split(',')
    .flatMap((alternative) => expandBraces(pattern.replace(braces, () => alternative)));
}
