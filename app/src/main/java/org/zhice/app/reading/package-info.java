/** What the command line tells of documents that were read. */
package org.zhice.app.reading;
