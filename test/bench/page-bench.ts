import AdvancedMark from 'advanced-mark.js';
import Mark from 'mark.js';
import type { TermAnnotation } from '../../utils/annotation.ts';
import { blocksIn } from '../../utils/page/collect.ts';
import { createRoles } from '../../utils/page/elements.ts';
import { makeMarks, newEntry } from '../../utils/page/marks.ts';
import { createReader } from '../../utils/page/reader.ts';
import type { Reader } from '../../utils/page/reader-types.ts';
import { createTermScanner } from '../../utils/terms/scanner.ts';
import { lexiconOf } from '../support/lexicon.ts';

/** Runs in the page of the benchmark. Times in milliseconds. */
let terms: string[] = [];
/** The recogniser of the extension, without the figures: the budget is one of terms. */
let scan: (text: string) => TermAnnotation[] = () => [];
let survey: (text: string) => readonly string[] = () => [];
let reader: Reader | undefined;

const CHARACTERS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';

/** Makes `count` different terms of two to six characters, the same at every call. */
export function prepareTerms(count: number): void {
  const found = new Set<string>(['人工智能', '大模型', '智能体', '算力', '数据集']);
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 48_271) % 2_147_483_647) >>> 0;
    return state % below;
  };
  while (found.size < count) {
    let term = '';
    for (let length = 2 + random(5); length > 0; length--)
      term += CHARACTERS[random(CHARACTERS.length)] ?? '';
    found.add(term);
  }
  terms = [...found];
  const scanner = createTermScanner(lexiconOf(terms));
  survey = scanner.survey;
  scan = (text) => {
    const found: TermAnnotation[] = [];
    scanner.find(text, (start, end, term) => {
      found.push({ kind: 'term', start, end, text: text.slice(start, end), term });
    });
    return found;
  };
}

/** Fills the article: paragraphs of several text nodes, every third node with a term in it. */
export function buildPage(textNodes: number, bytes: number): { textNodes: number; characters: number } {
  const article = document.querySelector('#ozoom') as HTMLElement;
  article.replaceChildren();
  const length = Math.round(bytes / 3 / textNodes);
  let state = 11;
  const random = (below: number): number => {
    state = (Math.imul(state, 48_271) % 2_147_483_647) >>> 0;
    return state % below;
  };
  const piece = (index: number): string => {
    let text = index % 3 === 0 ? (terms[random(terms.length)] ?? '') : '';
    while (text.length < length) text += CHARACTERS[random(CHARACTERS.length)] ?? '';
    return text.slice(0, length);
  };
  for (let made = 0; made < textNodes; ) {
    const paragraph = document.createElement('p');
    for (let part = 0; part < 5 && made < textNodes; part++, made++) {
      const text = piece(made);
      if (part % 2 === 0) paragraph.append(text);
      else {
        const inline = document.createElement(part === 1 ? 'strong' : 'a');
        if (part === 3) inline.setAttribute('href', '#');
        inline.append(text);
        paragraph.append(inline);
      }
    }
    article.append(paragraph);
  }
  document.body.getBoundingClientRect();
  return { textNodes, characters: article.textContent?.length ?? 0 };
}

/** The reference: a walk over the text nodes that touches every character. */
export function walk(): number {
  const began = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let index = 0; index < data.length; index++) sum = (sum + data.charCodeAt(index)) | 0;
  }
  const time = performance.now() - began;
  if (sum === 1) throw new Error('Never: keeps the sum from being optimised away.');
  return time;
}

interface Ears {
  onPoint?(): void;
  onSlice?(duration: number): void;
}

function newReader(ears: Ears = {}): Reader {
  reader?.stop();
  reader = createReader(document, {
    annotate: (text) => scan(text),
    survey,
    kindOf: () => 'technology',
    hearsForged: true,
    onFailure: reportError,
    ...ears,
    settings: { kindsOff: [], hiddenTerms: [], density: 'all', style: 'subtle', print: false },
  });
  return reader;
}

/**
 * The whole page, until everything is painted: time of the script, without the frames that others draw in its pauses, and
 * how many marks. What the page has changed before is laid out and drawn first.
 */
export async function readPage(): Promise<{ script: number; marks: number }> {
  await drawn();
  let script = 0;
  const fresh = newReader({ onSlice: (duration) => (script += duration) });
  fresh.start();
  await fresh.settled();
  return { script, marks: fresh.annotations().length };
}

