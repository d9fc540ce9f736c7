/**
 * What goes into a reading, the {@link org.zhice.loader.extract.rows.Lexicon}, and what comes out, the
 * {@link org.zhice.loader.extract.rows.Extraction}: rows, each with its {@link org.zhice.loader.extract.rows.Evidence},
 * damages and doubts. It stands below all rooms that find rows.
 */
package org.zhice.loader.extract.rows;
