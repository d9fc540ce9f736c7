/**
 * A release that another SPARQL endpoint holds.
 */
package org.zhice.store.remote;
