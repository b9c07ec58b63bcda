import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { foldForm } from '../../utils/glossary/clean.ts';
import { freeId } from '../../utils/glossary/collect.ts';
import { splitForms } from '../../utils/glossary/csv.ts';
import { EMPTY_ENTRY, readEntry } from '../../utils/glossary/entry.ts';
import type { Field } from '../../utils/glossary/report.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import type { Category } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { CategorySelect } from './category-select.tsx';

type TextField = Exclude<Field, 'id' | 'row' | 'category'>;
const SHORT: readonly TextField[] = ['term', 'aliases', 'english'];
const LONG: readonly TextField[] = ['definition', 'definitionEn', 'note'];

interface Problem {
  readonly field: Field;
  readonly text: string;
}

/** An entry to be written or changed. What cannot be stored is said beside its field, when the reader saves. */
export function EntryForm({
  entry,
  term,
  others,
  onSave,
  onCancel,
}: {
  /** The entry that is changed; undefined for a new one. */
  readonly entry: OwnTerm | undefined;
  /** The term that a new entry begins with. */
  readonly term: string;
  /** All other entries: no two have the same headword. */
  readonly others: readonly OwnTerm[];
  readonly onSave: (term: OwnTerm) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useLanguage();
  const [texts, setTexts] = useState<Readonly<Record<TextField, string>>>({
    term: entry?.forms[0] ?? term,
    aliases: entry?.forms.slice(1).join('；') ?? '',
    definition: entry?.definition ?? '',
    definitionEn: entry?.definitionEn ?? '',
    english: entry?.english ?? '',
    note: entry?.note ?? '',
  });
  const [category, setCategory] = useState<Category>(entry?.category ?? 'policy');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);

  const save = (): void => {
    const { term: headword, aliases, ...rest } = texts;
    const forms = [headword, ...splitForms(aliases)];
    const reading = readEntry({ ...EMPTY_ENTRY, ...rest, id: entry?.id ?? '', forms, category }, category);
    if (!reading.ok) {
      setProblems(
        reading.problems.map(({ field, reason, value }) => ({
          field,
          text: `${t(`glossary.reason.${reason}`, { value, field: t(`glossary.field.${field}`) })} — ${t(`glossary.remedy.${reason}`)}`,
        })),
      );
      return;
    }
    const title = reading.term.forms[0] ?? '';
    if (others.some(({ forms: [other = ''] }) => foldForm(other) === foldForm(title))) {
      setProblems([{ field: 'term', text: t('glossary.form.exists', { title }) }]);
      return;
    }
    const taken = new Set(others.map(({ id }) => id));
    onSave({ ...reading.term, id: freeId(reading.term.id, taken) });
  };

  const fieldOf = (field: TextField) => (
    <TextInput
      key={field}
      field={field}
      value={texts[field]}
      wrong={problems.some((problem) => problem.field === field)}
      onInput={(value) => setTexts({ ...texts, [field]: value })}
    />
  );
  return (
    <form
      ref={form}
      class="entry-form"
      aria-label={t(entry ? 'glossary.form.edit' : 'glossary.form.new')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <h3>{t(entry ? 'glossary.form.edit' : 'glossary.form.new')}</h3>
      {SHORT.map(fieldOf)}
      <div class="form-field">
        <CategorySelect label={t('glossary.field.category')} value={category} onChange={setCategory} />
      </div>
      {LONG.map(fieldOf)}
      {problems.length > 0 && (
        <ul class="form-problems" role="alert">
          {problems.map(({ field, text }) => (
            <li key={`${field} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <div class="form-foot">
        <button type="submit" class="button primary">
          {t('glossary.form.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('glossary.form.cancel')}
        </button>
      </div>
    </form>
  );
}

function TextInput({
  field,
  value,
  wrong,
  onInput,
}: {
  readonly field: TextField;
  readonly value: string;
  readonly wrong: boolean;
  readonly onInput: (value: string) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const isLong = LONG.includes(field);
  const lang = field === 'english' || field === 'definitionEn' ? 'en' : undefined;
  return (
    <div class="form-field" data-wide={isLong || undefined}>
      <label for={id}>
        {t(`glossary.field.${field}`)}
        {field === 'aliases' && <small>{t('glossary.field.aliases.hint')}</small>}
      </label>
      {isLong ? (
        <textarea
          id={id}
          rows={3}
          value={value}
          lang={lang}
          aria-invalid={wrong}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          id={id}
          type="text"
          value={value}
          lang={lang}
          required={field === 'term'}
          aria-invalid={wrong}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
