/**
 * What is wrong with a graph: {@link org.zhice.loader.check.ShapesCheck} and {@link org.zhice.loader.check.LintCheck} find
 * it, {@link org.zhice.loader.check.Tracer} says in which cell of which table it began.
 */
package org.zhice.loader.check;
