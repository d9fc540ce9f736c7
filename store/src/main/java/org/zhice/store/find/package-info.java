/**
 * Finding things by what they are called. {@link org.zhice.store.find.SearchIndex} answers a reader who types words;
 * {@link org.zhice.store.find.NameIndex} tells what a name in a list means, and how sure that is. Both are made of a release
 * once, by queries, and held in memory, so that every store finds the same.
 */
package org.zhice.store.find;
