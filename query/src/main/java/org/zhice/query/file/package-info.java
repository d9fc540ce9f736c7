/**
 * Reading saved queries from their files, or refusing them with file, line and reason. The front door is
 * {@link org.zhice.query.file.SavedQueries}.
 */
package org.zhice.query.file;
