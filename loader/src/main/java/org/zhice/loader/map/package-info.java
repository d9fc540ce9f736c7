/**
 * From rows to quads: {@link org.zhice.loader.map.Mapper} runs the mapping of each table,
 * {@link org.zhice.loader.map.Closure} adds what follows from the axioms of the ontology.
 */
package org.zhice.loader.map;
