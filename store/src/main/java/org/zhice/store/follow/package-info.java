/**
 * Following a folder of releases that another machine publishes: asking for a newer one, fetching it, and making it current once
 * all of it is proved.
 */
package org.zhice.store.follow;
