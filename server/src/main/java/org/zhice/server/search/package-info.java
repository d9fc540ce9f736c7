/**
 * Search over names, titles and added texts, with counts by kind, year and agency.
 */
package org.zhice.server.search;
