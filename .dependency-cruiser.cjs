/** The walls of the house (see docs/decisions/0001-rooms-and-walls.md). */
const room = (name) => `^src/${name}/`;
const outside = (...rooms) => `^src/(?!(${rooms.join('|')})/)`;
const packagesBut = (...allowed) => `^node_modules/(?!(${allowed.join('|')})/)`;
const tests = '\\.spec\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle of modules cannot be read from any end.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain knows no room but itself.',
      severity: 'error',
      from: { path: room('domain'), pathNot: tests },
      to: { path: outside('domain') },
    },
    {
      name: 'domain-packages',
      comment: 'The domain needs only what describes its data.',
      severity: 'error',
      from: { path: room('domain'), pathNot: tests },
      to: { path: packagesBut('class-validator', 'class-transformer', 'reflect-metadata') },
    },
    {
      name: 'domain-builtins',
      comment: 'The domain reads no clock, file or socket; hashing has one place.',
      severity: 'error',
      from: { path: room('domain'), pathNot: [tests, '^src/domain/digest\\.ts$', '^src/domain/claims/digest\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'decisions-are-pure',
      comment: 'A decision is a function from facts to facts.',
      severity: 'error',
      from: { path: '\\.decision\\.ts$' },
      to: { path: ['^src/(?!(domain|commands)/)', '^node_modules/'], pathNot: '^src/commands/decision-log\\.ts$' },
    },
    {
      name: 'commands-do-not-read-read-models',
      comment: 'What is decided is decided from the log.',
      severity: 'error',
      from: { path: room('commands') },
      to: { path: '^src/(projections|projector|queries)/' },
    },
    {
      name: 'projections-stand-alone',
      comment: 'No projection reads another.',
      severity: 'error',
      from: { path: '^src/projections/([^/]+)/' },
      to: { path: '^src/projections/([^/]+)/', pathNot: '^src/projections/$1/' },
    },
    {
      name: 'queries-do-not-write',
      comment: 'A question sends no command and reads no log.',
      severity: 'error',
      from: { path: room('queries'), pathNot: tests },
      to: { path: '^src/(commands|event-store|importing)/' },
    },
    {
      name: 'kurrent-stays-in-its-adapter',
      severity: 'error',
      from: { path: '^src/', pathNot: room('event-store') },
      to: { path: '^node_modules/@kurrent/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'known-packages',
      comment: 'What is imported is declared.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
