/**
 * Releases: their dumps to take away, what each held, what changed from one to another, and a feed of them.
 */
package org.zhice.server.release;
