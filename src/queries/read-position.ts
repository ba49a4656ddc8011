import { Injectable } from '@nestjs/common';
import type { Position } from '../domain/envelope.js';
import { ReadModel } from '../http/reads/read-model.js';
import { FactsReader, REGISTER } from '../projections/register/index.js';
import { Projector } from '../projector/projector.js';

/** Questions are answered from the register: it says how far they can be. */
@Injectable()
export class ReadPosition extends ReadModel {
  constructor(
    private readonly reader: FactsReader,
    private readonly projector: Projector,
  ) {
    super();
  }

  position(): Promise<Position> {
    return this.reader.position();
  }

  reached(position: Position, timeoutMs: number): Promise<boolean> {
    return this.projector.reached(REGISTER, position, timeoutMs);
  }
}
