/**
 * Answers that are kept as long as the release is served from which they were made: whole, as they go to the network, and
 * found before any page is asked.
 */
package org.zhice.server.cache;
