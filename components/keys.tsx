/** A key combination as browsers write it: `Alt+Shift+R`, or `⌥R` on a Mac. */
export function Keys({ combination }: { readonly combination: string }) {
  return (
    <span class="keys">
      {combination.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
