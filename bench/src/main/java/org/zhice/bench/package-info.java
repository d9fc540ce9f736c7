/**
 * Benchmarks of load and queries beside a named peer; no part of the product.
 */
package org.zhice.bench;
