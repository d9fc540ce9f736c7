/**
 * SERVICE: calls of a query to the endpoints that the configuration lists, in few requests and within limits. The front door
 * is {@link org.zhice.store.federation.Federation}, which puts itself into the context of a dataset; Jena's own way to call
 * stays shut.
 */
package org.zhice.store.federation;
