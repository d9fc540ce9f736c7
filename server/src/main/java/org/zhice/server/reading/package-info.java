/**
 * Documents as they are read: where a text was added, the whole of it with each passage that states something marked and
 * led to what it states; else the outline in our own words.
 */
package org.zhice.server.reading;
