/**
 * Figures that documents give, with their bounds and sources, which of them may be compared, and the places that they cover.
 */
package org.zhice.server.metric;
