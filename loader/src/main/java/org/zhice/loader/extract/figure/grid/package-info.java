/** The lines of a text that stand in columns; {@link org.zhice.loader.extract.figure.grid.LineTable} is the front door. */
package org.zhice.loader.extract.figure.grid;
