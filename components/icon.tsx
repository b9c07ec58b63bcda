/** Outlines on a grid of 16 × 16; drawn by the text colour. */
const PATHS = {
  back: 'M13 8H3M7 4 3 8l4 4',
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  chevronDown: 'M3.5 6 8 10.5 12.5 6',
  chevronUp: 'M3.5 10 8 5.5 12.5 10',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  export: 'M8 10V2.5M5 5l3-3 3 3M3 9.5v4h10v-4',
  forward: 'M3 8h10M9 4l4 4-4 4',
  hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4z M3 13 13 3',
  import: 'M8 2.5V10M5 7.5l3 3 3-3M3 9.5v4h10v-4',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z M8 7.3v3.5M8 5.1v.1',
  link: 'M6.5 9.5 9.5 6.5M7 5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.8 2.8 0 0 1-4-4L5 7',
  lock: 'M4.5 7h7v6h-7z M6 7V5a2 2 0 0 1 4 0v2',
  outline: 'M3 3.5h10M6 8h7M6 12.5h7M3 8h.01M3 12.5h.01',
  panel: 'M2.5 3h11v10h-11z M9.5 3v10',
  pin: 'M9.5 2.5 13.5 6.5 11 7.6 8.6 10 8 12.5 3.5 8 6 7.4 8.4 5z M5.7 10.3 2.5 13.5',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 6V2.5h7V6 M4.5 11.5h-2v-5h11v5h-2 M4.5 9.5h7v4h-7z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z M10.3 10.3 13.5 13.5',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3',
  warning: 'M8 2.5 14 13H2z M8 6.5v3M8 11.2v.1',
} as const;
export type IconName = keyof typeof PATHS;

/** A decorative icon: whatever it says, words beside it or the control's name say as well. */
export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" data-filled={filled || undefined}>
      <path d={PATHS[name]} />
    </svg>
  );
}
