/** Saved queries in the forms that other tools read: RDF as in the SIB collection, grlc files, Wikidata style. */
package org.zhice.query.publish;
