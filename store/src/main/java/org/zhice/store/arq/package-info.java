/**
 * Asking quads in this process by ARQ, with limits and without functions that are unsafe; for the rooms that hold quads.
 */
package org.zhice.store.arq;
