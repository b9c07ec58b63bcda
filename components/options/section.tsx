import type { ComponentChildren } from 'preact';
import { useLanguage } from '../i18n.tsx';
import type { SectionId } from './model.ts';

/** One section of the options with its address. */
export function Section({
  id,
  lead,
  children,
}: {
  readonly id: SectionId;
  /** A sentence under the heading. */
  readonly lead?: string;
  readonly children: ComponentChildren;
}) {
  const { t } = useLanguage();
  return (
    <section class="box" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {t(`options.${id}`)}
      </h2>
      {lead !== undefined && <p class="box-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** A line with a switch. */
export function SwitchRow({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label class="box-row">
      <span class="box-row-label stacked">
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      <input
        class="switch"
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
