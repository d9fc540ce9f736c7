/**
 * What is wrong with a graph. {@link org.zhice.loader.check.GraphCheck} is the front door: shapes and lint queries find it,
 * and a tracer says in which cell of which table it began.
 */
package org.zhice.loader.check;
