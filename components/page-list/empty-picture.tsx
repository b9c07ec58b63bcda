/** Lines of text; with marks, as the page would have them after permission. Decorative. */
export function EmptyPicture({ marked }: { readonly marked: boolean }) {
  return (
    <svg class="empty-picture" viewBox="0 0 306 46" aria-hidden="true">
      <path d={marked ? 'M0 2h88M148 2h158M0 24h196M258 24h48M0 45h147' : 'M0 2h306M0 24h306M0 45h147'} />
      {marked && (
        <>
          <path data-kind="policy" d="M94 2h47" />
          <path data-kind="technology" d="M201 24h51" />
          <path data-kind="economy" d="M153 45h58" />
        </>
      )}
    </svg>
  );
}
