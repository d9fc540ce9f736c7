/**
 * What holds a query to its limits while it is planned and run, where ARQ has no limit of its own: functions that look at the
 * clock and at the size of what they make, rows that are counted where they are held, and a watch over all running queries.
 */
package org.zhice.store.guard;
