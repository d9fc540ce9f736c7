/**
 * What the loader does with tables and added texts as a Spark job: a table, a batch of rows and a text are each the work of one
 * processor; the lines of all are sorted together and written in parts. {@link org.zhice.spark.ReleaseJob} is the front door.
 */
package org.zhice.spark;
