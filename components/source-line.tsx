import { languageOfText } from './text-language.ts';

/** A source: its title, linked where it has a page, then what else is to be said of it, empty details left out. */
export function SourceLine({
  title,
  url,
  details,
  separator,
}: {
  readonly title: string;
  readonly url: string | null;
  readonly details: readonly string[];
  /** Stands before each detail. */
  readonly separator: string;
}) {
  return (
    <>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" lang={languageOfText(title)}>
          {title}
        </a>
      ) : (
        <span lang={languageOfText(title)}>{title}</span>
      )}
      {details
        .filter((detail) => detail !== '')
        .map((detail) => (
          <>
            {separator}
            <span lang={languageOfText(detail)}>{detail}</span>
          </>
        ))}
    </>
  );
}
