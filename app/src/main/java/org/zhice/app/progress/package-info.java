/**
 * What a command tells on a terminal while it works.
 */
package org.zhice.app.progress;
