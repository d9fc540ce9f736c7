/**
 * The SPARQL endpoint and its editor: the one room that knows Fuseki's datasets and what happens when a build takes the
 * place of another.
 */
package org.zhice.server.sparql;
