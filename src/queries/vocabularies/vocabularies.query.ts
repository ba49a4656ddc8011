import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { vocabularies } from '../../domain/vocabularies/index.js';
import type { CodeLabels, Vocabulary } from '../../domain/vocabularies/vocabulary.js';

/** A code and what people call it. */
export interface LabelledCode extends CodeLabels {
  readonly code: string;
}

export interface LabelledVocabulary {
  readonly name: string;
  readonly version: number;
  readonly codes: readonly LabelledCode[];
}

/** Every list of codes that the register uses, with labels in English and Arabic. */
export class Vocabularies extends Query<readonly LabelledVocabulary[]> {}

@QueryHandler(Vocabularies)
export class VocabulariesHandler implements IQueryHandler<Vocabularies> {
  execute(): Promise<readonly LabelledVocabulary[]> {
    return Promise.resolve(vocabularies.map(labelled));
  }
}

const labelled = ({ name, version, codes, labels }: Vocabulary): LabelledVocabulary => ({
  name,
  version,
  codes: codes.map((code) => ({ code, en: labels[code]?.en ?? code, ar: labels[code]?.ar ?? code })),
});
