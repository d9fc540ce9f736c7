/**
 * A release in memory, for who asks once and goes.
 */
package org.zhice.store.memory;
