import { isMet, type Bar, type Figure } from './figure.js';
import type { Machine } from './machine.js';

const count = (rate: number): string => Math.round(rate).toLocaleString('en');

export function machineText(machine: Machine): string {
  const { cores, cpu, memoryGiB, system, node, postgres, durability, load } = machine;
  return [
    `machine   ${cores} cores (${cpu}), ${memoryGiB} GiB, ${system}, load ${load}`,
    `software  Node ${node}, PostgreSQL ${postgres} (${durability})`,
  ].join('\n');
}

export function figureText(figure: Figure): string {
  const { work, unit, rate, raw, ratio, bars, load, beside } = figure;
  const lines = [
    `  ours   ${count(rate)} ${unit}${beside === undefined ? '' : ` (${beside})`}`,
    ...(raw === undefined || ratio === undefined
      ? []
      : [`  raw    ${count(raw)} ${unit}`, `  ratio  ${ratio.toFixed(2)}`]),
    ...bars.map((bar) => `  bar    ${barText(bar, unit)}: ${isMet(figure, bar) ? 'met' : 'MISSED'}`),
    `  load   ${load}`,
  ];
  return [work, ...lines].join('\n');
}

const barText = ({ least, of }: Bar, unit: string): string =>
  of === 'ratio' ? `at least ${least} of the raw loop` : `at least ${count(least)} ${unit}`;

/** The same for programs. */
export const reportJson = (machine: Machine, figures: readonly Figure[]): string =>
  JSON.stringify(
    {
      machine,
      figures: figures.map((figure) => ({
        ...figure,
        bars: figure.bars.map((bar) => ({ ...bar, met: isMet(figure, bar) })),
      })),
    },
    null,
    2,
  );
