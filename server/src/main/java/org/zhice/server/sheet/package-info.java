/**
 * Pages that are tables: what plans, laws, agencies, campaigns and metrics are shown in. A table is the data of its chart
 * and of its file, so that all three say the same.
 */
package org.zhice.server.sheet;
