/**
 * Looks at any page. `npm run build:checks` makes one script of it, `sanadChecks`, which depends on nothing.
 */

export { focusStop, unseenOrOutOfOrder } from './focus';
export { moving } from './motion';
export { overflowing } from './overflow';
export { sideways } from './sideways';
export { smallTargets } from './targets';
