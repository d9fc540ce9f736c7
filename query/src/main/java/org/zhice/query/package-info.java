/**
 * Saved queries: a question in words and in SPARQL, with parameters whose values are checked against a release.
 *
 * <p>Free of HTTP and of Fuseki: pages, tools, builds and the command line use {@link org.zhice.query.file.SavedQueries}, which
 * reads them.
 */
package org.zhice.query;
