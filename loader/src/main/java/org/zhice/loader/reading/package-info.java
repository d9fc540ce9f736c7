/**
 * Between the reviewed tables and the reading of documents: {@link org.zhice.loader.reading.LexiconReader} takes from the
 * tables what a reading must know, {@link org.zhice.loader.reading.RowTable} puts what was read into the form of the tables.
 */
package org.zhice.loader.reading;
