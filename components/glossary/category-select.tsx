import { CATEGORIES, type Category } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';

/** One of the seven categories. */
export function CategorySelect({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Category;
  readonly onChange: (category: Category) => void;
}) {
  const { t } = useLanguage();
  return (
    <label class="select-line">
      {label}
      <select
        class="select"
        value={value}
        onChange={(event) => {
          const chosen = CATEGORIES.find((category) => category === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {t(`common.kind.${category}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
