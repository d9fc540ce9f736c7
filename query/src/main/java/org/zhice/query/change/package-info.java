/**
 * How answers differ between two releases, and which quads may have done it.
 */
package org.zhice.query.change;
