/** The times that a text names, worked out: {@link org.zhice.loader.extract.figure.time.Times} is the front door. */
package org.zhice.loader.extract.figure.time;
