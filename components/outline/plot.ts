import { barX, barY, gridY, plot, ruleY, text } from '@observablehq/plot';
import type { ChartModel, ChartPoint } from './charts.ts';

/** Height of a bar with its label above it, in pixels. */
const ROW = 46;
const COLUMNS_HEIGHT = 170;
/** With the labels in one line; each further line adds to it. */
const SHARE_HEIGHT = 74;
const SHARE_LINE = 18;
/** Between two labels of a line. */
const GAP = 16;

/** What an actual value, a target and a value of our own arithmetic look like; the colours follow the page's theme. */
const INK = 'var(--kind-figure)';
const QUIET = 'var(--line-strong)';

/** Draws a chart of a width in pixels. Loaded apart, on the outline page only: the library is larger than the page. */
export function drawChart(model: ChartModel, width: number): Element {
  const svg = draw(model, width);
  svg.prepend(hatching(`hatch-${model.id}`));
  // The text alternative stands on the figure around it.
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}

/** The pattern of targets, so that they are never taken for actual values. */
function hatching(id: string): Element {
  const pattern = svgElement('pattern', {
    id,
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(svgElement('path', { d: 'M0 0v6', stroke: INK, 'stroke-width': '2.4' }));
  const defs = svgElement('defs', {});
  defs.append(pattern);
  return defs;
}

function svgElement(name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function draw(model: ChartModel, width: number): Element {
  const common = { width, style: { fontSize: '12px', overflow: 'visible', background: 'none' } };
  switch (model.shape) {
    case 'columns':
      return plot({
        ...common,
        height: COLUMNS_HEIGHT,
        marginTop: 24,
        marginLeft: 30,
        marginBottom: 24,
        marginRight: 0,
        x: { label: null, domain: model.points.map(({ label }) => label), padding: 0.5, tickSize: 0 },
        y: { label: null, domain: [0, 100], ticks: 3, tickSize: 0 },
        marks: [
          gridY({ ticks: 3, stroke: 'var(--line)', strokeOpacity: 1 }),
          ruleY([0], { stroke: QUIET }),
          ...BAR_KINDS.map((kind) =>
            barY(ofKind(model, kind), { x: 'label', y: 'value', ...look(kind, model.id) }),
          ),
          text(model.points, { x: 'label', y: 'value', text: 'written', dy: -10, ...VALUE }),
        ],
      });
    case 'bars':
      return plot({
        ...common,
        height: ROW * model.points.length,
        marginTop: 0,
        marginBottom: 0,
        marginLeft: 1,
        marginRight: 1,
        x: { axis: null, domain: [0, largest(model) * 1.28] },
        y: { axis: null, domain: model.points.map(({ label }) => label), padding: 0 },
        marks: [
          ...BAR_KINDS.map((kind) =>
            barX(ofKind(model, kind), {
              x: 'value',
              y: 'label',
              insetTop: 22,
              insetBottom: 8,
              ...look(kind, model.id),
            }),
          ),
          text(model.points, { x: 0, y: 'label', text: 'label', textAnchor: 'start', dy: -11, ...LABEL }),
          text(model.points, {
            x: 'value',
            y: 'label',
            text: 'written',
            textAnchor: 'start',
            dx: 6,
            dy: 8,
            ...VALUE,
          }),
        ],
      });
    case 'share':
      return drawShare(model, common);
  }
}

/**
 * Parts of a whole on one bar; the first part is the one the figure is about. The labels share a line where they fit
 * side by side, and take one each where they do not.
 */
function drawShare(model: ChartModel, common: { readonly width: number; readonly style: object }): Element {
  const whole = model.points.reduce((sum, { value }) => sum + value, 0);
  const percent = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  const labels = model.points.map(({ label, written }) => `${label} ${written}`);
  const apart = labels.reduce((sum, label) => sum + roughWidth(label), GAP) > common.width ? SHARE_LINE : 0;
  // The bar keeps its place under the shares, whatever stands below it.
  const shift = apart / 2;
  let end = 0;
  const marks = model.points.flatMap((point, index) => {
    const start = end;
    end += point.value;
    const first = index === 0;
    const part = [
      {
        start,
        end,
        edge: first ? 0 : whole,
        share: `${percent.format((100 * point.value) / whole)}%`,
        said: labels[index],
      },
    ];
    const bar = { x1: 'start', x2: 'end', insetTop: 24, insetBottom: 28 + apart };
    const label = { x: 'edge', textAnchor: first ? 'start' : 'end' } as const;
    return [
      barX(part, {
        ...bar,
        ...(first ? { fill: INK } : { fill: 'none', stroke: QUIET, ...dashes(point.kind) }),
      }),
      text(part, { ...label, text: 'share', dy: -25 - shift, ...VALUE }),
      text(part, { ...label, text: 'said', dy: 21 - shift + (first ? 0 : apart), ...LABEL }),
    ];
  });
  return plot({
    ...common,
    height: SHARE_HEIGHT + apart,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 1,
    marginRight: 1,
    x: { axis: null, domain: [0, whole] },
    marks,
  });
}

/** About as wide as a text is at the size of the labels, in pixels: an ideograph is a square. */
function roughWidth(label: string): number {
  return [...label].reduce((sum, sign) => sum + (/\p{Script=Han}|[（）]/u.test(sign) ? 12 : 6.7), 0);
}

const BAR_KINDS = ['reported', 'target', 'derived'] as const;
const VALUE = { fill: 'var(--ink)', fontWeight: 600, fontSize: 13 };
const LABEL = { fill: 'var(--ink-2)' };

function ofKind(model: ChartModel, kind: ChartPoint['kind']): readonly ChartPoint[] {
  return model.points.filter((point) => point.kind === kind);
}

function largest({ points }: ChartModel): number {
  return Math.max(...points.map(({ value }) => value));
}

function look(kind: ChartPoint['kind'], id: string) {
  if (kind === 'reported') return { fill: INK };
  if (kind === 'target') return { fill: `url(#hatch-${id})`, stroke: INK };
  return { fill: 'none', stroke: QUIET, ...dashes(kind) };
}

function dashes(kind: ChartPoint['kind']) {
  return kind === 'derived' ? { strokeDasharray: '4 3' } : {};
}
