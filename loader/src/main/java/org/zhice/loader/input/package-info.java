/**
 * What every room of the loader reads and says: where content lies ({@link org.zhice.loader.input.Home}), what is wrong
 * with it and where ({@link org.zhice.loader.input.InputException}), how far the work is.
 */
package org.zhice.loader.input;
