/**
 * Between the reviewed tables and the reading of documents. {@link org.zhice.loader.reading.DocumentReader} is the front
 * door: it reads with the names that the tables know, and gives what was read as
 * {@link org.zhice.loader.reading.RowTable}s, whose headers are those of the tables.
 */
package org.zhice.loader.reading;
