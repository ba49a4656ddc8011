import { sijilVersion } from '../version.js';
import { unwell, well, type Finding } from './finding.js';

const OLDEST_NODE = [20, 20] as const;

/** Which Sijil this is, and what runs it. */
export function software(node = process.version): Finding {
  const facts = { sijil: sijilVersion(), node, platform: `${process.platform}-${process.arch}` };
  const says = `Sijil ${facts.sijil}, Node ${node}, ${facts.platform}`;
  const [major = 0, minor = 0] = node.slice(1).split('.').map(Number);
  const [oldest, least] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= least)) return well('software', says, facts);
  return unwell('software', says, `Install Node ${oldest}.${least} or newer.`, facts);
}
