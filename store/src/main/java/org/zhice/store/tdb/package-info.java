/**
 * TDB2 with its text index: where builds lie, how one is opened, how the next takes its place.
 */
package org.zhice.store.tdb;
