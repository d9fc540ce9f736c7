/**
 * The ontology of a release: a page for people with every class, property and code list, and the graph for programs.
 */
package org.zhice.server.ontology;
