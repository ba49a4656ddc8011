export { HISTORY, HistoryProjection } from './history.projection.js';
export { historyEntities, RecordedEventEntity, type RecordedEvent } from './recorded-events.row.js';
