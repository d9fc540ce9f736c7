/**
 * The server: Fuseki with the pages and services of Zhice.
 *
 * <p>{@link org.zhice.server.ZhiceServer} starts it; {@link org.zhice.server.ZhiceModule} gives a stock Fuseki the same
 * pages.
 */
package org.zhice.server;
