/**
 * Saved queries: files of SPARQL with a header that says what they ask and which parameters they take.
 *
 * <p>Free of HTTP: the pages and the command line both use {@link org.zhice.server.query.SavedQueries}.
 */
package org.zhice.query;
