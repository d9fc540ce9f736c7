/**
 * Tables of duties in a text. {@link org.zhice.loader.extract.clean.table.DutyTables} is the front door: it writes each row
 * as a task with its duties behind labels, so that what reads tasks need know nothing of tables. What heads of columns
 * mean is told by {@link org.zhice.loader.extract.clean.table.Head}, for those who take tables from files too.
 */
package org.zhice.loader.extract.clean.table;
