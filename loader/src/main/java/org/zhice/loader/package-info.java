/**
 * From tables and texts to a checked store. {@link org.zhice.loader.Loader} is the front door; it knows all rooms, and no
 * room knows it.
 */
package org.zhice.loader;
