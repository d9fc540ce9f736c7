/**
 * Releases in a folder that any web server can serve: what lies there, and how it gets there.
 */
package org.zhice.store.publish;