/** Resolves after a frame has been drawn. */
async function drawn(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * What the first marks cost: the script until they are in the registry, and the work of the frame that shows them.
 * The time between, in which the browser waits for the screen, is nobody's cost.
 */
export async function firstFrame(): Promise<{ script: number; frame: number }> {
  const fresh = newReader();
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = performance.now();
  fresh.start();
  const script = performance.now() - began;
  const frame = await new Promise<number>((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - start);
      channel.port2.postMessage(0);
    });
  });
  await fresh.settled();
  return { script, frame };
}

export function stopReading(): void {
  reader?.stop();
  reader = undefined;
}

/** Moves of the pointer over the painted page: mean time that the listeners take for one, in microseconds. */
export async function pointerCost(moves: number): Promise<{ microseconds: number; hits: number }> {
  let hits = 0;
  const fresh = newReader({ onPoint: () => hits++ });
  fresh.start();
  await fresh.settled();
  scrollTo(0, 0);
  const events = Array.from({ length: moves }, (_, move) => {
    const clientX = 40 + ((move * 37) % (innerWidth - 80));
    const clientY = 40 + ((move * 53) % (innerHeight - 80));
    const target = document.elementFromPoint(clientX, clientY) ?? document.body;
    return {
      target,
      event: new PointerEvent('pointermove', { clientX, clientY, bubbles: true, composed: true }),
    };
  });
  const began = performance.now();
  for (const { target, event } of events) target.dispatchEvent(event);
  return { microseconds: ((performance.now() - began) / moves) * 1_000, hits };
}

/**
 * What a reader does once a second on a page where nothing happens: mean time of one look, in microseconds. The looks
 * are called one after the other, what waits for an idle moment included, instead of waiting for a second each.
 */
export async function lookCost(looks: number): Promise<{ microseconds: number; marks: number }> {
  const { setInterval: every, requestIdleCallback: whenIdle } = window;
  const ticks: (() => void)[] = [];
  let waiting: (() => void)[] = [];
  Object.assign(window, {
    setInterval: (tick: () => void) => ticks.push(tick),
    requestIdleCallback: (work: () => void) => waiting.push(work),
  });
  try {
    const fresh = newReader();
    fresh.start();
    await fresh.settled();
    // The reader starts to listen in a task of its own, then the page is drawn.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise(requestAnimationFrame);
    if (ticks.length !== 1) throw new Error(`${ticks.length} looks instead of one.`);
    const began = performance.now();
    for (let look = 0; look < looks; look++) {
      for (const tick of ticks) tick();
      const works = waiting;
      waiting = [];
      if (works.length !== 1) throw new Error('The look has not asked for an idle moment.');
      for (const work of works) work();
    }
    const microseconds = ((performance.now() - began) / looks) * 1_000;
    return { microseconds, marks: fresh.annotations().length };
  } finally {
    stopReading();
    Object.assign(window, { setInterval: every, requestIdleCallback: whenIdle });
  }
}

