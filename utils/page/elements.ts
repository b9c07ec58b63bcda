import { isOverridden } from './forms.ts';
import { elementAround } from './shadow.ts';

/**
 * What an element means for the text that flows through it.
 * `block` text of its own, `inline` part of the text around it, `break` ends a line (br, hr), `object` something that
 * is not text inside a line, `ignore` nothing at all (ruby readings, scripts), `barrier` a part that is not read.
 */
type Role = 'block' | 'inline' | 'break' | 'object' | 'ignore' | 'barrier';

const ROLES = new Map<string, Role>();
function assign(role: Role, names: string): void {
  for (const name of names.split(' ')) ROLES.set(name, role);
}
assign(
  'inline',
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins mark nobr q ruby rb s slot small span strike strong sub sup time tt u var',
);
// The others are blocks as well; these are many.
assign('block', 'p div li td th tr tbody table ul ol section article h1 h2 h3 h4 h5 h6 blockquote center');
assign('break', 'br hr');
assign(
  'object',
  'img picture video audio canvas svg math iframe object embed applet input select textarea button meter progress output label code kbd samp',
);
// Readings beside the characters, never part of the words; and what a page carries but does not show.
assign(
  'ignore',
  'rt rp rtc wbr script style noscript template datalist link meta title head base param source track area',
);
assign('barrier', 'nav search pre dialog menu noframes frameset listing xmp plaintext textarea');

/** Elements with one of these roles belong to the page's controls, not to what is read. */
const CONTROLS = new Set(
  'navigation search menu menubar toolbar tablist tab button textbox searchbox combobox listbox option slider spinbutton switch checkbox radio form tree status alert log timer dialog alertdialog code'.split(
    ' ',
  ),
);

/** Names of the parts around an article, as sites without a profile give them in class and id. */
const SURROUNDINGS =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menus?|breadcrumbs?|crumbs?|related|relate|recommend(?:ed|ation)?s?|tuijian|share(?:bar|box)?|social|toolbar|sidebar|side|aside|footer|foot|copyright|banner|advert(?:isement)?|ads?|pagination|pager|login|search(?:box|bar)?|tags?|hot(?:list|news)?)(?:$|[-_\s\d])/i;

/** Names of what readers have written: an article only if it has its headline, however many paragraphs there are. */
const COMMENTS =
  /(?:^|[-_\s])(?:comments?(?:list|box)?|pinglun|liuyan|disqus|changyan|sohucs)(?:$|[-_\s\d])/i;

export interface RoleOptions {
  /** Selectors of parts that are not the article. */
  readonly leaveOut: readonly string[];
  /** Whether parts are also left out by what their names say; for pages without a profile. */
  readonly guarded: boolean;
  /** Whether the document is laid out; without (jsdom) only tags and attributes count. */
  readonly layout: boolean;
}

export interface Roles {
  /** @param localName the element's, for callers that know it already: asking again costs as much as the rest. */
  of(element: Element, localName?: string): Role;
  /** Whether a text is shown: it has a box and is visible. Always true without layout. */
  shows(text: Text): boolean;
  /** Remembers that a plain element is laid out as a block, which its tag does not tell. */
  markBlock(element: Element): void;
  /** Styles have changed: what {@link markBlock} has noted has to be found out again. */
  forgetLayout(): void;
}

/**
 * How the elements of a document are read. Tags decide; styles are asked only where an element has attributes that
 * could make a difference, because asking every element costs more than reading the page. What that misses is caught
 * where it matters: by {@link Roles.shows} and {@link Roles.markBlock} once something has been found in the text.
 */
