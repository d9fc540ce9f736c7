/**
 * What can be asked of a release, and at what price. The front door is {@link org.zhice.store.Releases}; behind it are three
 * rooms, {@code tdb}, {@code memory} and {@code remote}. Only they name Jena's datasets, contexts and executions.
 */
package org.zhice.store;