/** Changes the page as a live page does, in batches; time until the page is up to date again. */
export async function mutate(mutations: number, withReader: boolean): Promise<number> {
  stopReading();
  if (withReader) {
    const fresh = newReader();
    fresh.start();
    await fresh.settled();
  }
  const paragraphs = [...document.querySelectorAll('#ozoom p')];
  const began = performance.now();
  for (let done = 0; done < mutations; ) {
    for (let batch = 0; batch < 100; batch++, done++) {
      const paragraph = paragraphs[(done * 7) % 200];
      const text = paragraph?.firstChild as Text | undefined;
      if (done % 2 === 0 && text) text.data = `${done} 人工智能与大模型 ${text.data.slice(-8)}`;
      else {
        const added = document.createElement('span');
        added.textContent = `算力 ${done}`;
        paragraph?.append(added);
        if ((paragraph?.childNodes.length ?? 0) > 12) paragraph?.lastChild?.previousSibling?.remove();
      }
    }
    // The page's own work for the change: style and layout.
    document.body.getBoundingClientRect();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await reader?.settled();
  return performance.now() - began;
}

/** The same terms on the same page with the libraries that wrap what they find in elements. */
export async function markWith(library: 'mark.js' | 'advanced-mark.js', count: number): Promise<number> {
  stopReading();
  const article = document.querySelector('#ozoom') as HTMLElement;
  const Library = (library === 'mark.js' ? Mark : AdvancedMark) as typeof Mark;
  const marker = new Library(article);
  const began = performance.now();
  await new Promise<void>((resolve) => {
    marker.mark(terms.slice(0, count), {
      acrossElements: true,
      separateWordSearch: false,
      done: () => resolve(),
    });
  });
  const time = performance.now() - began;
  await new Promise<void>((resolve) => {
    marker.unmark({ done: () => resolve() });
  });
  article.normalize();
  return time;
}

/** The parts of reading a page, each by itself: what it costs to find everything and to make its ranges. */
export function phases(): Record<'collect' | 'annotate' | 'marks' | 'add', number> {
  const article = document.querySelector('#ozoom') as HTMLElement;
  let began = performance.now();
  const lap = (): number => {
    const time = performance.now() - began;
    began = performance.now();
    return time;
  };
  const roles = createRoles({ leaveOut: ['.a', '.b'], guarded: false, layout: true });
  const entries = [...blocksIn(article, roles)].map(newEntry);
  const collect = lap();
  for (const entry of entries) entry.annotations = scan(entry.block.text);
  const annotate = lap();
  for (const entry of entries) entry.marks = makeMarks(entry, () => 'technology');
  const marks = lap();
  const highlight = new Highlight();
  for (const entry of entries)
    for (const mark of entry.marks) for (const range of mark.ranges) highlight.add(range);
  return { collect, annotate, marks, add: lap() };
}

/**
 * The whole page is read: the longest stretch of the reader's own work, and the longest time for which the main thread
 * was taken, frames included. The latter is the longest gap between two beats of a message that is sent round and round.
 */
export async function longestBlock(): Promise<{ slice: number; block: number }> {
  let slice = 0;
  const fresh = newReader({
    onSlice(duration) {
      slice = Math.max(slice, duration);
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const channel = new MessageChannel();
  let block = 0;
  let last = performance.now();
  let reading = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    block = Math.max(block, now - last);
    last = now;
    if (reading) channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  block = 0;
  fresh.start();
  await fresh.settled();
  reading = false;
  return { slice, block };
}

/** Collects garbage where the browser lets a page do so: what earlier rounds have left is not the next one's cost. */
export function tidy(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** A small application in the article: items are added, completed, filtered and removed, each step up to its frame. */
export async function todo(items: number, withReader: boolean): Promise<number> {
  stopReading();
  const article = document.querySelector('#ozoom') as HTMLElement;
  article.innerHTML = `<p>${'今天天气很好，大家都去公园散步。'.repeat(4)}</p><input id="new"><ul id="list"></ul><footer><span id="left"></span></footer>`;
  const list = article.querySelector('#list') as HTMLElement;
  const left = article.querySelector('#left') as HTMLElement;
  const count = (): void => {
    left.textContent = `还剩 ${list.querySelectorAll('li:not(.completed)').length} 项`;
  };
  list.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const item = target.closest('li');
    if (target.matches('input')) item?.classList.toggle('completed');
    if (target.matches('.destroy')) item?.remove();
    count();
  });
  if (withReader) {
    const fresh = newReader();
    fresh.start();
    await fresh.settled();
  }
  const step = async (work: () => void): Promise<number> => {
    const began = performance.now();
    work();
    document.body.getBoundingClientRect();
    const sync = performance.now() - began;
    // As Speedometer does: what the step has left behind for the next frame and the task after it counts too.
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const frame = performance.now();
        setTimeout(() => {
          document.body.getBoundingClientRect();
          resolve(sync + performance.now() - frame);
        }, 0);
      });
    });
  };
  let time = 0;
  time += await step(() => {
    for (let index = 0; index < items; index++) {
      const item = document.createElement('li');
      item.innerHTML = `<div class="view"><input type="checkbox"><label>第 ${index} 件事</label><span>${index % 10 === 0 ? '研究大模型' : '买菜做饭'}</span><button class="destroy">×</button></div>`;
      list.append(item);
      count();
    }
  });
  time += await step(() => {
    for (const box of list.querySelectorAll('input')) box.click();
  });
  time += await step(() => {
    for (const button of [...list.querySelectorAll<HTMLElement>('.destroy')].slice(0, items)) button.click();
  });
  stopReading();
  return time;
}
