/**
 * The rows of a release: its tables as files, with their contract as CSV on the Web and as a data package.
 */
package org.zhice.server.tables;
