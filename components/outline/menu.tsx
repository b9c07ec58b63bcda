import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';

/** A button that opens a few further buttons below it; closed by a choice, by Esc and by a click elsewhere. */
export function Menu({
  icon,
  label,
  children,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (): void => {
      if (menu.current) menu.current.open = false;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    const onClick = ({ target }: MouseEvent): void => {
      const summary = menu.current?.querySelector('summary');
      if (target instanceof Node && !summary?.contains(target)) close();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return (
    <details ref={menu} class="menu">
      <summary class="button">
        <Icon name={icon} />
        <span class="menu-label">{label}</span>
      </summary>
      <div class="menu-list">{children}</div>
    </details>
  );
}