export function createRoles(options: RoleOptions): Roles {
  const leaveOut = options.leaveOut.join(',');
  let laidOutAsBlock = new WeakSet<Element>();
  let blocksNoted = false;

  function of(element: Element, localName = element.localName): Role {
    const role = ROLES.get(localName) ?? roleOfOther(localName);
    if (role === 'ignore' || role === 'barrier' || role === 'break') return role;
    if (localName === 'form' && (isOverridden(element) || !holdsAnArticle(element))) return 'barrier';
    if (blocksNoted && laidOutAsBlock.has(element)) return 'block';
    const guarded = options.guarded ? guard(element, localName, role) : role;
    if (guarded === 'barrier') return guarded;
    // A custom element is inline unless its style says otherwise, so its style is always asked.
    const isCustom = role === 'block' && localName.includes('-');
    if (element.hasAttributes()) {
      // One question instead of one for each: links have many attributes, and none of these.
      const names = element.getAttributeNames();
      if (names.some(isTelling)) return attributed(element, names, guarded, isCustom);
    }
    return isCustom && options.layout ? styled(element, guarded) : guarded;
  }

  function guard(element: Element, localName: string, role: Role): Role {
    if (localName === 'footer' || localName === 'aside') return 'barrier';
    if (localName === 'header') return element.querySelector('h1') ? role : 'barrier';
    return role;
  }

  function attributed(element: Element, names: readonly string[], role: Role, isCustom: boolean): Role {
    const editable = element.getAttribute('contenteditable');
    if (editable !== null && editable !== 'false') return 'barrier';
    const control = element.getAttribute('role');
    if (control !== null && CONTROLS.has(control.trim().toLowerCase())) return 'barrier';
    const named = names.includes('class') || names.includes('id');
    if (named && leaveOut !== '' && element.matches(leaveOut)) return 'barrier';
    if (named && options.guarded && role === 'block' && isSurrounding(element)) return 'barrier';
    if (role === 'object') return role;
    const mayDiffer = named || isCustom || names.includes('style') || names.includes('hidden');
    if (!mayDiffer) return role;
    if (options.layout) return styled(element, role);
    return isHiddenByAttribute(element) ? 'ignore' : role;
  }

  function styled(element: Element, role: Role): Role {
    const { display } = getComputedStyle(element);
    // Not laid out at all, for example in a frame that is not shown: only the tag can tell.
    if (display === '') return role;
    // A hidden part of a line is not there; a hidden paragraph is read, and painted once it is shown.
    if (display === 'none') return role === 'block' ? 'block' : 'ignore';
    if (display === 'ruby-text') return 'ignore';
    return display === 'contents' || display.startsWith('inline') || display.startsWith('ruby')
      ? 'inline'
      : 'block';
  }

  return {
    of,
    shows: (text) => !options.layout || isShown(text),
    markBlock(element) {
      laidOutAsBlock.add(element);
      blocksNoted = true;
    },
    forgetLayout() {
      laidOutAsBlock = new WeakSet();
      blocksNoted = false;
    },
  };
}

function roleOfOther(localName: string): Role {
  // Not a string where a field of that name overrides it: only in a form.
  if (typeof localName !== 'string') return 'barrier';
  // Text from a word processor is full of elements that no browser knows (`<o:p>`): they are laid out inline.
  return localName.includes(':') ? 'inline' : 'block';
}

/** Attributes that can say what an element is. */
const TELLING = new Set(['contenteditable', 'role', 'class', 'id', 'style', 'hidden']);

function isTelling(attribute: string): boolean {
  return TELLING.has(attribute);
}

function isShown(text: Text): boolean {
  let child: Text | Element = text;
  let element = elementAround(text);
  while (element) {
    if (child.assignedSlot) element = child.assignedSlot;
    else if (!showsChild(element, child)) return false;
    if (element.checkVisibility({ visibilityProperty: true })) return true;
    // `display: contents` has no box of its own although its text is shown.
    const { display, visibility } = getComputedStyle(element);
    if (display !== 'contents' || visibility !== 'visible') return false;
    child = element;
    element = elementAround(element);
  }
  return true;
}

/** Whether an element that is shown shows what stands in it without any slot: no element has a box that says so. */
function showsChild(element: Element, child: Text | Element): boolean {
  if (child.parentNode === element) {
    if (element.localName === 'details') return (element as HTMLDetailsElement).open;
    // Instead of its own content a slot shows what it has been given.
    if (element.localName === 'slot') return (element as HTMLSlotElement).assignedNodes().length === 0;
    if (element.shadowRoot) return false;
  }
  return !element.hasAttributes() || getComputedStyle(element).contentVisibility !== 'hidden';
}

function isHiddenByAttribute(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
  );
}

function isSurrounding(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (COMMENTS.test(names)) return element.querySelector('h1') === null;
  return SURROUNDINGS.test(names) && !holdsAnArticle(element);
}

/** Some older sites wrap the whole page in one form. */
function holdsAnArticle(element: Element): boolean {
  return element.querySelector('h1, article, p + p + p') !== null;
}

/** Headings by tag, for the sections of an article. */
export function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName);
}
