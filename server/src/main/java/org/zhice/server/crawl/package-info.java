/**
 * For search engines: which pages there are, and which addresses are no pages.
 */
package org.zhice.server.crawl;
