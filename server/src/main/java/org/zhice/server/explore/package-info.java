/** Browsing by facets: what is in the graph by plan, agency, topic and the like, with the query that says the same. */
package org.zhice.server.explore;
